import AnalysisKit
import RunRecords
import Synchronization
import Testing

@Suite("A study")
struct StudyRunnerTests {
  private let tasks = [
    StudyTask([1, 2], replicates: 0..<20), StudyTask([3, 4], replicates: 5..<7),
    StudyTask([1, 2], replicates: 3..<30),
  ]

  @Test(
    "gives every task its results in order, whatever the number of threads", arguments: [1, 2, 8])
  func order(threads: Int) throws {
    let runner = try Workshop(seed: 1, threads: threads).study(of: CountingModel())
    let results = try runner.evaluate("all", tasks)
    #expect(results[0] == (0..<20).map { [3 + Double($0), Double($0)] })
    #expect(results[1] == [[12, 5], [13, 6]])
    #expect(results[2].first == [6, 3] && results[2].count == 27)
  }

  @Test("asks for nothing twice")
  func once() throws {
    let (model, memory) = (CountingModel(), ShortMemory())
    let workshop = Workshop(seed: 1, memories: { (_) throws(FileFailure) in [memory] })
    _ = try workshop.study(of: model).evaluate("all", tasks)
    #expect(model.asked.withLock { $0 } == 32)
    #expect(memory.count == 32)
    _ = try workshop.study(of: model).evaluate("again", tasks)
    #expect(model.asked.withLock { $0 } == 32)
  }

  @Test("takes from the memory that studies share what another one did, and keeps it")
  func shared() throws {
    let (own, shared, model) = (ShortMemory(), ShortMemory(), CountingModel())
    _ = try Workshop(seed: 1, memories: { (_) throws(FileFailure) in [shared] }).study(of: model)
      .evaluate("first", tasks)
    let second = Workshop(seed: 1, memories: { (_) throws(FileFailure) in [own, shared] })
    _ = try second.study(of: model).evaluate("second", tasks)
    #expect(model.asked.withLock { $0 } == 32)
    #expect(own.count == 32)
  }

  @Test("keeps what was done when it is broken off, and goes on from there")
  func brokenOff() throws {
    let memory = ShortMemory()
    let workshop = Workshop(seed: 1, memories: { (_) throws(FileFailure) in [memory] })
    #expect(throws: ToolFailure.self) {
      try workshop.study(of: CountingModel(breaksAfter: 16)).evaluate("all", tasks)
    }
    #expect(memory.count == 16)
    let model = CountingModel()
    let runner = try workshop.study(of: model)
    let results = try runner.evaluate("all", tasks)
    #expect(model.asked.withLock { $0 } == 16)
    let whole = try Workshop(seed: 1).study(of: CountingModel())
    #expect(try whole.evaluate("all", tasks) == results)
    #expect(whole.evaluations == runner.evaluations)
  }

  @Test("lists its evaluations by design and replicate, however they were asked for")
  func ledger() throws {
    let runner = try Workshop(seed: 1).study(of: CountingModel())
    _ = try runner.evaluate("one", [StudyTask([5], replicates: 2..<3)])
    _ = try runner.evaluate(
      "two", [StudyTask([4], replicates: 0..<1), StudyTask([5], replicates: 0..<2)])
    #expect(runner.evaluations.map(\.number) == [0, 0, 0, 1])
    #expect(runner.evaluations.map(\.replicate) == [0, 1, 2, 0])
    #expect(runner.count == 4)
  }

  @Test("replicates until the mean of a measure is known well enough, or gives up")
  func until() throws {
    let runner = try Workshop(seed: 1).study(of: CountingModel())
    // The replicates are 0, 1, 2 …, so that their spread grows and no half-width of 1 is ever reached.
    let never = StudyReplications.until(measure: "replicate", halfWidth: 1, least: 4, most: 25)
    #expect(try runner.evaluate("never", [[1]], never)[0].count == 25)
    let soon = StudyReplications.until(measure: "replicate", halfWidth: 10, least: 4, most: 25)
    #expect(try runner.evaluate("soon", [[1], [2]], soon).map(\.count) == [4, 4])
  }
}
