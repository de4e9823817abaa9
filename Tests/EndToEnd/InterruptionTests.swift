import Foundation
import Testing

@Suite("A run that is broken off", .serialized) struct InterruptionTests {
  private let long = [
    "queue", "--chargers", "5-7", "--customers", "20000", "--replications", "300", "--quiet",
    "--threads", "2",
  ]

  /// Starts the long run and gives it a signal once some of its work has been kept.
  private func interrupt(_ signal: Int32, in scratch: Scratch, at bytes: Int) throws
    -> Evtools.Answer
  {
    let running = try Evtools.start(long, in: scratch.folder)
    while running.process.isRunning, kept(scratch) < bytes { usleep(1000) }
    kill(running.process.processIdentifier, signal)
    return try running.answer()
  }

  private func kept(_ scratch: Scratch) -> Int {
    guard let run = scratch.names("output").first else { return 0 }
    let journal = scratch.url("output/\(run)/evaluations.journal")
    return (try? Data(contentsOf: journal))?.count ?? 0
  }

  private func uninterrupted() throws -> [String: Data] {
    let scratch = Scratch()
    #expect(try Evtools.run(long, in: scratch.folder).code == 0)
    return try scratch.files(try scratch.run())
  }

  @Test("ends with its own code, says how to go on, and then equals one that was never broken off")
  func resume() throws {
    let expected = try uninterrupted()
    for (signal, code, at) in [
      (SIGINT, Int32(130), 2000), (SIGTERM, 75, 30_000), (SIGKILL, SIGKILL, 60_000),
      (SIGKILL, SIGKILL, 100),
    ] {
      let scratch = Scratch()
      let stopped = try interrupt(signal, in: scratch, at: at)
      try #require(stopped.code == code, "signal \(signal): \(stopped.code) \(stopped.err)")
      let run = try scratch.run()
      #expect(stopped.wasKilled == (signal == SIGKILL))
      if signal != SIGKILL { #expect(stopped.err.contains("evtools queue --resume \(run)")) }
      #expect(!scratch.names("output").contains("latest"))
      let record = try scratch.text(run + "/run.json")
      #expect(record.contains("\"status\": \"incomplete\""))
      #expect(record.contains("evtools queue --resume \(run)"))
      #expect(try Evtools.run(["runs"], in: scratch.folder).out.contains("incomplete"))
      #expect(try Evtools.run(["rerun", run], in: scratch.folder).code == 75)
      let resumed = try Evtools.run(
        ["queue", "--resume", run, "--threads", "1", "--quiet"], in: scratch.folder)
      #expect(resumed.code == 0, "\(resumed.err)")
      #expect(try scratch.files(run) == expected)
      #expect(
        try Evtools.run(["queue", "--resume", run], in: scratch.folder).code == 64,
        "it is complete now")
    }
  }

  @Test("goes on from a journal that was torn anywhere")
  func tornJournal() throws {
    let scratch = Scratch()
    _ = try interrupt(SIGKILL, in: scratch, at: 50_000)
    let run = try scratch.run()
    let expected = try uninterrupted()
    let journal = try Data(contentsOf: scratch.url(run + "/evaluations.journal"))
    for cut in [journal.count - 1, journal.count / 2 + 7, 3, 0] {
      let copy = Scratch()
      try FileManager.default.copyItem(at: scratch.url("output"), to: copy.url("output"))
      try (journal.prefix(cut) + Data([0xff, 0x00, 0x0a])).write(
        to: copy.url(run + "/evaluations.journal"))
      #expect(try Evtools.run(["queue", "--resume", run, "-q"], in: copy.folder).code == 0)
      #expect(try copy.files(run) == expected)
    }
  }

  @Test("is not resumed while somebody is at work on it")
  func twoAtOnce() throws {
    let scratch = Scratch()
    let running = try Evtools.start(long + ["--seed", "7"], in: scratch.folder)
    while running.process.isRunning, kept(scratch) < 1000 { usleep(1000) }
    let run = "output/" + (try #require(scratch.names("output").first))
    let second = try Evtools.run(["queue", "--resume", run, "-q"], in: scratch.folder)
    #expect(second.code == 73)
    #expect(second.err.contains("another evtools is at work on it"))
    #expect(try running.answer().code == 0, "the first one is not disturbed")
  }

  @Test("is not resumed by another version of evtools")
  func otherVersion() throws {
    let scratch = Scratch()
    _ = try interrupt(SIGKILL, in: scratch, at: 2000)
    let run = try scratch.run()
    let record = try scratch.text(run + "/run.json")
    try scratch.write(
      record.replacingOccurrences(of: "\"version\": \"0.", with: "\"version\": \"99."),
      as: run + "/run.json")
    let refused = try Evtools.run(["queue", "--resume", run], in: scratch.folder)
    #expect(refused.code == 65)
    #expect(refused.err.contains("--force"))
    #expect(
      try Evtools.run(["queue", "--resume", run, "--force", "-q"], in: scratch.folder).code == 0)
  }
}
