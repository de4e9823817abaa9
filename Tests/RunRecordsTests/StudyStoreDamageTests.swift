import Foundation
import Peers
import RunRecords
import Testing

@Suite("A store that meets with an accident")
struct StudyStoreDamageTests {
  private func open(_ path: String) throws -> StudyStore {
    try StudyStore(at: path, identity: "study")
  }

  /// Fills a store with so many samples and lets it go.
  private func fill(_ path: String, _ count: Int) throws {
    try open(path).record(KeptEvaluation.samples(0..<count))
  }

  @Test("holds all that was written before its process was killed", arguments: 0..<6)
  func killed(turn: Int) async throws {
    let sandbox = try Sandbox()
    let path = sandbox.path
    let killer = Thread {
      // The process says who it is, and after each flush how far it is.
      for _ in 0..<60_000 {
        usleep(1_000)
        let words = (try? String(contentsOfFile: path + "/process", encoding: .utf8)) ?? ""
        guard words.hasSuffix("\n"), let number = Int32(words.dropLast()) else { continue }
        usleep(UInt32(20_000 + 37_000 * turn))
        kill(number, SIGKILL)
        return
      }
    }
    killer.start()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try StudyStore(at: path + "/study.sqlite", identity: "study")
      let ledger = Foundation.open(path + "/ledger", O_WRONLY | O_CREAT | O_APPEND, 0o644)
      try Data("\(getpid())\n".utf8).write(to: URL(fileURLWithPath: path + "/process"))
      for turn in 0..<1_000_000 {
        try store.record(KeptEvaluation.samples(turn * 50..<(turn + 1) * 50))
        guard turn % 3 == 0 else { continue }
        try store.flush()
        write(ledger, "1", 1)
      }
    }
    let ledger = (try? Data(contentsOf: URL(fileURLWithPath: path + "/ledger")).count) ?? 0
    let promised = ledger == 0 ? 0 : (ledger - 1) * 150 + 50
    let store = try open(path + "/study.sqlite")
    #expect(store.count >= promised)
    #expect(store.count.isMultiple(of: 50), "a call is written as a whole")
    let all = KeptEvaluation.samples(0..<store.count)
    #expect(try store.recall(all.map(\.key)) == all)
  }

  @Test("can be read from a copy taken at any moment")
  func copies() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("study.sqlite")
    let store = try open(path)
    var written = 0
    for turn in 0..<40 {
      try store.record(KeptEvaluation.samples(turn * 61..<(turn + 1) * 61))
      if turn % 2 == 0 {
        try store.flush()
        written = (turn + 1) * 61
      }
      // So few evaluations stand in the second file alone: a copy is what a crash would leave.
      let copy = sandbox.at("copy.sqlite")
      for ending in ["", "-wal"] {
        try? FileManager.default.removeItem(atPath: copy + ending)
        try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
      }
      let found = try open(copy)
      #expect(found.count >= written)
      let all = KeptEvaluation.samples(0..<found.count)
      #expect(try found.recall(all.map(\.key)) == all)
    }
  }

  @Test("gives up a torn end of what was written last, at whatever byte it tore")
  func tornLog() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("study.sqlite")
    let store = try open(path)
    for turn in 0..<4 {
      try store.record(KeptEvaluation.samples(turn * 10..<(turn + 1) * 10))
      try store.flush()
    }
    let copy = sandbox.at("copy.sqlite")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    let base = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in stride(from: 0, through: log.count, by: 509) {
      try base.write(to: URL(fileURLWithPath: copy))
      try log.prefix(length).write(to: URL(fileURLWithPath: copy + "-wal"))
      let found = try open(copy)
      #expect(found.count.isMultiple(of: 10))
      let all = KeptEvaluation.samples(0..<found.count)
      #expect(try found.recall(all.map(\.key)) == all)
    }
  }

  @Test("never gives a wrong result, whichever bit of its file is flipped")
  func flippedBits() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("study.sqlite")
    try fill(path, 300)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let all = KeptEvaluation.samples(0..<300)
    var random = FixedRandom(seed: 8)
    var refused = 0
    for _ in 0..<400 {
      var spoilt = whole
      spoilt[random.below(whole.count)] ^= 1 << random.below(8)
      try spoilt.write(to: URL(fileURLWithPath: path))
      do {
        let found = try open(path).recall(all.map(\.key))
        let isRight = zip(found, all).allSatisfy { $0 == nil || $0 == $1 }
        #expect(isRight)
      } catch let failure as FileFailure {
        refused += 1
        #expect([.damaged, .otherStudy, .tooNew].contains(failure.reason), "\(failure)")
      }
    }
    #expect(refused > 200)
  }

  @Test(
    "is refused when it is something else",
    arguments: ["hello", String(repeating: "SQLite format 3\u{0}", count: 300)])
  func otherFile(content: String) throws {
    let sandbox = try Sandbox()
    try Data(content.utf8).write(to: URL(fileURLWithPath: sandbox.at("study.sqlite")))
    let failure = #expect(throws: FileFailure.self) { try open(sandbox.at("study.sqlite")) }
    #expect(failure?.reason == .damaged)
    #expect(try sandbox.text(of: "study.sqlite") == content)
  }

  @Test("is refused when another program made it, or a later evtools")
  func otherDatabase() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("study.sqlite")
    func run(_ statement: String) throws {
      _ = try output(of: [
        "python3", "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
        path, statement,
      ])
    }
    try run("CREATE TABLE evaluation (key)")
    guard FileManager.default.fileExists(atPath: path) else { return }
    #expect(throws: FileFailure(.read, path, .damaged)) { try open(path) }
    try FileManager.default.removeItem(atPath: path)
    try fill(path, 1)
    try run("PRAGMA user_version = 99")
    #expect(throws: FileFailure(.read, path, .tooNew)) { try open(path) }
  }

  @Test("says what stands in the way of its file")
  func badPlaces() throws {
    let sandbox = try Sandbox()
    try FileManager.default.createDirectory(
      atPath: sandbox.at("folder"), withIntermediateDirectories: false)
    try Data().write(to: URL(fileURLWithPath: sandbox.at("file")))
    let cases: [(String, FileFailure.Reason)] = [
      (sandbox.at("folder"), .isFolder), (sandbox.at("file/study"), .isNotFolder),
      (sandbox.at("no/study"), .missing), ("/proc/no-such-process/study", .missing),
    ]
    for (path, reason) in cases {
      for use in [StudyStore.Use.alone, .shared] {
        #expect(throws: FileFailure(.write, path, reason), "\(use)") {
          try StudyStore(at: path, identity: "", use: use)
        }
      }
    }
  }

  @Test("takes any path for a file", arguments: [":memory:", "a b%20c?mode=ro#é", "file:x"])
  func oddPaths(name: String) async throws {
    let sandbox = try Sandbox()
    let folder = sandbox.path
    await #expect(processExitsWith: .success) {
      [folder = folder as String, name = name as String] in
      precondition(chdir(folder) == 0)
      try StudyStore(at: name, identity: "").record([.sample(1)])
      let later = try StudyStore(at: name, identity: "")
      precondition(later.count == 1)
    }
    #expect(sandbox.content == [name])
  }

  @Test(
    "says that the disk is full, and writes what waited when there is room again",
    .enabled(if: SmallDisk.isPossible, "\(SmallDisk.cannotMount)"))
  func fullDisk() throws {
    let disk = try SmallDisk(kibibytes: 512)
    let path = disk.at("study.sqlite")
    var recorded = 0
    do {
      let store = try open(path)
      let failure = #expect(throws: FileFailure.self) {
        while true {
          let next = KeptEvaluation.samples(recorded..<recorded + 100)
          recorded += 100
          try store.record(next)
          try store.flush()
        }
      }
      #expect(failure == FileFailure(.write, path, .diskFull))
      #expect(recorded > 500)
      #expect(throws: FileFailure(.write, path, .diskFull)) { try store.flush() }
      let all = KeptEvaluation.samples(0..<recorded)
      #expect(try store.recall(all.map(\.key)) == all, "what waits can be recalled")
      try disk.remount("size=8m")
      try store.flush()
    }
    let later = try open(path)
    let all = KeptEvaluation.samples(0..<recorded)
    #expect(try later.recall(all.map(\.key)) == all)
  }

  @Test(
    "says that the disk is full when there is not even room to begin, or read-only",
    .enabled(if: SmallDisk.isPossible, "\(SmallDisk.cannotMount)"))
  func noRoom() throws {
    let disk = try SmallDisk(kibibytes: 8)
    let path = disk.at("study.sqlite")
    #expect(throws: FileFailure(.write, path, .diskFull)) { try open(path) }
    try disk.remount("size=8m")
    try fill(path, 100)
    try disk.remount("ro")
    for use in [StudyStore.Use.alone, .shared] {
      #expect(throws: FileFailure(.write, path, .readOnly)) {
        try StudyStore(at: path, identity: "study", use: use)
      }
      #expect(throws: FileFailure(.write, disk.at("new"), .readOnly)) {
        try StudyStore(at: disk.at("new"), identity: "study", use: use)
      }
    }
  }
}
