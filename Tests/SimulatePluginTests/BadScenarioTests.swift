import AnalysisKit
import Asking
import Reports
import SimulatePlugin
import Testing
import Text

@Suite("A bad scenario")
struct BadScenarioTests {
  @Test(
    "in a file is refused with the key that is wrong",
    arguments: [
      (#"{"trafic": {}}"#, "trafic"), (#"{"road": {"length_km": -5}}"#, "road.length_km"),
      (#"{"traffic": {"vehicles_per_hour": "many"}}"#, "traffic.vehicles_per_hour"),
      (#"{"stations": {"chargers_per_station": 0}}"#, "stations"),
      (#"{"energy": {"grid_max_kw": -1}}"#, "energy.grid_max_kw"),
      (#"{"preset": "nowhere"}"#, "preset"), (#"{"warmup_h": 30}"#, "warmup_h"),
      (
        #"{"stations": {"list": [{"position_km": 400, "chargers": [{"count": 1}]}]}}"#,
        "stations.list[0].position_km"
      ),
    ])
  func key(text: String, path: String) throws {
    let file = try ScratchFile(text)
    do {
      _ = try simulate("--scenario \(file.path)")
      Issue.record("\(text) was accepted")
    } catch ToolFailure.input(let failure) {
      #expect((failure.keyPath ?? failure.problem).contains(path), "\(failure)")
      #expect(failure.file == file.path)
      #expect(!failure.problem.isEmpty)
    }
  }

  @Test("that is not JSON is refused with its place")
  func syntax() throws {
    let file = try ScratchFile("{\n  \"road\": {,}\n}")
    do {
      _ = try simulate("--scenario \(file.path)")
      Issue.record("it was accepted")
    } catch ToolFailure.input(let failure) {
      #expect(failure.position?.line == 2)
    }
  }

  @Test("says which names there are")
  func name() throws {
    do {
      _ = try simulate("--scenario demoo")
      Issue.record("it was accepted")
    } catch ToolFailure.usage(.conflict(let sentence)) {
      #expect(sentence.contains("corridor-300") && sentence.contains("Did you mean \"demo\"?"))
    }
  }

  @Test(
    "on the command line is refused",
    arguments: [
      "--scenario textbook --warmup 2000", "railway", "--traffic-pattern sometimes",
      "--num-stations 0", "--waiting-spots -1", "--early-stop never", "--interval 0",
      "--duration 1000000 --interval 0.01", "--vehicles-per-hour 1000000 --highway-length 100000",
    ])
  func words(words: String) {
    #expect(throws: (any Error).self) { try simulate(words) }
  }

  @Test("is not what a file is that says little")
  func little() throws {
    let file = try ScratchFile(
      #"{"preset": "demo", "traffic": {"vehicles_per_hour": 30}, "seed": 9}"#)
    let report = try simulate("--scenario \(file.path)")
    #expect(report.json["seed"]?.integer == 9)
    #expect(report.json == (try simulate("--scenario demo --vehicles-per-hour 30 --seed 9")).json)
  }
}
