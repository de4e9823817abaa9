import Foundation
import Testing

@Suite("A study that other processes work on", .serialized) struct ShardExecutorTests {
  private let scratch = Scratch()

  @Test("ends as it does in one process, although a worker is killed")
  func startedWorkers() throws {
    let worker = try scratch.writeWorker("echo $$ >>\(scratch.path("pids"))")
    let running = try Evtools.start(
      StudyRuns.question + ["--executor", "shards", "--workers", "2", "--chunk-seconds", "0.05"],
      in: scratch.folder, environment: ["EVTOOLS_WORKER": worker])
    StudyRuns.wait(for: running) { scratch.shards().count == 2 }
    let first = try #require(try scratch.text("pids").split(separator: "\n").first)
    kill(try #require(pid_t(String(first))), SIGKILL)
    let answer = try running.answer()
    try #require(answer.code == 0, "\(answer.err)")
    #expect(try scratch.text("pids").split(separator: "\n").count >= 3, "it was started again")
    try StudyRuns.check(scratch)
  }

  @Test("waits for workers that somebody starts, kills and starts again")
  func awaitedWorkers() throws {
    let running = try Evtools.start(
      StudyRuns.question + ["--executor", "shards", "--chunk-seconds", "0.05"], in: scratch.folder)
    StudyRuns.wait(for: running) { !scratch.runs().isEmpty }
    let run = try scratch.run()
    let start = { (share: String, environment: [String: String]) in
      try Evtools.start(
        ["worker", "--study", run, "--shard", share], in: scratch.folder, environment: environment)
    }
    let victim = try start("0/3", [:])
    let others = [
      try start("1/3", [:]), try start("/3", ["JOB_COMPLETION_INDEX": "2"]),
    ]
    StudyRuns.wait(for: running) { scratch.shards().count == 3 }
    kill(victim.process.processIdentifier, SIGKILL)
    _ = try victim.answer()
    let again = try start("0/3", [:])
    let answer = try running.answer()
    try #require(answer.code == 0, "\(answer.err)")
    #expect(answer.err.contains("evtools worker --study"))
    try StudyRuns.check(scratch)
    for worker in others + [again] { #expect(try worker.answer().code == 0) }
  }

  @Test("goes on after it is broken off, with the same workers, and finds what they did meanwhile")
  func resumed() throws {
    let running = try Evtools.start(
      StudyRuns.question + ["--executor", "shards", "--workers", "2", "--chunk-seconds", "0.05"],
      in: scratch.folder)
    StudyRuns.wait(for: running) { scratch.shards().count == 2 }
    kill(running.process.processIdentifier, SIGTERM)
    let stopped = try running.answer()
    try #require(stopped.code == 75, "\(stopped.err)")
    let run = try scratch.run()
    let status = try Evtools.run(["study", "status", run, "--json"], in: scratch.folder).json()
    #expect(status["status"] as? String == "incomplete")
    #expect((status["batches"] as? [Any])?.isEmpty == false)
    let resumed = try Evtools.run(["study", "resume", run, "--quiet"], in: scratch.folder)
    try #require(resumed.code == 0, "\(resumed.err)")
    try StudyRuns.check(scratch)
  }

  @Test("says which chunk its workers could not do, and where they say why")
  func lost() throws {
    let worker = try scratch.writeWorker("echo 'no such disk'; exit 3")
    let answer = try Evtools.run(
      StudyRuns.question + ["--executor", "shards", "--workers", "2", "--chunk-seconds", "0.05"],
      in: scratch.folder, environment: ["EVTOOLS_WORKER": worker])
    #expect(answer.code == 65)
    // Which of the two is given up first is a matter of chance.
    #expect(
      (0...1).contains { chunk in
        answer.err.contains("chunk \(chunk) of batch 1 was begun 4 times and never done")
          && answer.err.contains("logs/worker-\(chunk).log")
      }, "\(answer.err)")
    #expect(answer.err.contains("no such disk"))
    #expect(answer.err.contains("--resume"))
  }

  @Test("tells programs how far it is, one object a line")
  func events() throws {
    let answer = try Evtools.run(
      StudyRuns.question + ["--progress", "json", "--quiet"], in: scratch.folder)
    let events = try answer.err.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(events.first?["event"] as? String == "began")
    #expect(events.last?["event"] as? String == "ended")
    #expect(events.allSatisfy { $0["done"] is Int && $0["total"] is Int })
  }
}

@Suite("A worker") struct WorkerTests {
  private let scratch = Scratch()

  @Test(
    "says what it needs",
    arguments: [
      (["worker"], Int32(64), "--study"),
      (["worker", "--study", ".", "--shard", "4/4"], 64, "0 to N-1"),
      (["worker", "--study", ".", "--shard", "/4"], 64, "JOB_COMPLETION_INDEX"),
      (["worker", "--study", ".", "--idle", "0"], 65, "no study"),
    ])
  func complaints(_ words: [String], _ code: Int32, _ text: String) throws {
    let answer = try Evtools.run(words, in: scratch.folder)
    #expect(answer.code == code)
    #expect(answer.err.contains(text), "\(answer.err)")
  }
}
