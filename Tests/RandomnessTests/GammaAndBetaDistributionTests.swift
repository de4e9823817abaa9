import Foundation
import Numerics
import Randomness
import Testing

@Suite("A gamma distribution")
struct GammaDistributionTests {
  @Test("draws what theory says", arguments: [0.05, 0.5, 0.99, 1, 1.5, 4, 100, 1e6])
  func fit(shape: Double) {
    let distribution = GammaDistribution(shape: shape, scale: 3)
    var stream = GoodnessOfFit.stream("gamma", Int(shape * 100))
    let sample = (0..<GoodnessOfFit.draws).map { _ in distribution.draw(from: &stream) }
    #expect(sample.allSatisfy { $0 >= 0 && $0.isFinite })
    GoodnessOfFit.expectMoments(
      sample, mean: distribution.mean, variance: distribution.variance)
    GoodnessOfFit.expectContinuous(Array(sample.prefix(shape > 1e5 ? 5000 : 50_000))) {
      GammaFunction.lowerRegularised(shape: shape, $0 / 3)
    }
  }

  @Test("has the moments of its parameters")
  func moments() {
    let distribution = GammaDistribution(shape: 4, scale: 3)
    #expect(distribution.mean == 12 && distribution.variance == 36)
  }
}

@Suite("A beta distribution")
struct BetaDistributionTests {
  @Test(
    "draws what theory says",
    arguments: [(0.5, 0.5), (1, 1), (2, 5), (0.1, 3), (300, 20), (0.05, 0.05)])
  func fit(alpha: Double, beta: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    var stream = GoodnessOfFit.stream("beta", Int(alpha * 1000 + beta))
    let sample = (0..<GoodnessOfFit.draws).map { _ in distribution.draw(from: &stream) }
    #expect(sample.allSatisfy { $0 >= 0 && $0 <= 1 })
    GoodnessOfFit.expectMoments(
      sample, mean: distribution.mean, variance: distribution.variance)
    // So near the ends that neighbouring numbers share one Double, the ends hold lumps of mass.
    guard min(alpha, beta) >= 0.1 else { return }
    GoodnessOfFit.expectContinuous(Array(sample.prefix(50_000))) {
      BetaFunction.regularised($0, alpha, beta)
    }
  }

  @Test("has the moments of its parameters")
  func moments() {
    let distribution = BetaDistribution(alpha: 2, beta: 6)
    #expect(distribution.mean == 0.25)
    #expect(distribution.variance == 12.0 / 64 / 9)
  }

  @Test("falls to one of the ends when the weights are next to nothing")
  func ends() {
    let distribution = BetaDistribution(alpha: 3e-6, beta: 1e-6)
    var stream = GoodnessOfFit.stream("ends")
    let sample = (0..<20_000).map { _ in distribution.draw(from: &stream) }
    let high = sample.count { $0 > 0.5 }
    GoodnessOfFit.expectCounts([high, sample.count - high], probabilities: [0.75, 0.25])
  }
}

@Suite("Draws by rejection")
struct GoldenRejectionTests {
  @Test("keep every draw from one version to the next")
  func golden() {
    let key = RandomKey(seed: 42).key("golden")
    var (a, b, c, d) = (key.stream(1), key.stream(2), key.stream(3), key.stream(4))
    let gamma = GammaDistribution(shape: 2.5, scale: 3)
    let beta = BetaDistribution(alpha: 0.7, beta: 3)
    let count = PoissonDistribution(mean: 35)
    let kind = CategoricalDistribution(weights: [0.25, 0.40, 0.25, 0.10])
    #expect(
      (0..<4).map { _ in gamma.draw(from: &a) } == [
        10.567444770673807, 9.073979845638114, 3.607644106384815, 4.552198137050751,
      ])
    #expect(
      (0..<4).map { _ in beta.draw(from: &b) } == [
        0.3249993152872403, 0.03456872567541789, 0.1349985103404142, 0.08722496710951201,
      ])
    #expect((0..<8).map { _ in count.draw(from: &c) } == [35, 30, 38, 36, 43, 34, 33, 37])
    #expect((0..<12).map { _ in kind.draw(from: &d) } == [1, 1, 2, 2, 1, 0, 1, 1, 2, 1, 1, 1])
  }
}
