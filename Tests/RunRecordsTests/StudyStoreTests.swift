import Foundation
import Peers
import RunRecords
import Synchronization
import Testing

@Suite("A study's store")
struct StudyStoreTests {
  private func store(
    _ sandbox: Sandbox, _ identity: String = "study", _ use: StudyStore.Use = .alone
  ) throws -> StudyStore {
    try StudyStore(at: sandbox.at("study.sqlite"), identity: identity, use: use)
  }

  @Test("recalls every bit of what was recorded, at once and in a later process")
  func exactness() throws {
    let sandbox = try Sandbox()
    let kept = [
      KeptEvaluation(.sample(0), oddNumbers), KeptEvaluation(.sample(1), []),
      KeptEvaluation(.sample(2), [1], status: .failed),
    ]
    do {
      let store = try store(sandbox)
      #expect(store.count == 0)
      #expect(try store.recall([.sample(0)]) == [nil])
      try store.record(kept)
      #expect(try store.recall(kept.map(\.key) + [.sample(9)]) == kept + [nil])
      #expect(store.count == 3)
      try store.flush()
      #expect(try store.recall(kept.map(\.key) + [.sample(9)]) == kept + [nil])
    }
    let later = try store(sandbox)
    #expect(later.count == 3)
    #expect(try later.recall([.sample(2), .sample(9), .sample(0)]) == [kept[2], nil, kept[0]])
  }

  @Test("goes on after what it holds, over many reopenings, and writes the rest when it goes")
  func reopening() throws {
    let sandbox = try Sandbox()
    for turn in 0..<12 {
      let store = try store(sandbox)
      #expect(store.count == turn * 700)
      try store.record(KeptEvaluation.samples(turn * 700..<(turn + 1) * 700))
    }
    let last = try store(sandbox)
    let all = KeptEvaluation.samples(0..<8_400)
    #expect(try last.recall(all.map(\.key)) == all)
    #expect(sandbox.content.filter { $0.hasSuffix("-lock") }.count == 1)
  }

  @Test("keeps the first result of an evaluation, waiting or written")
  func firstStays() throws {
    let sandbox = try Sandbox()
    let store = try store(sandbox)
    try store.record([KeptEvaluation(.sample(0), [1]), KeptEvaluation(.sample(0), [2])])
    #expect(try store.recall([.sample(0)])[0]?.values == [1])
    try store.flush()
    try store.record([KeptEvaluation(.sample(0), [3])])
    #expect(try store.recall([.sample(0)])[0]?.values == [1])
    try store.flush()
    #expect(try store.recall([.sample(0)])[0]?.values == [1])
    #expect(store.count == 1)
  }

  @Test("writes a few evaluations by itself after a while")
  func heartbeat() throws {
    let sandbox = try Sandbox()
    let own = try store(sandbox, "cache", .shared)
    let other = try store(sandbox, "cache", .shared)
    try own.record(KeptEvaluation.samples(0..<3))
    var found: [KeptEvaluation?] = [nil]
    // A machine under load may take its time; only "never" fails.
    for _ in 0..<3_000 where found[0] == nil {
      usleep(10_000)
      found = try other.recall([.sample(2)])
    }
    #expect(found == [.sample(2)])
  }

  @Test("takes records of many threads, and recalls at the same time")
  func threads() throws {
    let sandbox = try Sandbox()
    let store = try store(sandbox)
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for turn in 0..<50 {
        let own = KeptEvaluation.samples((thread * 50 + turn) * 20..<(thread * 50 + turn + 1) * 20)
        guard (try? store.record(own)) != nil,
          (try? store.recall(own.map(\.key))) == own.map(Optional.some)
        else {
          wrong.add(1, ordering: .relaxed)
          return
        }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(store.count == 8_000)
  }

  // MARK: - Who may open it

  @Test("is refused to a second writer, until the first one goes")
  func secondWriter() throws {
    let sandbox = try Sandbox()
    var first: StudyStore? = try store(sandbox)
    #expect(throws: FileFailure(.write, sandbox.at("study.sqlite"), .busy)) { try store(sandbox) }
    try first?.record([.sample(1)])
    first = nil
    #expect(try store(sandbox).count == 1)
    #expect(!sandbox.content.contains { $0.hasSuffix("-lock") })
  }

  @Test("is refused to a study of another identity, and unharmed by its try")
  func identity() throws {
    let sandbox = try Sandbox()
    try store(sandbox, "scenario a").record([.sample(1)])
    for other in ["scenario b", "", "scenario a ", "SCENARIO A"] {
      #expect(throws: FileFailure(.read, sandbox.at("study.sqlite"), .otherStudy)) {
        try store(sandbox, other)
      }
    }
    #expect(try store(sandbox, "scenario a").count == 1)
  }

  @Test("tells identities apart by their bytes, whatever they are")
  func oddIdentity() throws {
    let sandbox = try Sandbox()
    let identity = "é ' \" \u{0} ; 名 \n"
    try store(sandbox, identity).record([.sample(1)])
    #expect(try store(sandbox, identity).count == 1)
    #expect(throws: FileFailure.self) {
      try store(sandbox, identity.decomposedStringWithCanonicalMapping)
    }
  }

  @Test("is shared by several processes, each evaluation once")
  func sharing() async throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("cache.sqlite")
    await withTaskGroup { group in
      for number in 0..<3 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, number = number as Int] in
            let store = try StudyStore(at: path, identity: "cache", use: .shared)
            for turn in 0..<40 {
              // Two of three processes work on each evaluation.
              let start = turn * 90 + number * 30
              let own = KeptEvaluation.samples(start..<start + 60)
              try store.record(own)
              try store.flush()
              let found = try store.recall(own.map(\.key))
              precondition(found == own)
            }
          }
        }
      }
    }
    let all = KeptEvaluation.samples(0..<3_630)
    let store = try StudyStore(at: path, identity: "cache", use: .shared)
    #expect(store.count == 3_630)
    #expect(try store.recall(all.map(\.key)) == all)
    let rows = try output(of: [
      "python3", "-c",
      "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('select count(*) from evaluation').fetchone()[0])",
      path,
    ])
    #expect(rows == "3630" || rows == "", "no evaluation stands twice")
  }
}
