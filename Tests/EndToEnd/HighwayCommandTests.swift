import Foundation
import Testing

/// A short road for tests that are not about its answer.
private let road = [
  "simulate", "highway", "--scenario", "demo", "--no-visualize", "--quiet",
]

@Suite("The highway on the command line") struct HighwayCommandTests {
  private let scratch = Scratch()

  private func run(_ words: [String], environment: [String: String] = [:]) throws
    -> Evtools.Answer
  {
    try Evtools.run(words, in: scratch.folder, environment: environment)
  }

  @Test("takes every flag of the earlier system, and each does what it says")
  func flags() throws {
    let answer = try run([
      "simulate", "highway", "--highway-length", "250", "--num-stations", "4",
      "--chargers-per-station", "5", "--waiting-spots", "7", "--vehicles-per-hour", "90",
      "--traffic-pattern", "RUSH_HOUR", "--duration", "3", "--energy-grid-max-kw", "200",
      "--energy-solar-peak-kw", "100", "--energy-wind-base-kw", "50", "--energy-battery-kwh", "500",
      "--output-dir", "kept", "--no-visualize", "--quiet", "--seed", "5",
      "--enable-station-tracker", "--enable-vehicle-tracker",
    ])
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.err.isEmpty)
    let folder = try scratch.run("kept")
    let summary = try #require(
      JSONSerialization.jsonObject(with: Data(scratch.text(folder + "/data/summary.json").utf8))
        as? [String: Any])
    #expect(summary["seed"] as? Int == 5)
    let scenario = try #require(summary["parameters"] as? [String: Any])
    func value(_ path: String) -> NSObject? {
      path.split(separator: ".").reduce(scenario as NSObject?) { node, key in
        (node as? [String: Any])?[String(key)] as? NSObject
      }
    }
    let expected: [(String, NSObject)] = [
      ("road.length_km", 250 as NSNumber), ("stations.count", 4 as NSNumber),
      ("stations.chargers_per_station", 5 as NSNumber), ("waiting_spots", 7 as NSNumber),
      ("traffic.vehicles_per_hour", 90 as NSNumber), ("traffic.process", "rush-hour" as NSString),
      ("duration_h", 3 as NSNumber), ("energy.grid_max_kw", 200 as NSNumber),
      ("energy.solar.peak_kw", 100 as NSNumber), ("energy.wind.base_kw", 50 as NSNumber),
      ("energy.battery.capacity_kwh", 500 as NSNumber),
    ]
    for (path, value_) in expected { #expect(value(path) == value_, "\(path)") }
    let tables = [
      "books", "events", "flows", "meters", "replications", "series", "station-series", "stations",
      "summary", "vehicles",
    ]
    #expect(
      Set(scratch.names(folder + "/data"))
        == Set(tables.flatMap { [$0 + ".csv", $0 + ".parquet"] } + ["summary.json"]))
    #expect(scratch.names(folder + "/figures").isEmpty)
  }

  @Test(
    "knows the patterns of the earlier system by their names",
    arguments: [
      "UNIFORM", "POISSON", "RANDOM_POISSON", "RUSH_HOUR", "SINGLE_PEAK", "PERIODIC", "BURSTY",
    ])
  func patterns(name: String) throws {
    let answer = try run(road + ["--traffic-pattern", name, "--duration", "0.5", "--json"])
    #expect(answer.code == 0, "\(answer.err)")
    let counts = try #require(try answer.json()["counts"] as? [String: Any])
    #expect(try #require(counts["arrivals"] as? Int) > 5)
  }

  @Test("holds the same bytes for every thread count, folder, time zone and locale")
  func sameBytes() throws {
    let command = [
      "simulate", "highway", "--scenario", "demo", "--quiet", "--replications", "9",
      "--energy-grid-max-kw", "90",
    ]
    let reference = Scratch()
    #expect(
      try Evtools.run(command + ["--threads", "1"], in: reference.folder).code == 0)
    let expected = try reference.files(try reference.run())
    #expect(expected.keys.contains("figures/space-time.pdf"))
    for (threads, zone, locale) in [
      ("2", "Asia/Kolkata", "tr_TR.UTF-8"), ("8", "Pacific/Apia", "de_DE.UTF-8"),
    ] {
      let other = Scratch()
      let answer = try Evtools.run(
        command + ["--threads", threads], in: other.folder,
        environment: ["TZ": zone, "LANG": locale, "LC_ALL": locale])
      #expect(answer.code == 0, "\(answer.err)")
      #expect(try other.files(try other.run()) == expected)
    }
  }

  @Test(
    "goes on after being killed, and ends with the bytes of a run that was not",
    arguments: [100, 20_000])
  func resume(at bytes: Int) throws {
    let long = [
      "simulate", "highway", "--scenario", "corridor-300", "--replications", "1500", "--quiet",
      "--no-visualize", "--no-enable-vehicle-tracker", "--no-enable-station-tracker",
      "--threads", "2",
    ]
    let straight = Scratch()
    #expect(try Evtools.run(long, in: straight.folder).code == 0)
    let running = try Evtools.start(long, in: scratch.folder)
    func kept() -> Int {
      guard let run = scratch.names("output").first else { return 0 }
      return (try? Data(contentsOf: scratch.url("output/\(run)/evaluations.journal")))?.count ?? 0
    }
    while running.process.isRunning, kept() < bytes { usleep(1000) }
    kill(running.process.processIdentifier, SIGKILL)
    try #require(try running.answer().wasKilled)
    let folder = try scratch.run()
    let resumed = try run(["simulate", "--resume", folder, "--quiet", "--threads", "1"])
    #expect(resumed.code == 0, "\(resumed.err)")
    #expect(try scratch.files(folder) == straight.files(try straight.run()))
  }

  @Test("is demonstrated by a word of its own")
  func demo() throws {
    #expect(try run(["demo", "--no-visualize", "--quiet", "--output", "one"]).code == 0)
    #expect(try run(road + ["--output", "other"]).code == 0)
    let one = try scratch.files(try scratch.run("one"))
    let other = try scratch.files(try scratch.run("other"))
    #expect(one["data/summary.json"] == other["data/summary.json"])
    #expect(one["data/events.csv"] == other["data/events.csv"])
    #expect(try run(["demo", "--duration", "1", "--json", "--output", "two"]).code == 0)
  }

  @Test("is audited: an honest run agrees, a changed one is refused with the numbers")
  func audit() throws {
    #expect(try run(road + ["--energy-grid-max-kw", "100"]).code == 0)
    let folder = try scratch.run()
    let honest = try run(["audit", folder, "--json", "--output", "audits"])
    #expect(honest.code == 0, "\(honest.err)")
    #expect(try honest.json()["agrees"] as? Bool == true)
    let events = folder + "/data/events.csv"
    var lines = try scratch.text(events).split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.hasPrefix("exited") })
    lines.remove(at: row)
    try scratch.write(lines.joined(separator: "\n") + "\n", as: events)
    let changed = try run(["audit", folder, "--output", "audits"])
    #expect(changed.code == 65)
    #expect(changed.err.contains(folder) && changed.err.contains("evtools rerun"))
  }

  @Test("is compared: the same cars on two roads, pair by pair")
  func diff() throws {
    let many = road + ["--replications", "6"]
    #expect(try run(many + ["--output", "a"]).code == 0)
    #expect(try run(many + ["--output", "b", "--chargers-per-station", "8"]).code == 0)
    let answer = try run(["diff", "a/latest", "b/latest", "--json", "--output", "diffs"])
    #expect(answer.code == 0, "\(answer.err)")
    let json = try answer.json()
    #expect(json["paired"] as? Bool == true)
    let differences = try #require(json["differences"] as? [String: [String: Any]])
    #expect(differences["arrivals"]?["difference"] as? Double == 0)
    let wait = try #require(differences["wait_mean_min"])
    #expect(try #require(wait["high"] as? Double) < 0)
    let report = try scratch.run("diffs")
    #expect(scratch.names(report).contains("report.html"))
  }

  @Test("has scenarios that are listed, shown, checked, and read back")
  func scenarios() throws {
    let list = try run(["scenario", "list"]).out
    for name in ["calibrated", "corridor-300", "demo", "upstream", "textbook"] {
      #expect(list.contains(name))
      let shown = try run(["scenario", "show", name])
      try scratch.write(shown.out, as: name + ".json")
      let valid = try run(["scenario", "validate", name + ".json"])
      #expect(valid.code == 0, "\(valid.err)")
      #expect(try run(["scenario", "show", name + ".json"]).out == shown.out)
    }
    try scratch.write("{\n  \"stations\": {\"chargers_per_station\": 0}\n}", as: "none.json")
    let refused = try run(["scenario", "validate", "none.json"])
    #expect(refused.code == 65)
    #expect(refused.err.contains("stations.chargers_per_station"))
    #expect(try run(["scenario", "paint"]).code == 64)
  }

  @Test(
    "has a schema by which jsonschema accepts every preset and refuses a wrong key",
    .enabled(if: PeerPython.isThere, "\(PeerPython.missing)"))
  func schema() throws {
    try scratch.write(try run(["scenario", "schema"]).out, as: "schema.json")
    for name in ["calibrated", "corridor-300", "demo", "upstream", "textbook"] {
      try scratch.write(try run(["scenario", "show", name]).out, as: name + ".json")
    }
    try scratch.write("{\"rode\": {}}", as: "wrong.json")
    let lines = try PeerPython.lines(
      """
      import json, sys, jsonschema
      folder = sys.argv[1]
      schema = json.load(open(folder + "/schema.json"))
      jsonschema.Draft202012Validator.check_schema(schema)
      check = jsonschema.Draft202012Validator(schema)
      for name in sys.argv[2:]:
        print(name, check.is_valid(json.load(open(f"{folder}/{name}.json"))))
      """,
      [scratch.folder.path, "calibrated", "corridor-300", "demo", "upstream", "textbook", "wrong"])
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("True") }, "\(lines)")
    #expect(lines.last == "wrong False")
  }

  @Test(
    "refuses a scenario that makes no sense with the key and what to do",
    arguments: [
      (#"{"stations": {"positions_km": [50, 50]}}"#, "stations"),
      (#"{"stations": {"chargers_per_station": 0}}"#, "stations.chargers_per_station"),
      (#"{"energy": {"grid_max_kw": -1}}"#, "energy.grid_max_kw"),
      (#"{"energy": {"battery": {"lowest_soc": 0.8, "highest_soc": 0.3}}}"#, "highest_soc"),
      (#"{"traffic": {"vehicles_per_hour": 1e9}}"#, "traffic.vehicles_per_hour"),
      (#"{"trafic": {}}"#, "traffic"), (#"{"road": {"length_km": "far"}}"#, "road.length_km"),
      (#"{"grid_co2_g_per_kwh": [1, 2]}"#, "grid_co2_g_per_kwh"),
    ])
  func refusals(text: String, words: String) throws {
    try scratch.write(text, as: "road.json")
    let answer = try run(["simulate", "highway", "--scenario", "road.json"])
    #expect(answer.code == 65)
    #expect(answer.err.contains("road.json") && answer.err.contains(words), "\(answer.err)")
    #expect(scratch.names("output").isEmpty)
  }

  @Test(
    "runs what is extreme: a road of 10 km, a first station that nobody reaches, a million an hour")
  func extremes() throws {
    for words in [
      ["--highway-length", "10"], ["--vehicles-per-hour", "1000000", "--duration", "0.01"],
      ["--vehicles-per-hour", "0"],
    ] {
      let answer = try run(road + words)
      #expect(answer.code == 0, "\(words): \(answer.err)")
    }
    try scratch.write(
      #"{"preset": "demo", "road": {"length_km": 900}, "fleet": {"spawn": "raw"}, "stations": {"positions_km": [880]}, "duration_h": 12}"#,
      as: "far.json")
    let answer = try run([
      "simulate", "highway", "--scenario", "far.json", "--no-visualize", "--json",
    ])
    let counts = try #require(try answer.json()["counts"] as? [String: Any])
    let stranded = try #require(counts["stranded"] as? [String: Any])
    #expect(try #require(stranded["infeasible"] as? Int) > 100)
    #expect(stranded["infeasible"] as? Int == stranded["total"] as? Int)
  }

  @Test("survives a scenario file whatever its bytes are")
  func fuzz() throws {
    let seeds = [
      #"{"preset": "demo", "duration_h": 0.2, "traffic": {"vehicles_per_hour": 50}, "seed": 3}"#,
      #"{"preset": "textbook", "duration_h": 2, "warmup_h": 0, "waiting_spots": 3}"#,
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for turn in 0..<200 {
      var bytes = Array(seeds[turn % 2].utf8)
      for _ in 0...next(3) {
        switch next(3) {
        case 0: bytes.insert(UInt8(next(256)), at: next(bytes.count + 1))
        case 1 where bytes.count > 1: bytes.remove(at: next(bytes.count))
        default: if !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
        }
      }
      try Data(bytes).write(to: scratch.url("road.json"))
      let answer = try run(["scenario", "validate", "road.json"])
      #expect([0, 65].contains(answer.code), "\(bytes): \(answer.code) \(answer.err)")
      #expect(!answer.wasKilled, "\(bytes)")
      #expect(answer.code == 0 || answer.err.contains("road.json"))
    }
  }
}
