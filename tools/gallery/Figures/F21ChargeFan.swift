import Figures
import Randomness
import Text

/// How full the batteries of a fleet are over a day: 300 vehicles that leave in the morning and charge at night.
enum ChargeFan: SampleFigure {
  static let name = "charge-fan"

  static var figure: Figure {
    let hours = Sample.grid(0...24, count: 97)
    let vehicles = (0..<300).map { charge(of: $0, hours) }
    func quantile(_ share: Double) -> [Double] {
      hours.indices.map { place in Sample.quantile(share, of: vehicles.map { $0[place] }) }
    }
    let lowest = quantile(0.05).min() ?? 0
    let seconds = hours.map { 3600 * $0 }
    return Figure(
      name, "State of charge of a fleet over a day",
      caption: """
        One vehicle in twenty comes home with less than \(lowest.text(decimals: 0)) %, near the reserve. Line: median; bands: half and nine tenths of \
        300 vehicles. Sample data: random trips, and charging at 7 kW.
        """,
      keywords: ["energy", "fan chart"]
    ) {
      Panel(
        x: .timeOfDay("Time of day"), y: Axis("State of charge", unit: "%", from: 0, to: 100)
      ) {
        ReferenceBand(y: 0...15, "reserve")
        Band(x: seconds, low: quantile(0.05), high: quantile(0.95), opacity: 0.18)
        Band(x: seconds, low: quantile(0.25), high: quantile(0.75), opacity: 0.3)
        Line(x: seconds, y: quantile(0.5))
      }
    }
  }

  private static func charge(of vehicle: Int, _ hours: [Double]) -> [Double] {
    var stream = Sample.stream("fleet", vehicle)
    let leaves = stream.normal(7, 0.7)
    let returns = max(leaves + 2, stream.normal(17, 1.5))
    let use = stream.uniform(25...85) / (returns - leaves)
    let begins = returns + ExponentialDistribution(mean: 1.2).draw(from: &stream)
    // What was missing in the evening is charged until the morning, at 11 % an hour.
    let evening = max(3, 96 - use * (returns - leaves) + stream.normal(0, 6))
    return hours.map { hour in
      switch hour {
      case ..<leaves: min(96, evening + 11 * max(0, hour + 24 - begins))
      case ..<returns: max(evening, 96 - (96 - evening) * (hour - leaves) / (returns - leaves))
      case ..<begins: evening
      default: min(96, evening + 11 * (hour - begins))
      }
    }
  }
}
