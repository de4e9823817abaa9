import AnalysisKit
import RunRecords
import Synchronization
import Testing

@Suite("Work that is handed out by a folder")
struct FolderExecutorTests {
  private let sandbox: Sandbox
  private let model = AddingModel(term: 0.1)
  private let tasks = (0..<12).map { StudyTask([Double($0), 1 / 3], replicates: 0..<10) }

  init() throws { sandbox = try Sandbox() }

  private func executor(_ crew: any WorkerCrew, told: Told = Told()) -> FolderExecutor {
    FolderExecutor(
      studies: sandbox.path, program: "1", models: crewModels, crew: crew,
      size: ChunkSize(seconds: 0), threads: 1, interruption: { false },
      tell: { words in told.words.withLock { $0.append(words) } })
  }

  private func results(_ executor: any StudyExecutor, _ tasks: [StudyTask]) throws -> [[[Double]]] {
    let workshop = Workshop(seed: 1, executor: executor)
    return try workshop.study(of: model).evaluate("all", tasks)
  }

  @Test("comes back as threads would bring it, whatever the number of workers", arguments: [1, 3])
  func same(workers: Int) throws {
    let expected = try Workshop(seed: 1).study(of: model).evaluate("all", tasks)
    let crew = ThreadCrew(workers, in: sandbox.path)
    #expect(try results(executor(crew), tasks) == expected)
    #expect(crew.begun.withLock { $0 } == 1)
  }

  @Test("is found in the shards by a second try, and not handed out again")
  func found() throws {
    let crew = ThreadCrew(2, in: sandbox.path)
    _ = try results(executor(crew), Array(tasks.prefix(5)))
    let expected = try Workshop(seed: 1).study(of: model).evaluate("all", tasks)
    #expect(try results(executor(crew), tasks) == expected)
    let progress = try StudyProgress.all(
      of: try #require(StudyFolder.all(below: sandbox.path).first))
    #expect(progress.map(\.batch) == [1, 2])
    #expect(progress.allSatisfy { $0.done == $0.total })
    #expect(progress[1].total <= 70, "five of twelve designs were done")
  }

  @Test("is done by threads where others cannot make the model again, and that is said once")
  func fallsBack() throws {
    let (told, crew) = (Told(), ThreadCrew(1, in: sandbox.path))
    let workshop = Workshop(seed: 1, executor: executor(crew, told: told))
    let runner = try workshop.study(of: CountingModel())
    _ = try runner.evaluate("one", [StudyTask([1], replicates: 0..<3)])
    _ = try runner.evaluate("two", [StudyTask([2], replicates: 0..<3)])
    #expect(told.words.withLock { $0.count } == 1)
    #expect(crew.begun.withLock { $0 } == 0)
  }

  @Test("ends with what a worker says of a chunk that can never be done")
  func failure() throws {
    let crew = ThreadCrew(2, in: sandbox.path)
    let failure = #expect(throws: ToolFailure.self) {
      try results(executor(crew), (0..<20).map { StudyTask([Double($0)], replicates: 0..<2) })
    }
    guard case .input(let input)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(input.problem.contains("bad luck"))
  }

  @Test("is refused by a worker of another version")
  func otherVersion() throws {
    let crew = ThreadCrew(1, in: sandbox.path)
    _ = try results(executor(crew), tasks)
    let share = try #require(WorkShare(0, of: 1))
    let worker = StudyWorker(share, name: "other", program: "2", models: crewModels)
    #expect(throws: ToolFailure.self) { try worker.work(in: sandbox.path) }
  }
}

/// What the user was told.
final class Told: Sendable {
  let words = Mutex<[String]>([])
}

let crewModels = ModelCatalogue([AddingModel.self])

/// Workers in turn, in this thread: each does its share when it is looked after.
final class ThreadCrew: WorkerCrew {
  let begun = Mutex(0)
  private let turns = Mutex(0)
  private let count: Int
  private let studies: String

  init(_ count: Int, in studies: String) { (self.count, self.studies) = (count, studies) }

  var size: Int? { count }
  var isRehearsal: Bool { false }
  func begin(_ job: CrewJob) { begun.withLock { $0 += 1 } }
  func stop() {}

  func tend(_ job: CrewJob, gaps: [ChunkGap]) {
    let turn = turns.withLock { turns in
      turns += 1
      return turns
    }
    guard let share = WorkShare(turn % count, of: count) else { return }
    var worker = StudyWorker(share, name: "turn-\(turn)", program: "1", models: crewModels)
    worker.batch = job.batch
    worker.patience = 0
    _ = try? worker.work(in: studies)
  }
}
