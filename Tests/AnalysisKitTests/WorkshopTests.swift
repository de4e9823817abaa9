import AnalysisKit
import Foundation
import RunRecords
import Synchronization
import Testing

@Suite("A workshop")
struct WorkshopTests {
  /// Writes down what it is told.
  private final class Listener: ProgressListener {
    let told = Mutex<[String]>([])
    func began(_ name: String, done: Int, total: Int) { note("\(name) began \(done)/\(total)") }
    func advanced(_ name: String, done: Int, total: Int) { note("\(name) \(done)/\(total)") }
    func ended(_ name: String) { note("\(name) ended") }
    private func note(_ line: String) { told.withLock { $0.append(line) } }
    var lines: [String] { told.withLock { $0 } }
  }

  /// Which indices were evaluated, in any order.
  private final class Tally: Sendable {
    private let indices = Mutex<[Int]>([])
    func add(_ index: Int) { indices.withLock { $0.append(index) } }
    var sorted: [Int] { indices.withLock { $0.sorted() } }
  }

  private func journal(_ sandbox: Sandbox) throws -> EvaluationJournal {
    try EvaluationJournal(in: RunFolder(path: sandbox.path))
  }

  @Test("returns results in the order of their indices", arguments: [1, 2, 8, 0, 100])
  func order(threads: Int) throws {
    let workshop = Workshop(seed: 3, threads: threads)
    let tally = Tally()
    let results = try workshop.evaluate("squares", count: 300) { index in
      tally.add(index)
      // The earlier, the longer; so that later ones would overtake.
      if index % 10 == 0 { usleep(UInt32(300 - index) * 10) }
      return [Double(index * index), 0.1]
    }
    #expect(results == (0..<300).map { [Double($0 * $0), 0.1] })
    #expect(tally.sorted == Array(0..<300))
    #expect(try workshop.evaluate("nothing", count: 0) { _ in [1] } == [])
  }

  @Test("works on several threads at once")
  func concurrency() throws {
    let together = Mutex<Set<pthread_t>>([])
    let workshop = Workshop(seed: 1, threads: 4)
    _ = try workshop.evaluate("threads", count: 40) { _ in
      usleep(5_000)
      _ = together.withLock { $0.insert(pthread_self()) }
      return []
    }
    #expect(together.withLock { $0.count } == 4)
  }

  @Test("does not do again what a journal recalls", arguments: [1, 4])
  func recall(threads: Int) throws {
    let sandbox = try Sandbox()
    do {
      let journal = try journal(sandbox)
      for index in [0, 3, 4, 9] { try journal.record("runs", index, [Double(-index)]) }
      try journal.record("others", 1, [99])
    }
    let tally = Tally()
    let listener = Listener()
    let workshop = Workshop(
      seed: 1, threads: threads, journal: try journal(sandbox), listener: listener)
    let results = try workshop.evaluate("runs", count: 10) { index in
      tally.add(index)
      return [Double(index)]
    }
    #expect(tally.sorted == [1, 2, 5, 6, 7, 8])
    #expect(results.flatMap(\.self) == [0, 1, 2, -3, -4, 5, 6, 7, 8, -9])
    #expect(
      listener.lines == ["runs began 4/10"] + (5...10).map { "runs \($0)/10" } + ["runs ended"])

    let again = Workshop(seed: 1, threads: threads, journal: try journal(sandbox))
    #expect(
      try again.evaluate("runs", count: 10) { _ in
        Issue.record("it was all done before")
        return []
      } == results)
  }

  @Test("keeps what is done when somebody asks to stop", arguments: [1, 4])
  func interruption(threads: Int) throws {
    let sandbox = try Sandbox()
    let isAsked = Atomic(false)
    let listener = Listener()
    let tally = Tally()
    let workshop = Workshop(
      seed: 1, threads: threads, journal: try journal(sandbox), listener: listener,
      interruption: { isAsked.load(ordering: .relaxed) })
    let stopped = #expect(throws: ToolFailure.self) {
      _ = try workshop.evaluate("runs", count: 1_000) { index in
        tally.add(index)
        // Like most evaluations, this one is too short to look whether it is to stop.
        if index == 20 { isAsked.store(true, ordering: .relaxed) }
        return [Double(index)]
      }
    }
    guard case .interrupted = stopped else {
      Issue.record("it was \(String(describing: stopped))")
      return
    }
    let done = tally.sorted
    #expect(done.contains(20) && done.count < 100)
    #expect(listener.lines.last == "runs ended")
    let journal = try journal(sandbox)
    #expect(done.allSatisfy { journal.recall("runs", $0) == [Double($0)] })
    #expect(journal.count == done.count)
    // And the run goes on to the same end as if nothing had been.
    #expect(
      try Workshop(seed: 1, threads: threads, journal: journal).evaluate("runs", count: 1_000) {
        [Double($0)]
      } == (0..<1_000).map { [Double($0)] })
  }

  @Test("stops in the middle of an evaluation that looks whether it is to")
  func longEvaluation() throws {
    let workshop = Workshop(seed: 1, interruption: { true })
    #expect(throws: ToolFailure.self) { try workshop.stopIfInterrupted() }
    let sandbox = try Sandbox()
    let isAsked = Atomic(false)
    let another = Workshop(
      seed: 1, journal: try journal(sandbox), interruption: { isAsked.load(ordering: .relaxed) })
    #expect(throws: ToolFailure.self) {
      try another.evaluate("runs", count: 3) { index throws(ToolFailure) in
        if index == 1 { isAsked.store(true, ordering: .relaxed) }
        try another.stopIfInterrupted()
        return [1]
      }
    }
    #expect(try journal(sandbox).count == 1)
  }

  @Test("reports the first result that could not be kept, and stops")
  func writeFailure() async {
    await #expect(processExitsWith: .success) {
      let sandbox = try Sandbox()
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1_000, rlim_max: 1_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let evaluated = Atomic(0)
      let workshop = Workshop(
        seed: 1, threads: 4, journal: try EvaluationJournal(in: RunFolder(path: sandbox.path)))
      do {
        _ = try workshop.evaluate("runs", count: 10_000) { index in
          evaluated.wrappingAdd(1, ordering: .relaxed)
          return [Double(index)]
        }
        preconditionFailure("there was no room for it")
      } catch ToolFailure.file(let failure) {
        precondition(failure.action == .write && failure.reason == .diskFull)
        precondition(failure.path.hasPrefix(sandbox.path))
      }
      precondition(evaluated.load(ordering: .relaxed) < 200)
      let kept = try EvaluationJournal(in: RunFolder(path: sandbox.path))
      precondition(kept.count > 10)
      // Which ones were kept depends on the threads; that each is right does not.
      precondition(
        (0..<10_000).allSatisfy { index in
          kept.recall("runs", index).map { $0 == [Double(index)] } ?? true
        })
    }
  }

  @Test("remembers the files it has read, each once")
  func files() throws {
    let sandbox = try Sandbox()
    let path = try sandbox.file("abc", "a.csv")
    let workshop = Workshop(seed: 1)
    #expect(try workshop.read(FilePath(path)) == Array("abc".utf8))
    _ = try workshop.read(FilePath(path))
    #expect(
      workshop.inputs == [
        RunRecord.InputFile(
          path: path, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      ])
    #expect(throws: ToolFailure.self) { try workshop.read(FilePath(sandbox.path + "/no")) }
    #expect(workshop.inputs.count == 1)
  }

  @Test("knows as many processors as the system lets this process have")
  func processors() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["-u", "OMP_NUM_THREADS", "-u", "OMP_THREAD_LIMIT", "nproc"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(Processors.count == Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
