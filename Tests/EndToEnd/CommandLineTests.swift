import Foundation
import Testing

@Suite("The command line") struct CommandLineTests {
  private let scratch = Scratch()

  struct Mistake: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let code: Int32
    let says: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ command: String, _ code: Int32, _ says: String...) {
      arguments = command.split(separator: " ").map(String.init)
      self.code = code
      self.says = says
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("paretto", 64, "no tool named \"paretto\"", "evtools help"),
    Mistake("quene", 64, "Did you mean \"queue\"?"),
    Mistake("--versoin", 64, "--versoin", "Did you mean \"--version\"?"),
    Mistake("help quene", 64, "Did you mean \"queue\"?"),
    Mistake("queue --arrivls 8", 64, "no option --arrivls", "\"--arrivals\"", "evtools help queue"),
    Mistake("queue --arrivals=-3", 64, "-3 is out of range", "0.001 to 1000000", "per hour"),
    Mistake("queue --arrivals -3", 64, "-3 is out of range"),
    Mistake("queue --arrivals nan", 64, "\"nan\" is not a number"),
    Mistake("queue --arrivals inf", 64, "\"inf\" is not a number"),
    Mistake("queue --arrivals 1e999", 64, "\"1e999\" is not a number"),
    Mistake("queue --arrivals 0x10", 64, "\"0x10\" is not a number"),
    Mistake("queue --arrivals 8,5", 64, "\"8,5\" is not a number"),
    Mistake("queue --arrivals 1e300", 64, "out of range"),
    Mistake("queue --service-mean 0", 64, "out of range"),
    Mistake("queue --service exponentail", 64, "did you mean \"exponential\"?"),
    Mistake("queue --patience patient", 64, "none", "exponential"),
    Mistake("queue --chargers 0", 64, "out of range"),
    Mistake("queue --chargers -2", 64, "out of range"),
    Mistake("queue --chargers 2.5", 64, "2-8, auto or unlimited"),
    Mistake("queue --chargers 8-2", 64, "from a smaller to a larger number"),
    Mistake("queue --chargers 1-99999999999999999999", 64, "--chargers"),
    Mistake("queue --waiting-spots -1", 64, "out of range"),
    Mistake("queue --customers 1e6", 64, "\"1e6\" is not a whole number"),
    Mistake("queue --replications 0", 64, "out of range"),
    Mistake("queue --seed -1", 64, "out of range"),
    Mistake("queue --customers 6000000", 64, "out of range: from 100 to 5000000"),
    Mistake("queue --seed 99999999999999999999", 64, "not a whole number"),
    Mistake("queue --threads 0", 64, "out of range"),
    Mistake("queue --arrivals", 64, "--arrivals needs a value"),
    Mistake("queue --arrivals --quiet", 64, "--arrivals needs a value"),
    Mistake("queue --quiet=yes", 64, "takes no value"),
    Mistake("queue --arrivals 1 --arrivals 2", 64, "stands twice"),
    Mistake("queue four", 64, "\"four\" belongs to no option"),
    Mistake("queue -z", 64, "no option -z"),
    Mistake("queue --service-cv 2", 64, "--service lognormal"),
    Mistake("queue --patience-mean 9", 64, "--patience exponential"),
    Mistake("queue --target-blocked 0.1", 64, "--waiting-spots N"),
    Mistake("queue --target-blocked 1.5", 64, "0 to 1"),
    Mistake("queue --resume output/x --arrivals 3", 64, "--arrivals cannot stand beside it"),
    Mistake("queue --service missing.csv", 65, "missing.csv", "no such file"),
    Mistake("queue --scenario missing.json", 65, "missing.json", "no such file"),
    Mistake("queue --resume output/none", 65, "output/none"),
    Mistake("rerun", 64, "RUN is missing"),
    Mistake("rerun nowhere", 65, "nowhere"),
    Mistake("schema", 64, "TOOL is missing"),
    Mistake("schema paretto", 64, "paretto"),
    Mistake("completion tcsh", 64, "bash, zsh and fish"),
    Mistake("runs extra", 64, "\"extra\" belongs to no option"),
  ]

  @Test(
    "answers a mistake with the right code, the value and what was possible", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let answer = try Evtools.run(mistake.arguments, in: scratch.folder)
    #expect(answer.code == mistake.code)
    #expect(!answer.wasKilled)
    #expect(answer.out.isEmpty)
    #expect(answer.err.hasPrefix("evtools: "))
    for text in mistake.says { #expect(answer.err.contains(text), "\(answer.err)") }
    #expect(scratch.names().isEmpty, "a mistake leaves nothing behind")
  }

  @Test(
    "understands an option in every way of writing it",
    arguments: [
      ["--arrivals", "9"], ["--arrivals=9"], ["-a", "9"], ["-a9"], ["-a=9"], ["-qa9"],
      ["--arrivals=9", "--no-quiet", "--quiet"], ["--arrivals", "9", "--"],
    ])
  func spelling(_ arguments: [String]) throws {
    let answer = try Evtools.run(
      quick.filter { $0 != "--quiet" } + ["-q"] + arguments, in: scratch.folder)
    #expect(answer.code == 0, "\(answer.err)")
    let record = try scratch.text(try scratch.run() + "/run.json")
    #expect(record.contains("\"arrivals\": 9"))
  }

  @Test("says with --json nothing but one object, also when something is wrong")
  func json() throws {
    let good = try Evtools.run(quick + ["--json"], in: scratch.folder)
    #expect(good.err.isEmpty)
    let object = try good.json()
    #expect(Set(object.keys) == ["rows", "verdict", "run"])
    let row = try #require((object["rows"] as? [[String: Any]])?.first)
    for key in [
      "arrivals", "served", "blocked", "abandoned", "p_wait", "wait_mean_min", "wait_p95_min",
      "p_blocked", "p_abandoned", "utilisation", "queue_mean",
    ] {
      let estimate = try #require(row[key] as? [String: Any], "\(key)")
      #expect(Set(estimate.keys) == ["mean", "low", "high", "analytic"])
    }
    #expect(row["chargers"] as? Int == 4)
    #expect(try scratch.run() == object["run"] as? String)

    let bad = try Evtools.run(["queue", "--arrivals", "x", "--json"], in: scratch.folder)
    let error = try #require(try bad.json()["error"] as? [String: Any])
    #expect(error["code"] as? Int == 64)
    #expect(bad.code == 64)
  }

  @Test("tells its version, and fast enough that nobody notices")
  func version() throws {
    let answer = try Evtools.run(["--version"], in: scratch.folder)
    #expect(answer.out.hasPrefix("evtools 0."))
    #expect(answer.code == 0)
  }

  @Test("shows no colour where there is no terminal")
  func colour() throws {
    for arguments in [["help"], ["help", "queue"], quick] {
      #expect(!(try Evtools.run(arguments, in: scratch.folder).out.contains("\u{1B}")))
    }
  }

  @Test("ends quietly when nobody reads on")
  func closedPipe() throws {
    let answer = try Evtools.run(
      ["-c", "\"\(Evtools.binary)\" help queue | head -n 1"], in: scratch.folder, program: "/bin/sh"
    )
    #expect(answer.err.isEmpty)
    #expect(answer.out.hasPrefix("evtools queue"))
  }
}
