import Foundation
import RunRecords
import Synchronization
import Testing
import Text

@Suite("The folder of a run")
struct RunFolderTests {
  private let environment = RunEnvironment(threads: 2, command: ["evtools", "queue"])

  private func record(_ name: String? = nil) -> RunRecord {
    var record = RunRecordTests.bare
    record.name = name
    return record
  }

  @Test("is incomplete until it is complete")
  func status() throws {
    let sandbox = try Sandbox()
    let folder = try RunFolder.create(in: sandbox.at("out/put"), for: record("My run"))
    #expect(folder.record() == record("My run"))
    #expect(folder.path.hasSuffix("_t_my-run"))
    try folder.write(Array("x\n1\n".utf8), as: "data/x.csv")
    #expect(folder.record()?.status == .incomplete)
    #expect(!FileSystem.exists(sandbox.at("out/put/latest")))
    try folder.complete(record("My run"), environment: environment)

    let done = try #require(folder.record())
    #expect(done.status == .complete)
    #expect(done.outputs.map(\.path) == ["data/x.csv"])
    #expect(done.outputs.map(\.bytes) == [4])
    #expect(done.outputs.map(\.sha256) == [SHA256.hex(of: Array("x\n1\n".utf8))])
    #expect(
      try FileSystem.files(below: folder.path) == ["data/x.csv", "environment.json", "run.json"])
    let json = try JSONReader.read(FileSystem.read(folder.path + "/environment.json")).json
    #expect(json["threads"]?.integer == 2)
    #expect(json["command"]?.array == ["evtools", "queue"])
    #expect(try #require(json["wall_s"]?.number) >= 0)
    #expect(try #require(json["peak_memory_mib"]?.number) > 1)
  }

  @Test("is another for two runs of one second, from several threads at once")
  func sameSecond() throws {
    let sandbox = try Sandbox()
    let paths = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      let folder = try? RunFolder.create(in: sandbox.at("out"), for: record("run"))
      try? folder?.write(Array("\(number)".utf8), as: "number")
      paths.withLock { $0.append(folder?.path ?? "none") }
    }
    let made = paths.withLock { Set($0) }
    #expect(made.count == 60)
    #expect(made.allSatisfy { RunFolder(path: $0).record() == record("run") })
    let numbers = try made.map { try FileSystem.read($0 + "/number") }
    #expect(Set(numbers).count == 60)
    #expect(try RunFolder.all(in: sandbox.at("out")).count == 60)
  }

  @Test("has a number after its name from the second run of one second on")
  func numbering() async {
    await #expect(processExitsWith: .success) {
      setenv("SOURCE_DATE_EPOCH", "1800000000", 1)
      let sandbox = try Sandbox()
      let names = try (0..<3).map { _ in
        FileSystem.name(of: try RunFolder.create(in: sandbox.path, for: RunRecordTests.bare).path)
      }
      precondition(
        names == ["2027-01-15_080000_t", "2027-01-15_080000_t-2", "2027-01-15_080000_t-3"])
    }
  }

  @Test("is what the link latest points to once it is complete")
  func latest() throws {
    let sandbox = try Sandbox()
    for name in ["a", "b"] {
      let folder = try RunFolder.create(in: sandbox.at("out"), for: record(name))
      try folder.complete(record(name), environment: environment)
      #expect(RunFolder(path: sandbox.at("out/latest")).record()?.name == name)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.at("out/latest"))
          == FileSystem.name(of: folder.path))
    }
    #expect(try RunFolder.all(in: sandbox.at("out")).map(\.1.name) == ["a", "b"])
    #expect(sandbox.content.filter { $0.contains("part") } == [])
  }

  @Test("can be completed under the name of a link to it, or as a dot")
  func latestThroughLinks() throws {
    let sandbox = try Sandbox()
    let folder = try RunFolder.create(in: sandbox.at("out"), for: record())
    let name = FileSystem.name(of: folder.path)
    symlink(name, sandbox.at("out/latest"))
    symlink("out/" + name, sandbox.at("elsewhere"))
    for path in ["out/latest", "out/latest/", "elsewhere", "out/\(name)/."] {
      try RunFolder(path: sandbox.at(path)).complete(record(), environment: environment)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.at("out/latest")) == name)
      #expect(try FileSystem.list(folder.path) == ["environment.json", "run.json"])
      #expect(try FileSystem.list(sandbox.path) == ["elsewhere", "out"])
    }
  }

  @Test("counts nothing as a result that a killed run had not finished writing")
  func leftOvers() async throws {
    await #expect(processExitsWith: .success) {
      // What stands in the folder while a file is being written, as one who watches sees it.
      let sandbox = try Sandbox()
      let folder = try RunFolder.create(in: sandbox.path, for: RunRecordTests.bare)
      let isOver = Atomic(false)
      let group = DispatchGroup()
      group.enter()
      Thread {
        for _ in 0..<200 {
          try? folder.write([UInt8](repeating: 1, count: 100_000), as: "data/x.csv")
        }
        isOver.store(true, ordering: .relaxed)
        group.leave()
      }.start()
      var partial: String?
      while !isOver.load(ordering: .relaxed), partial == nil {
        partial = try? FileSystem.files(below: folder.path).first { $0.hasPrefix("data/.") }
      }
      group.wait()
      guard let partial else { preconditionFailure("nothing was seen of 200 writes") }
      try Data("torn".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + partial))
      let outputs = try folder.outputs()
      precondition(outputs.map(\.path) == ["data/x.csv"])
    }
  }

  @Test("is none when its run.json is broken, torn or foreign")
  func noRecord() throws {
    let sandbox = try Sandbox()
    #expect(RunFolder(path: sandbox.at("no")).record() == nil)
    let folder = RunFolder(path: sandbox.path)
    #expect(folder.record() == nil)
    let text = Array(RunRecordTests.full.json.prettyText.utf8)
    for length in 0..<(text.count - 2) {
      try Data(text.prefix(length)).write(to: URL(fileURLWithPath: sandbox.at("run.json")))
      guard folder.record() == nil else {
        Issue.record("a run.json torn at byte \(length) was believed")
        return
      }
    }
    try folder.write(text, as: "run.json")
    #expect(folder.record() == RunRecordTests.full)
    for foreign in ["{\"name\": \"npm\"}", "null", "\u{FEFF}{}"] {
      try folder.write(Array(foreign.utf8), as: "run.json")
      #expect(folder.record() == nil)
    }
  }

  @Test("leaves nothing behind when it cannot be made")
  func failure() throws {
    let sandbox = try Sandbox()
    try FileSystem.write([1], to: sandbox.at("file"))
    #expect(throws: FileFailure(.write, sandbox.at("file"), .isNotFolder)) {
      try RunFolder.create(in: sandbox.at("file"), for: record())
    }
    #expect(sandbox.content == ["file"])
  }

  @Test("leaves other runs alone when it cannot be made for lack of space")
  func failureBesideOthers() async throws {
    await #expect(processExitsWith: .success) {
      let sandbox = try Sandbox()
      let first = try RunFolder.create(in: sandbox.at("out"), for: RunRecordTests.bare)
      let before = sandbox.content
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10, rlim_max: 10)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      for output in ["out", "new"] {
        do {
          _ = try RunFolder.create(in: sandbox.at(output), for: RunRecordTests.bare)
          preconditionFailure("it was made")
        } catch let error as FileFailure {
          precondition(error.reason == .diskFull)
        }
      }
      precondition(sandbox.content == before, "\(sandbox.content)")
      precondition(first.record() == RunRecordTests.bare)
    }
  }

  @Test("differs from another where files do, or are missing")
  func differences() throws {
    let sandbox = try Sandbox()
    func filled(_ output: String, _ files: [String: String]) throws -> RunFolder {
      let folder = try RunFolder.create(in: sandbox.at(output), for: record())
      for (name, text) in files { try folder.write(Array(text.utf8), as: name) }
      try folder.write([UInt8.random(in: 0...255)], as: "environment.json")
      return folder
    }
    let original = try filled("1", ["a": "1", "data/b": "2"])
    func same(_ other: RunFolder) throws -> [String] {
      try other.write(FileSystem.read(original.path + "/run.json"), as: "run.json")
      return try original.differences(from: other)
    }
    #expect(try same(filled("2", ["a": "1", "data/b": "2"])) == [])
    #expect(try same(filled("3", ["a": "1", "data/b": "3"])) == ["data/b"])
    #expect(try same(filled("4", ["a": "1"])) == ["data/b"])
    #expect(try same(filled("5", ["a": "1", "data/b": "2", "c": ""])) == ["c"])
    let other = try filled("6", ["a": "1", "data/b": "2"])
    var changed = record()
    changed.seed = 99
    try other.write(Array(changed.json.prettyText.utf8), as: "run.json")
    #expect(try original.differences(from: other) == ["run.json"])
  }
}
