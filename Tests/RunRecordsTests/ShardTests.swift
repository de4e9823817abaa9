import Foundation
import Peers
import RunRecords
import Synchronization
import Testing

@Suite("A worker's shard")
struct ShardWriterTests {
  private func writer(_ sandbox: Sandbox, _ name: String = "task-7") throws -> ShardWriter {
    try ShardWriter(in: sandbox.at("shards"), name: name, identity: "study")
  }

  private func merge(_ sandbox: Sandbox) throws -> ShardFolder.Merged {
    try ShardFolder(sandbox.at("shards"), identity: "study").merge()
  }

  private func sorted(_ numbers: Range<Int>) -> [KeptEvaluation] {
    KeptEvaluation.samples(numbers).sorted { $0.key < $1.key }
  }

  @Test("keeps every bit, readable while it is written and after")
  func exactness() throws {
    let sandbox = try Sandbox()
    let writer = try writer(sandbox)
    #expect(writer.recovered == [])
    #expect(try merge(sandbox).evaluations == [])
    let odd = KeptEvaluation(.sample(-1), oddNumbers, status: .failed)
    try writer.append([odd])
    try writer.append([])
    #expect(try merge(sandbox).evaluations == [odd])
    #expect(sandbox.content == ["shards", "shards/task-7.shard.part"])
    #expect(try writer.complete() == "task-7-0001.shard")
    #expect(sandbox.content == ["shards", "shards/task-7-0001.shard"])
    #expect(try merge(sandbox).evaluations == [odd])
    #expect(throws: FileFailure.self) { try writer.append([odd]) }
    #expect(throws: FileFailure.self) { try writer.complete() }
  }

  @Test("gets the next number when there is one of its name already")
  func numbers() throws {
    let sandbox = try Sandbox()
    for turn in 1...3 {
      let writer = try writer(sandbox)
      try writer.append([.sample(turn)])
      #expect(try writer.complete() == "task-7-000\(turn).shard")
    }
    #expect(try merge(sandbox).evaluations == sorted(1..<4))
  }

  @Test("goes on with what an earlier process of its name left")
  func recovery() throws {
    let sandbox = try Sandbox()
    for turn in 0..<5 {
      let writer = try writer(sandbox)
      #expect(writer.recovered == KeptEvaluation.samples(0..<turn * 10))
      #expect(writer.droppedBytes == 0)
      try writer.append(KeptEvaluation.samples(turn * 10..<(turn + 1) * 10))
    }
    #expect(try merge(sandbox).evaluations == sorted(0..<50))
  }

  @Test("is had by one process at a time")
  func claim() throws {
    let sandbox = try Sandbox()
    var first: ShardWriter? = try writer(sandbox)
    let path = sandbox.at("shards/task-7.shard.part")
    #expect(throws: FileFailure(.write, path, .busy)) { try writer(sandbox) }
    _ = try writer(sandbox, "task-8")
    withExtendedLifetime(first) {}
    first = nil
    _ = try writer(sandbox)
  }

