internal import ChargingModels
public import HighwayWorld
internal import Numerics

/// What queueing theory says of each replicate from the number of its cars, with the expectation of that.
///
/// Replicates with more cars than usual strand more; how many more, theory knows well enough to take most of that chance
/// out of a mean (a control variate). Its expectation over the Poisson number of cars is a sum, not an estimate.
public struct QueueingControl: Sendable {
  /// What theory expects over all replicates.
  public let expectation: Double
  private let cars: Double
  private let table: [Double]

  private static let scales: ClosedRange<Double> = 0.5...1.5
  private static let steps = 40

  /// Prepares the control of a scenario; nil where the number of cars is not Poisson, or theory sees nothing vary.
  public init?(of scenario: HighwayScenario, by forecast: QueueingForecast) {
    guard let cars = scenario.expectedArrivals, cars > 30 else { return nil }
    self.cars = cars
    table = (0...Self.steps).map { step in
      let scale =
        Self.scales.lowerBound + Double(step) / Double(Self.steps)
        * (Self.scales.upperBound - Self.scales.lowerBound)
      return forecast.lostShare(of: scenario, traffic: scale)
    }
    guard table.allSatisfy(\.isFinite), let most = table.max(), most > 1e-9 else { return nil }
    // Eight standard deviations to each side hold all but 1e-15 of the chance.
    let reach = 8 * cars.squareRoot()
    let counts = max(0, Int(cars - reach))...Int(cars + reach)
    let control = Self(cars: cars, table: table, expectation: 0)
    var (sum, chance) = (0.0, 0.0)
    for count in counts {
      // The chance of a count is the density of a gamma variable of one shape more.
      let density = Double.exp(GammaFunction.logDensity(shape: Double(count) + 1, cars))
      sum += density * control.value(ofArrivals: Double(count))
      chance += density
    }
    expectation = sum / chance
  }

  private init(cars: Double, table: [Double], expectation: Double) {
    (self.cars, self.table, self.expectation) = (cars, table, expectation)
  }

  /// Returns what theory expects of a replicate with so many cars.
  public func value(ofArrivals arrivals: Double) -> Double {
    let width = Self.scales.upperBound - Self.scales.lowerBound
    let place = (arrivals / cars - Self.scales.lowerBound) / width * Double(Self.steps)
    let step = min(max(0, Int(place)), Self.steps - 1)
    return table[step] + (place - Double(step)) * (table[step + 1] - table[step])
  }
}

extension HighwayScenario {
  /// The mean number of cars in the hours that count, where it is Poisson; nil for other processes.
  public var expectedArrivals: Double? {
    switch traffic.process {
    case .poisson, .rushHour, .singlePeak, .periodic, .hourly: break
    case .uniform, .regular, .bursty, .hawkes, .trace: return nil
    }
    let rates = traffic.rates()
    let slot = 24.0 / Double(rates.count)
    // Whole slots in between, parts of them at both ends.
    func integral(to hours: Double) -> Double {
      let days = (hours / 24).rounded(.down)
      let rest = (hours - 24 * days) / slot
      let whole = min(Int(rest), rates.count - 1)
      let day = rates.compensatedSum() * slot
      return days * day + rates[..<whole].reduce(0, +) * slot
        + (rest - Double(whole)) * slot * rates[whole]
    }
    return integral(to: startHour + duration) - integral(to: startHour + warmUp)
  }
}
