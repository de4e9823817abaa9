import Figures
import Numerics
import Randomness

/// What is watched while a policy learns: noise with a memory upon curves that settle.
enum LossAndEntropy: SampleFigure {
  static let name = "loss-and-entropy"

  static var figure: Figure {
    let steps = Sample.grid(0...500, count: 251)
    let value = noisy("value loss", steps, deviation: 0.07) { 40 * Double.exp(-$0 / 60) + 0.4 }
    let entropy = noisy("entropy", steps, deviation: 0.012) {
      $0 < 320 ? 0.35 + 1.25 * Double.exp(-$0 / 150) : 0.08 + 0.42 * Double.exp(-($0 - 320) / 40)
    }
    let policy = policyLoss(steps)
    return Figure(
      name, "Losses and entropy over training",
      caption: """
        At 320 thousand steps the entropy collapses: the policy stops exploring, and its loss freezes. \
        Sample data: settling curves with remembered noise.
        """,
      keywords: ["training", "diagnosis"],
      arrangement: Arrangement(columns: 1, sharesX: true), legend: .none
    ) {
      Panel(x: axis, y: .number("Value loss", .log10), aspect: 0.28) {
        Line(x: steps, y: value)
      }
      Panel(x: axis, y: .number("Policy loss"), aspect: 0.28) {
        Rule(y: 0)
        Line(x: steps, y: policy)
      }
      Panel(x: axis, y: Axis("Entropy", unit: "nat", zero: true), aspect: 0.28) {
        ReferenceBand(y: 0...0.15, "no exploration")
        Line(x: steps, y: entropy)
        Callout(x: 326, y: 0.4, "collapse")
      }
    }
  }

  private static var axis: Axis { .number("Environment steps (thousands)", from: 0, to: 500) }

  /// A positive curve times noise that remembers.
  private static func noisy(
    _ purpose: String, _ steps: [Double], deviation: Double, _ curve: (Double) -> Double
  ) -> [Double] {
    var (stream, noise) = (Sample.stream(purpose), 0.0)
    return steps.map { step in
      noise = 0.7 * noise + stream.normal(0, deviation)
      return curve(step) * Double.exp(noise)
    }
  }

  private static func policyLoss(_ steps: [Double]) -> [Double] {
    var (stream, noise) = (Sample.stream("policy loss"), 0.0)
    return steps.map { step in
      let isFrozen = step > 330
      noise = 0.5 * noise + stream.normal(0, isFrozen ? 0.0004 : 0.004)
      return -0.02 * Double.exp(-step / 120) + noise
    }
  }
}
