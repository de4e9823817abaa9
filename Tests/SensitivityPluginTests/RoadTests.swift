import AnalysisKit
import Asking
import ChargingModels
import Drawing
import Figures
import Foundation
import HighwayStudies
import HighwayWorld
import Reports
import SensitivityPlugin
import Testing
import Text

@Suite("Sensitivity of a road")
struct RoadTests {
  static let short = "--duration 2 --trajectories 4 --points 16"

  @Test("moves an output by what runs of the two ends differ")
  func tornado() throws {
    let report = try sensitivity(
      "--method tornado --duration 2 --traffic 100-200 --chargers 2-6 --spots 4 --patience 20 --grid-kw 500 --price 0.4 "
        + "--measures wait")
    #expect(report.json["factors"] == ["traffic", "chargers"])
    let factors = try #require(report.json["outputs"]?["wait"]?["tornado"]?["factors"])
    func mean(_ traffic: Double, _ chargers: Int) throws -> Double {
      var scenario = HighwayScenario.calibrated
      scenario.road.length = 200
      scenario.stations.count = 4
      scenario.stations.chargers = chargers
      scenario.waitingSpots = 4
      scenario.traffic.vehiclesPerHour = traffic
      scenario.duration = 2
      scenario.choice.allowsOverflow = false
      scenario.patience = PatienceOptions(model: .exponential, mean: 20)
      scenario.energy.grid = 500
      scenario.seed = 1
      let plan = try HighwayPlan(scenario)
      return try (0..<16).reduce(0) { sum, replication in
        var run = HighwayRun(plan, replication: replication)
        return sum + (try run.finish().summary.waitMean) / 16
      }
    }
    let base = try mean(150, 4)
    let low = try #require(factors["traffic"]?["low"]?.number)
    let high = try #require(factors["traffic"]?["high"]?.number)
    #expect(abs(low - (try mean(110, 4) - base)) < 1e-9)
    #expect(abs(high - (try mean(190, 4) - base)) < 1e-9)
    let interval = try #require(factors["traffic"]?["high_less_low"])
    #expect(abs((interval["mean"]?.number ?? 0) - (high - low)) < 1e-9)
  }

  @Test("finds that the price of a kWh costs the road nothing, and that more chargers do")
  func known() throws {
    let report = try sensitivity("--duration 2 --method sobol --measures cost --points 64")
    let factors = try #require(report.json["outputs"]?["cost"]?["sobol"]?["factors"])
    #expect((factors["price"]?["total"]?["mean"]?.number ?? 1).magnitude < 0.02)
    #expect((factors["chargers"]?["total"]?["mean"]?.number ?? 0) > 0.3)
    let noise = try #require(report.json["outputs"]?["cost"]?["sobol"]?["noise"]?.number)
    #expect(noise >= 0 && noise < 0.5)
  }

  @Test("is the same twice and on any number of threads, and another with another seed")
  func same() throws {
    let (first, second) = (
      try sensitivity(Self.short), try sensitivity(Self.short, threads: 4)
    )
    #expect(first.json == second.json)
    #expect(first.data.map(\.csv) == second.data.map(\.csv))
    #expect(first.figures == second.figures)
    #expect(try sensitivity(Self.short, seed: 2).json != first.json)
  }

  @Test("follows a study file")
  func study() throws {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".json"
    try Data(
      """
      { "scenario": { "preset": "corridor-300", "duration_h": 2 },
        "factors": [ { "name": "solar", "from": 0, "to": 500 },
                     { "name": "type", "key": "stations.charger", "values": ["FAST", "ULTRA"] } ],
        "objectives": ["co2", "wait"], "replications": 3 }
      """.utf8
    ).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let report = try sensitivity("--study \(path) --points 16 --trajectories 4")
    #expect(report.json["factors"] == ["solar", "type"])
    let carbon = try #require(report.json["outputs"]?["co2"])
    #expect(carbon["sobol"]?["replications"] == 3)
    #expect((carbon["tornado"]?["factors"]?["solar"]?["high"]?.number ?? 0) < 0)
  }

  @Test(
    "refuses what makes no sense",
    arguments: [
      ("--measures waits", "waits"), ("--traffic 5-2", "5-2"),
      (
        "--traffic 100-200 --chargers 4 --spots 4 --patience 20 --grid-kw 500 --price 0.4",
        "two assumptions or more"
      ), ("--scenario calbrated", "calibrated"), ("--study none.json", "none.json"),
      ("--chargers 0-4", "chargers"),
    ])
  func refuses(words: String, part: String) {
    #expect {
      _ = try sensitivity(words)
    } throws: { error in
      "\(error)".contains(part)
    }
  }

  @Test(
    "has figures without a fault",
    .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"),
    arguments: [
      short, short + " --measures stranding", short + " --method morris --measures wait,co2",
      "--function ishigami --points 256",
    ])
  func clean(words: String) throws {
    let typesetter = try Typesetter(FontBook.inter())
    let figures = try sensitivity(words).figures
    #expect(!figures.isEmpty)
    for figure in figures {
      for format in [figure.format, FigureFormat(.ieee, .double)] {
        let scene = Scene(figure.formatted(format), measuredBy: typesetter)
        #expect(scene.losses.isEmpty, "\(figure.name)")
        #expect(scene.unitlessAxes.isEmpty, "\(figure.name)")
        #expect(scene.lint().map(\.sentence) == [], "\(figure.name), \(format.preset)")
      }
    }
  }
}
