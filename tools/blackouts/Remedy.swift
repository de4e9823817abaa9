import ChargingModels
import HighwayStudies
import HighwayWorld
import Text

/// Something that every station could have had more of.
struct Remedy: Hashable {
  var kind: Kind
  /// How much: % of the grid, kWh of a battery, kW of sun.
  var size: Double

  init(_ kind: Kind, _ size: Double) { (self.kind, self.size) = (kind, size) }

  /// What can be had more of.
  enum Kind: String, CaseIterable {
    case grid
    case battery
    case solar
  }

  /// Its design of a ``BlackoutModel``, with traffic grown by a factor.
  func design(growth: Double) -> [Double] {
    Kind.allCases.reduce(into: [growth]) { $0.append($1 == kind ? size : 0) }
  }

  /// As one says it: `+50 % grid`.
  var words: String {
    switch kind {
    case .grid: "+\(size.shortestText) % grid"
    case .battery: "\(size.shortestText) kWh battery"
    case .solar: "\(size.shortestText) kW sun"
    }
  }

  /// What it costs in a year at all stations.
  func yearly(_ model: BlackoutModel, _ costs: CostTable) -> Double {
    func building(_ design: [Double]) -> Double {
      costs.building(model.scenario(of: design)).reduce(0) { $0 + $1.perYear }
    }
    return building(design(growth: 1)) - building([1, 0, 0, 0])
  }
}

extension Station {
  /// Gives a station more of everything.
  ///
  /// - Parameters:
  ///   - grid: How much more of its grid, in %.
  ///   - battery: How much more battery, in kWh, empty in an hour at full power, and kept full for when the grid
  ///     does not suffice.
  ///   - solar: How much more sun, in kW.
  mutating func strengthen(grid: Double, battery: Double, solar: Double) {
    if case .atMost(let power) = energy.grid { energy.grid = .atMost(power * (1 + grid / 100)) }
    energy.solar.peak += solar
    guard battery > 0 else { return }
    if energy.battery.capacity == 0 {
      energy.battery.chargePower = 0
      energy.battery.dischargePower = 0
    }
    energy.battery.capacity += battery
    energy.battery.chargePower += battery
    energy.battery.dischargePower += battery
    energy.battery.initial = energy.battery.highest
    energy.dispatch = .gridFirst
  }
}