  @Test("is refused to another study")
  func otherStudy() throws {
    let sandbox = try Sandbox()
    try writer(sandbox).append([.sample(1)])
    let path = sandbox.at("shards/task-7.shard.part")
    #expect(throws: FileFailure(.read, path, .otherStudy)) {
      try ShardWriter(in: sandbox.at("shards"), name: "task-7", identity: "another")
    }
    #expect(throws: FileFailure(.read, path, .otherStudy)) {
      try ShardFolder(sandbox.at("shards"), identity: "another").merge()
    }
  }

  @Test("drops a torn end at whatever byte it tore, says so, and goes on")
  func tornTail() throws {
    let sandbox = try Sandbox()
    try writer(sandbox).append(KeptEvaluation.samples(0..<4))
    let path = sandbox.at("shards/task-7.shard.part")
    let url = URL(fileURLWithPath: path)
    let whole = try Data(contentsOf: url)
    // A header of 44 bytes; then 8 bytes of frame, 33 of key and status, and 8 for each number.
    let ends = (0..<4).reduce(into: [44]) { ends, number in
      ends.append((ends.last ?? 0) + 41 + 8 * KeptEvaluation.sample(number).values.count)
    }
    try #require(ends.last == whole.count)
    for length in 0...whole.count {
      try whole.prefix(length).write(to: url)
      let sound = ends.last { $0 <= length } ?? 0
      let count = max(0, ends.filter { $0 <= length }.count - 1)
      let merged = try merge(sandbox)
      #expect(merged.evaluations == sorted(0..<count))
      #expect(merged.torn.map(\.path) == (sound == length ? [] : [path]))
      #expect(merged.torn.reduce(0) { $0 + $1.bytes } == length - sound)
      do {
        let torn = try writer(sandbox)
        #expect(torn.recovered == KeptEvaluation.samples(0..<count))
        #expect(torn.droppedBytes == length - sound)
        try torn.append([.sample(99)])
      }
      #expect(try writer(sandbox).recovered == KeptEvaluation.samples(0..<count) + [.sample(99)])
    }
  }

  @Test("is complete up to what a full disk cut short, and can be gone on with")
  func fullDisk() async throws {
    await #expect(processExitsWith: .success) {
      let sandbox = try Sandbox()
      let writer = try ShardWriter(in: sandbox.path, name: "a", identity: "")
      try writer.append([.sample(0)])
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100, rlim_max: 10_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do {
        try writer.append(KeptEvaluation.samples(1..<9))
        preconditionFailure("it was written")
      } catch let error as FileFailure {
        precondition(error == FileFailure(.write, sandbox.at("a.shard.part"), .diskFull))
      }
      limit.rlim_cur = 10_000
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try writer.append(KeptEvaluation.samples(1..<9))
      let merged = try ShardFolder(sandbox.path, identity: "").merge()
      precondition(merged.evaluations.count == 9 && merged.torn.isEmpty)
    }
  }

  @Test("holds every call before its process was killed", arguments: 0..<3)
  func killed(turn: Int) async throws {
    let sandbox = try Sandbox()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = sandbox.path as String, turn = turn as Int] in
      let writer = try ShardWriter(in: path, name: "a", identity: "")
      for number in 0..<100 + turn { try writer.append([.sample(number)]) }
      kill(getpid(), SIGKILL)
    }
    let writer = try ShardWriter(in: sandbox.path, name: "a", identity: "")
    #expect(writer.recovered == KeptEvaluation.samples(0..<100 + turn))
  }

  @Test("says what stands in the way of its folder")
  func badPlaces() throws {
    let sandbox = try Sandbox()
    try Data().write(to: URL(fileURLWithPath: sandbox.at("shards")))
    #expect(throws: FileFailure(.write, sandbox.at("shards"), .isNotFolder)) { try writer(sandbox) }
    #expect(throws: FileFailure(.read, sandbox.at("shards"), .isNotFolder)) { try merge(sandbox) }
  }
}

@Suite("Shards")
struct ShardFolderTests {
  private func write(_ folder: String, _ name: String, _ evaluations: [KeptEvaluation]) throws {
    let writer = try ShardWriter(in: folder, name: name, identity: "study")
    try writer.append(evaluations)
    _ = try writer.complete()
  }

  private func merge(_ folder: String) throws -> ShardFolder.Merged {
    try ShardFolder(folder, identity: "study").merge()
  }

  @Test("of a folder that does not exist are none")
  func missing() throws {
    #expect(try merge("/no such folder").evaluations == [])
  }

  @Test("merge to the same, however the work was shared out")
  func partitions() throws {
    let all = KeptEvaluation.samples(0..<500)
    var random = FixedRandom(seed: 12)
    for workers in [1, 2, 7] {
      let sandbox = try Sandbox()
      var shares = [[KeptEvaluation]](repeating: [], count: workers)
      for evaluation in all.shuffled(using: &random) {
        shares[random.below(workers)].append(evaluation)
      }
      for (number, share) in shares.enumerated() {
        try write(sandbox.path, "task-\(number)", share)
      }
      let merged = try merge(sandbox.path)
      #expect(merged.evaluations == all.sorted { $0.key < $1.key })
      #expect(merged.duplicates == 0 && merged.torn == [])
    }
  }

