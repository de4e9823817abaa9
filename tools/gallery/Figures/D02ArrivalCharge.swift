import Figures
import Randomness

/// How full batteries are on arrival at three kinds of site: samples of beta distributions.
enum ArrivalCharge: SampleFigure {
  static let name = "arrival-charge"

  static var figure: Figure {
    Figure(
      name, "State of charge on arrival",
      caption: """
        On the motorway drivers come nearly empty; at home they plug in whatever the state. Curves: smoothed \
        density of 600 arrivals each. Sample data: beta distributions.
        """,
      keywords: ["distribution", "state of charge", "density"], legend: .inside
    ) {
      Panel(
        x: Axis("State of charge on arrival", unit: "%", from: 0, to: 100),
        y: Axis("Density", unit: "%^{-1}", zero: true), aspect: 0.5
      ) {
        density("motorway", 2.2, 9)
        density("shopping", 3.4, 4.2)
        density("home", 4.4, 2.4)
      }
    }
  }

  private static func density(_ site: String, _ alpha: Double, _ beta: Double) -> Density {
    var stream = Sample.stream("arrival charge " + site)
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    return Density(
      (0..<600).map { _ in 100 * distribution.draw(from: &stream) }, series: site, least: 0,
      greatest: 100)
  }
}
