import Foundation
import RunRecords
import Testing

@Suite("A journal of evaluations")
struct EvaluationJournalTests {
  private static let numbers: [Double] = [
    0, -0.0, 1, 0.1, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, .pi, .nan, -.nan,
    .init(bitPattern: 0x7FF0_0000_0000_0001), .init(bitPattern: 0xFFF8_0000_DEAD_BEEF),
  ]

  private func bits(_ values: [Double]?) -> [UInt64]? { values?.map(\.bitPattern) }

  private func journal(_ sandbox: Sandbox) throws -> EvaluationJournal {
    try EvaluationJournal(in: RunFolder(path: sandbox.path))
  }

  private func file(_ sandbox: Sandbox) throws -> String {
    sandbox.at(try #require(sandbox.content.first))
  }

  @Test("recalls every bit of every number, in a later process")
  func exactness() throws {
    let sandbox = try Sandbox()
    do {
      let journal = try journal(sandbox)
      #expect(journal.count == 0)
      try journal.record("runs", 0, Self.numbers)
      try journal.record("runs", 1, [])
      try journal.record("runs", Int.max, [1])
      #expect(journal.recall("runs", 0) == nil, "what this process recorded is not recalled")
      journal.synchronise()
    }
    let later = try journal(sandbox)
    #expect(later.count == 3)
    #expect(bits(later.recall("runs", 0)) == bits(Self.numbers))
    #expect(later.recall("runs", 1) == [])
    #expect(later.recall("runs", .max) == [1])
    #expect(later.recall("runs", 2) == nil)
  }

  @Test("keeps evaluations of different names apart, whatever the names")
  func names() throws {
    let sandbox = try Sandbox()
    let names = [
      "a", "b", "warm up of 3 chargers", "warm up of 3 chargers 7", "", " ", "é\t,", "1 2",
    ]
    do {
      let journal = try journal(sandbox)
      for (number, name) in names.enumerated() {
        try journal.record(name, 7, [Double(number)])
        try journal.record(name, -7, [])
      }
    }
    let later = try journal(sandbox)
    #expect(later.count == names.count * 2)
    for (number, name) in names.enumerated() {
      #expect(later.recall(name, 7) == [Double(number)], "\(name)")
      #expect(later.recall(name, -7) == [], "\(name)")
    }
  }

  @Test("goes on after what it holds, over many reopenings")
  func reopening() throws {
    let sandbox = try Sandbox()
    for index in 0..<20 {
      let journal = try journal(sandbox)
      #expect(journal.count == index)
      try journal.record("runs", index, [Double(index)])
    }
    let last = try journal(sandbox)
    #expect((0..<20).allSatisfy { last.recall("runs", $0) == [Double($0)] })
    last.discard()
    #expect(sandbox.content == [])
  }

  @Test("drops a torn tail at whatever byte it tore, and keeps the rest")
  func tornTail() throws {
    let sandbox = try Sandbox()
    do {
      let journal = try journal(sandbox)
      for index in 0..<4 { try journal.record("some runs", index, [Double(index), 0.1, -.nan]) }
    }
    let path = try file(sandbox)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let ends = whole.indices.filter { whole[$0] == 10 }.map { $0 + 1 }
    try #require(ends.count == 4)
    for length in 0...whole.count {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      let sound = ends.filter { $0 <= length }.count
      do {
        let torn = try journal(sandbox)
        guard torn.count == sound, (0..<sound).allSatisfy({ torn.recall("some runs", $0) != nil })
        else {
          Issue.record("torn at byte \(length), \(torn.count) of \(sound) entries are there")
          return
        }
        try torn.record("more", 9, [9])
      }
      let mended = try journal(sandbox)
      guard mended.count == sound + 1, mended.recall("more", 9) == [9] else {
        Issue.record("torn at byte \(length), it does not go on")
        return
      }
    }
  }

  @Test("drops what a flipped bit spoilt and all after it")
  func flippedBits() throws {
    let sandbox = try Sandbox()
    do {
      let journal = try journal(sandbox)
      for index in 0..<3 { try journal.record("runs", index, [Double(index), 0.1]) }
    }
    let path = try file(sandbox)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in whole.indices {
      for bit in [0, 1, 4, 7] {
        var spoilt = whole
        spoilt[place] ^= 1 << bit
        // A hexadecimal digit of the checksum says the same in upper case.
        guard
          String(decoding: spoilt, as: UTF8.self).lowercased()
            != String(decoding: whole, as: UTF8.self)
        else { continue }
        try spoilt.write(to: URL(fileURLWithPath: path))
        let journal = try journal(sandbox)
        let line = whole.prefix(place).filter { $0 == 10 }.count
        guard journal.count == line,
          (0..<line).allSatisfy({ journal.recall("runs", $0)?[0] == Double($0) })
        else {
          Issue.record("bit \(bit) of byte \(place) in line \(line) was not noticed")
          return
        }
      }
    }
  }

  @Test(
    "is empty when there is only garbage in it",
    arguments: [
      "", "\n", "\n\n\n", "hello\n", "0 \n", "cbf29ce484222325 \n", "zz runs 0 0\n", "\u{0}",
    ])
  func garbage(text: String) throws {
    let sandbox = try Sandbox()
    try journal(sandbox).record("runs", 0, [1])
    let path = try file(sandbox)
    try Data(text.utf8 + [0xFF, 0xFE, 10]).write(to: URL(fileURLWithPath: path))
    #expect(try journal(sandbox).count == 0)
    try journal(sandbox).record("runs", 5, [1])
    #expect(try journal(sandbox).recall("runs", 5) == [1])
  }

  @Test("says so when it cannot be opened or written")
  func failures() async throws {
    let sandbox = try Sandbox()
    #expect(throws: FileFailure.self) {
      try EvaluationJournal(in: RunFolder(path: sandbox.at("no")))
    }
    await #expect(processExitsWith: .success) {
      let sandbox = try Sandbox()
      let journal = try EvaluationJournal(in: RunFolder(path: sandbox.path))
      try journal.record("runs", 0, [1])
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 50, rlim_max: 50)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do {
        try journal.record("runs", 1, [1, 2, 3])
        preconditionFailure("it was written")
      } catch let error as FileFailure {
        precondition(error.action == .write && error.reason == .diskFull)
      }
      let later = try EvaluationJournal(in: RunFolder(path: sandbox.path))
      precondition(later.count == 1 && later.recall("runs", 0) == [1])
    }
  }
}
