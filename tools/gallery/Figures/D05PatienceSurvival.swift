import Figures
import Randomness

/// How long customers are ready to wait: many are served before their patience ends, so of theirs only a
/// lower bound is known (Kaplan and Meier).
enum PatienceSurvival: SampleFigure {
  static let name = "patience-survival"

  static var figure: Figure {
    Figure(
      name, "Patience of customers",
      caption: """
        After half an hour three of five of those without a reservation have given up, but less than a third of those \
        with one. \
        Steps: Kaplan and Meier's estimate with 95 % bands; those who were served in time count as \
        long as they waited. Sample data: exponential patience and waits.
        """,
      keywords: ["distribution", "patience", "survival"], legend: .inside
    ) {
      Panel(
        x: Axis("Wait", unit: "min", from: 0, to: 60),
        y: .number("Share still waiting", .log10, from: 0.05, to: 1)
      ) {
        survival("reservation", mean: 85)
        survival("no reservation", mean: 29)
      }
    }
  }

  private static func survival(_ group: String, mean: Double) -> StepDistribution {
    var stream = Sample.stream("patience of " + group)
    let (patience, offered) = (
      ExponentialDistribution(mean: mean), ExponentialDistribution(mean: 40)
    )
    let seen = (0..<300).map { _ in
      (patience.draw(from: &stream), offered.draw(from: &stream))
    }
    return StepDistribution(
      seen.map { min($0, $1) }, censored: seen.map { $1 < $0 }, series: group, survival: true,
      band: true)
  }
}
