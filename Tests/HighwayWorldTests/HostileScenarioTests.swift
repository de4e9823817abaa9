import ChargingModels
import HighwayWorld
import Peers
import Testing
import Text

@Suite("A scenario that somebody made to break things")
struct HostileScenarioTests {
  /// Everything that can stand where something else was expected.
  private static let poison: [JSON] = [
    .null, .bool(true), .integer(0), .integer(-1), .integer(.max), .number(1e308), .number(-1e-300),
    .number(1e18), .number(0.5), .string(""), .string("unlimited"), .string("\u{0}é🚗"), .array([]),
    .array([.null]), .array([.integer(1), .string("x")]), .object([:]), .object(["x": .null]),
    .array(Array(repeating: .integer(3), count: 24)),
  ]

  @Test("is refused with a key, or runs with closed books; it never crashes", arguments: 0..<8)
  func poisoned(block: Int) throws {
    let presets = HighwayScenario.presets
    var random = FixedRandom(seed: UInt64(900 + block))
    var (refused, ran) = (0, 0)
    for turn in 0..<250 {
      let tree = try JSON(encoding: presets[turn % presets.count])
      var places: [[Step]] = []
      collect(tree, [], &places)
      var changed = tree
      for _ in 0...random.below(2) {
        // Half of the time a number takes the place of whatever was there: many of those make sense.
        let numbers: [JSON] = [.integer(0), .number(0.5), .integer(2), .number(0.9), .integer(40)]
        let value = random.below(2) == 0 ? random.pick(numbers) : random.pick(Self.poison)
        changed = replace(changed, random.pick(places)[...], value)
      }
      // What is asked for must end soon.
      if case .object(var object) = changed, (object["duration_h"]?.number ?? 0) > 1 {
        object["duration_h"] = .integer(1)
        object["warmup_h"] = .integer(0)
        changed = .object(object)
      }
      do {
        let scenario = try HighwayScenario(json: changed)
        try scenario.check()
        guard Self.isSmall(scenario) else { continue }
        let outcome = try scenario.run()
        #expect(outcome.summary.measures.allSatisfy { !$0.value.isNaN }, "\(changed.compactText)")
        ran += 1
      } catch let failure as JSONCodingFailure {
        #expect(!failure.description.isEmpty)
        refused += 1
      } catch let failure as ScenarioFailure {
        #expect(!failure.path.isEmpty && !failure.problem.isEmpty && !failure.remedy.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 50 && ran > 5, "\(refused) refused, \(ran) ran")
  }

  /// Whether a run takes no more than a moment.
  private static func isSmall(_ scenario: HighwayScenario) -> Bool {
    scenario.duration <= 2 && scenario.traffic.vehiclesPerHour <= 2000
      && scenario.resolvedStations.count <= 100
      && scenario.resolvedStations.allSatisfy { $0.chargers.allSatisfy { $0.count <= 1000 } }
      && scenario.reliability.meanUptime >= 0 && !scenario.drains
  }

  private enum Step {
    case key(String)
    case index(Int)
  }

  private func collect(_ json: JSON, _ path: [Step], _ places: inout [[Step]]) {
    if !path.isEmpty { places.append(path) }
    if case .object(let object) = json {
      for key in object.keys { collect(object[key] ?? .null, path + [.key(key)], &places) }
    }
    if let array = json.array {
      for index in array.indices { collect(array[index], path + [.index(index)], &places) }
    }
  }

  private func replace(_ json: JSON, _ path: ArraySlice<Step>, _ value: JSON) -> JSON {
    guard let step = path.first else { return value }
    switch step {
    case .key(let key):
      guard case .object(var object) = json, let child = object[key] else { return json }
      object[key] = replace(child, path.dropFirst(), value)
      return .object(object)
    case .index(let index):
      guard var array = json.array, array.indices.contains(index) else { return json }
      array[index] = replace(array[index], path.dropFirst(), value)
      return .array(array)
    }
  }
}
