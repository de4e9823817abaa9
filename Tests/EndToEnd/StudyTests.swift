import Foundation
import Testing

@Suite("A study", .serialized) struct StudyTests {
  /// Two hundred designs or so, half a minute of work for a slow machine.
  private let long = [
    "pareto", "--designs", "120", "--duration", "6", "--runs", "700", "--quiet", "--threads", "2",
  ]
  private let short = [
    "pareto", "--stations", "3-5", "--chargers", "6-10:2", "--spots", "4", "--grid-kw", "1200",
    "--solar-kw", "0", "--battery-kwh", "0", "--duration", "3", "--runs", "60", "-r", "2",
    "--quiet",
    "--max-stranding", "50",
  ]

  private func bytesKept(_ scratch: Scratch) -> Int {
    guard let run = scratch.names("output").first(where: { $0.contains("pareto") }) else {
      return 0
    }
    return scratch.names("output/\(run)/study").reduce(0) { sum, name in
      let size = try? FileManager.default.attributesOfItem(
        atPath: scratch.path("output/\(run)/study/\(name)"))[.size]
      return sum + ((size as? Int) ?? 0)
    }
  }

  @Test("that was killed at any moment ends, resumed, with the bytes of one that was not")
  func killed() throws {
    let whole = Scratch()
    #expect(try Evtools.run(long, in: whole.folder).code == 0)
    let expected = try whole.files(try whole.run())
    for moment in [1, 40_000, 120_000, 250_000] {
      let scratch = Scratch()
      let running = try Evtools.start(long, in: scratch.folder)
      while running.process.isRunning, bytesKept(scratch) < moment { usleep(2000) }
      kill(running.process.processIdentifier, SIGKILL)
      _ = try running.answer()
      let run = try scratch.run()
      guard try scratch.text(run + "/run.json").contains("incomplete") else { continue }
      // What the run itself has kept is enough.
      try? FileManager.default.removeItem(at: scratch.url("output/.cache"))
      let resumed = try Evtools.run(
        ["pareto", "--resume", run, "--threads", "1", "--quiet"], in: scratch.folder)
      #expect(resumed.code == 0, "\(resumed.err)")
      #expect(try scratch.files(run) == expected, "killed after \(moment) bytes")
      #expect(!scratch.names(run).contains("study"))
    }
  }

  @Test("is interrupted with its own code and says how to go on")
  func interrupted() throws {
    let scratch = Scratch()
    let running = try Evtools.start(long, in: scratch.folder)
    while running.process.isRunning, bytesKept(scratch) < 40_000 { usleep(2000) }
    kill(running.process.processIdentifier, SIGINT)
    let answer = try running.answer()
    #expect(answer.code == 130)
    #expect(answer.err.contains("evtools pareto --resume \(try scratch.run())"))
  }

  @Test("holds the same bytes for every thread count, folder, time zone and locale")
  func sameBytes() throws {
    let reference = Scratch()
    #expect(try Evtools.run(short + ["--threads", "1"], in: reference.folder).code == 0)
    let expected = try reference.files(try reference.run())
    #expect(expected.keys.contains("data/evaluations.parquet"))
    for (threads, zone, locale) in [
      ("2", "Asia/Kolkata", "tr_TR.UTF-8"), ("8", "Pacific/Apia", "ar_EG.UTF-8"),
    ] {
      let other = Scratch()
      let answer = try Evtools.run(
        short + ["--threads", threads], in: other.folder,
        environment: ["TZ": zone, "LANG": locale, "LC_ALL": locale])
      #expect(answer.code == 0)
      #expect(try other.files(try other.run()) == expected)
    }
  }

  @Test("takes from the cache what an earlier one worked out, and ends with the same bytes")
  func cached() throws {
    let scratch = Scratch()
    #expect(try Evtools.run(short, in: scratch.folder).code == 0)
    let first = try scratch.files(
      "output/" + scratch.names("output").first { $0.contains("pareto") }!)
    let cache = scratch.url("output/.cache/evaluations.sqlite")
    let size = try Data(contentsOf: cache).count
    let second = try Evtools.run(
      short + ["--output", "output", "--run-name", "again"], in: scratch.folder)
    #expect(second.code == 0)
    #expect(try Data(contentsOf: cache).count == size, "nothing new was worked out")
    let again = try #require(scratch.names("output").first { $0.contains("again") })
    let files = try scratch.files("output/" + again)
    for name in first.keys where name.hasPrefix("data/") {
      #expect(files[name] == first[name], "\(name)")
    }
    // And without any cache.
    try FileManager.default.removeItem(at: scratch.url("output/.cache"))
    try Data("a file where the folder would be".utf8).write(to: scratch.url("output/.cache"))
    #expect(try Evtools.run(short + ["--run-name", "third"], in: scratch.folder).code == 0)
  }

  @Test("says what is wrong with what it has kept")
  func damaged() throws {
    let scratch = Scratch()
    let running = try Evtools.start(long, in: scratch.folder)
    while running.process.isRunning, bytesKept(scratch) < 60_000 { usleep(2000) }
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.answer()
    let run = try scratch.run()
    let name = try #require(scratch.names(run + "/study").first { $0.hasSuffix(".sqlite") })
    try Data(repeating: 0x41, count: 5000).write(to: scratch.url("\(run)/study/\(name)"))
    for name in scratch.names(run + "/study") where !name.hasSuffix(".sqlite") {
      try FileManager.default.removeItem(at: scratch.url("\(run)/study/\(name)"))
    }
    let resumed = try Evtools.run(["pareto", "--resume", run, "-q"], in: scratch.folder)
    #expect([65, 73].contains(resumed.code))
    #expect(resumed.err.contains(name) && resumed.err.contains("damaged"), "\(resumed.err)")
  }
}
