import Peers
import Randomness
import Statistics
import Testing

@Suite("A control variate")
struct ControlVariateTests {
  static let key = RandomKey(seed: 81)

  /// Outputs of mean 5 whose correlation with standard normal controls is known.
  static func sample(
    _ count: Int, correlation: Double, number: Int
  ) -> (outputs: [Double], controls: [Double]) {
    let normal = NormalDistribution(mean: 0, standardDeviation: 1)
    var stream = key.stream(number)
    let controls = (0..<count).map { _ in normal.draw(from: &stream) }
    let rest = (1 - correlation * correlation).squareRoot()
    return (
      controls.map { 5 + correlation * $0 + rest * normal.draw(from: &stream) }, controls
    )
  }

  @Test("that explains everything leaves no doubt")
  func perfect() {
    let adjusted = ControlVariate([3, 5, 9, 7], controls: [1, 2, 4, 3], expectation: 10)
    #expect((adjusted.interval.mean - 21).magnitude < 1e-12)
    #expect(adjusted.interval.halfWidth < 1e-12)
    #expect((adjusted.coefficient - 2).magnitude < 1e-12)
    #expect((adjusted.correlation - 1).magnitude < 1e-12)
    #expect(adjusted.varianceReduction > 1e20)
  }

  @Test("that does not vary changes nothing")
  func constant() throws {
    let adjusted = ControlVariate([3, 5, 9, 7], controls: [1, 1, 1, 1], expectation: 10)
    #expect(adjusted.interval.mean == 6)
    #expect(adjusted.coefficient == 0)
    #expect((adjusted.varianceReduction - 2.0 / 3).magnitude < 1e-12)
    let flat = ControlVariate([2, 2, 2], controls: [1, 2, 3], expectation: 0)
    #expect(flat.varianceReduction == 1)
    #expect(flat.interval == Interval(mean: 2, low: 2, high: 2))
  }

  @Test("gives the interval that statsmodels predicts at the control's expectation", .needsPeer)
  func peer() throws {
    let (outputs, controls) = Self.sample(25, correlation: 0.8, number: 1)
    let rows = try Peer.numbers(
      from: """
        import numpy as np, statsmodels.api as sm
        y, x = np.array(rows).T
        fit = sm.OLS(y, sm.add_constant(x)).fit()
        print(*fit.get_prediction([[1, 0.3]]).summary_frame(alpha=0.1)[
          ["mean", "mean_ci_lower", "mean_ci_upper"]].iloc[0])
        """, rows: zip(outputs, controls).map { [$0, $1] })
    let interval = ControlVariate(
      outputs, controls: controls, expectation: 0.3, confidence: 0.9
    ).interval
    for (mine, other) in zip([interval.mean, interval.low, interval.high], rows[0]) {
      #expect((mine - other).magnitude < 1e-12 * (1 + other.magnitude))
    }
  }

  @Test("has an interval that holds the mean as often as it says", arguments: [5, 20])
  func coverage(count: Int) {
    let held = Samples.share(of: 4000) { number in
      let (outputs, controls) = Self.sample(count, correlation: 0.9, number: number)
      return ControlVariate(outputs, controls: controls, expectation: 0).interval.contains(5)
    }
    #expect((held - 0.95).magnitude < 0.0103)
  }

  @Test("reduces the variance as much as its correlation allows, and says so")
  func reduction() {
    let studies = (0..<2000).map { number in
      let (outputs, controls) = Self.sample(40, correlation: 0.9, number: number)
      return ControlVariate(outputs, controls: controls, expectation: 0)
    }
    let variance = RunningMoments(studies.map(\.interval.mean)).variance
    // Lavenberg and Welch: (n − 2)/(n − 3) times (1 − ρ²) of the plain variance.
    let exact = 0.19 * 38 / 37 / 40
    #expect((variance / exact - 1).magnitude < 0.1)
    let said = RunningMoments(studies.map(\.varianceReduction)).mean
    #expect((said / (1 / 0.19) - 1).magnitude < 0.1)
  }
}
