import Figures
import Randomness

/// How long sessions last at three powers: lognormal energy over power, with a floor for plugging in.
enum ChargingTimes: SampleFigure {
  static let name = "charging-times"

  static var figure: Figure {
    let groups = [50.0, 150, 300].map { power in
      var stream = Sample.stream("charging times", Int(power))
      let energy = LogNormalDistribution(mean: 34, coefficientOfVariation: 0.45)
      return Distributions.Group(
        "\(Int(power))\u{A0}kW",
        (0..<90).map { _ in 3 + 60 * energy.draw(from: &stream) / min(power, 170 + 0.1 * power) })
    }
    return Figure(
      name, "Length of sessions by power of the charger",
      caption: """
        From 150 to 300 kW sessions get only a little shorter: the vehicles cannot take more. Left: half violins \
        with samples; right: boxes with samples. Sample data: 90 lognormal sessions each.
        """,
      keywords: ["distribution", "session", "rain cloud", "strip"],
      arrangement: Arrangement(columns: 2, sharesY: true), legend: .none
    ) {
      for style in [Distributions.Style.rain, .boxAndStrip] {
        Panel(
          x: .categories(groups.map(\.series)), y: Axis("Session", unit: "min", zero: true),
          aspect: 0.9
        ) {
          Distributions(groups, style, least: 0)
        }
      }
    }
  }
}