  @Test("count equal duplicates once, within a file and across files")
  func duplicates() throws {
    let sandbox = try Sandbox()
    try write(sandbox.path, "a", [.sample(1), .sample(2), .sample(1)])
    try write(sandbox.path, "b", [.sample(2), .sample(3)])
    let merged = try merge(sandbox.path)
    #expect(merged.evaluations.count == 3)
    #expect(merged.duplicates == 2)
  }

  @Test(
    "that disagree in a single bit are refused, with both files and the key",
    arguments: [
      KeptEvaluation(.sample(2), [0.1 + 0.2]), KeptEvaluation(.sample(2), [0.3, 0]),
      KeptEvaluation(.sample(2), []), KeptEvaluation(.sample(2), [0.3], status: .failed),
    ])
  func disagreement(other: KeptEvaluation) throws {
    let sandbox = try Sandbox()
    try write(sandbox.path, "b", [.sample(1), KeptEvaluation(.sample(2), [0.3])])
    try write(sandbox.path, "a", [other, .sample(3)])
    let expected = FileFailure(
      .read, sandbox.at("b-0001.shard"),
      .disagrees(with: sandbox.at("a-0001.shard"), key: .sample(2)))
    #expect(throws: expected) { try merge(sandbox.path) }
    #expect(expected.reason.words.contains(ContentKey.sample(2).text))
    #expect(expected.reason.words.contains("a-0001.shard"))
  }

  @Test("can be merged while workers write them and complete them")
  func concurrency() throws {
    let sandbox = try Sandbox()
    let folder = sandbox.path
    let merges = Mutex<[Int]>([])
    let isOver = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: 3) { thread in
      guard thread > 0 else {
        while !isOver.load(ordering: .relaxed) {
          let count = (try? merge(folder).evaluations.count) ?? -1
          merges.withLock { $0.append(count) }
        }
        return
      }
      for turn in 0..<100 {
        try? write(folder, "task-\(thread)", [.sample(thread * 1_000 + turn)])
      }
      if thread == 1 { isOver.store(true, ordering: .relaxed) }
    }
    let counts = merges.withLock { $0 }
    let fall = zip(counts, counts.dropFirst()).first { $0 > $1 }
    #expect(fall == nil, "something was missed that was there before")
    #expect(counts.first ?? 0 >= 0)
    #expect(try merge(folder).evaluations.count == 200)
  }

  @Test("leave other files in their folder alone")
  func otherFiles() throws {
    let sandbox = try Sandbox()
    try write(sandbox.path, "a", [.sample(1)])
    try Data("x".utf8).write(to: URL(fileURLWithPath: sandbox.at("slurm-1.out")))
    #expect(try merge(sandbox.path).evaluations == [.sample(1)])
  }

  @Test("never give a wrong evaluation, however a file was changed")
  func mutations() throws {
    let sandbox = try Sandbox()
    let all = KeptEvaluation.samples(0..<30)
    try write(sandbox.path, "a", all)
    let url = URL(fileURLWithPath: sandbox.at("a-0001.shard"))
    let whole = [UInt8](try Data(contentsOf: url))
    var random = FixedRandom(seed: 4)
    for turn in 0..<2_000 {
      var bytes = whole
      for _ in 0...random.below(3) { mutate(&bytes, &random) }
      try Data(bytes).write(to: url)
      do {
        let merged = try merge(sandbox.path)
        let isRight = merged.evaluations.allSatisfy { all.contains($0) }
        #expect(isRight, "turn \(turn)")
        if merged.torn.isEmpty {
          // All bytes were sound, so whole evaluations at most are missing or doubled.
          #expect(merged.evaluations.count + merged.duplicates <= 60, "turn \(turn)")
        }
      } catch let failure as FileFailure {
        #expect([.damaged, .otherStudy].contains(failure.reason), "turn \(turn): \(failure)")
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout FixedRandom) {
    guard bytes.count > 1 else { return }
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + 1 + random.below(100))
    switch random.below(6) {
    case 0: bytes[place] ^= 1 << random.below(8)
    case 1: bytes[place] = random.pick([0, 0xFF, 1, 0x80])
    case 2: bytes.removeLast(bytes.count - place)
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
    default: for index in place..<end { bytes[index] = UInt8(random.below(256)) }
    }
  }
}
