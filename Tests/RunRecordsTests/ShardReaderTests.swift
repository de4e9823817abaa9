import Foundation
import RunRecords
import Testing

@Suite("A reader of shards")
struct ShardReaderTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func key(_ number: Int) -> ContentKey { ContentKey(of: Array("\(number)".utf8)) }
  private func evaluation(_ number: Int, _ value: Double) -> KeptEvaluation {
    KeptEvaluation(key(number), [value])
  }

  @Test("finds what is appended, renamed and begun anew, each once")
  func readsOn() throws {
    let folder = sandbox.at("shards")
    var reader = ShardReader(folder, identity: "study")
    #expect(try reader.readOn() == 0, "there is no folder yet")
    let first = try ShardWriter(in: folder, name: "one", identity: "study")
    #expect(try reader.readOn() == 0)
    try first.append([evaluation(1, 0.1), evaluation(2, 0.2)])
    #expect(try reader.readOn() == 2)
    #expect(try reader.readOn() == 0)
    try first.append([evaluation(3, 0.3)])
    _ = try first.complete()
    #expect(try reader.readOn() == 1)
    let second = try ShardWriter(in: folder, name: "one", identity: "study")
    try second.append([evaluation(3, 0.3), evaluation(4, 0.4)])
    #expect(try reader.readOn() == 1)
    #expect((1...5).map { reader[key($0)]?.first } == [0.1, 0.2, 0.3, 0.4, nil])
  }

  @Test("goes on after a torn end has been mended")
  func torn() throws {
    let folder = sandbox.at("shards")
    let path = folder + "/one.shard.part"
    do {
      let writer = try ShardWriter(in: folder, name: "one", identity: "study")
      try writer.append([evaluation(1, 0.1)])
    }
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([7, 7, 7]))
    var reader = ShardReader(folder, identity: "study")
    #expect(try reader.readOn() == 1)
    let again = try ShardWriter(in: folder, name: "one", identity: "study")
    #expect(again.droppedBytes == 3)
    try again.append([evaluation(2, 0.2)])
    #expect(try reader.readOn() == 1)
  }

  @Test("names both files when two workers disagree")
  func disagreement() throws {
    let folder = sandbox.at("shards")
    try ShardWriter(in: folder, name: "a", identity: "study").append([evaluation(1, 0.1)])
    var reader = ShardReader(folder, identity: "study")
    try reader.readOn()
    try ShardWriter(in: folder, name: "b", identity: "study").append([evaluation(1, 0.5)])
    let failure = #expect(throws: FileFailure.self) { try reader.readOn() }
    #expect(
      failure?.reason == .disagrees(with: folder + "/a.shard.part", key: key(1)))
  }
}
