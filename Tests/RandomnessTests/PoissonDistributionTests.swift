import Foundation
import Numerics
import Randomness
import Peers
import Testing

@Suite("A Poisson distribution")
struct PoissonDistributionTests {
  @Test(
    "draws what theory says",
    arguments: [0.01, 0.5, 3, 9.99, 10, 11.5, 35, 1e4, 1e9, 1e14])
  func fit(mean: Double) {
    let distribution = PoissonDistribution(mean: mean)
    var stream = GoodnessOfFit.stream("poisson", Int(mean * 100))
    let sample = (0..<GoodnessOfFit.draws).map { _ in distribution.draw(from: &stream) }
    #expect(sample.allSatisfy { $0 >= 0 })
    GoodnessOfFit.expectMoments(sample.map(Double.init), mean: mean, variance: mean)

    // Cells of about equal probability, each of one or more whole numbers.
    var edges: [Int] = []
    for share in 1..<40 {
      let z = StandardNormal.quantile(Double(share) / 40)
      let edge = Int((mean + mean.squareRoot() * z).rounded(.down))
      if edge >= 0, edge != edges.last { edges.append(edge) }
    }
    let shares = [0] + edges.map { share(upTo: $0, mean: mean) } + [1]
    let probabilities = zip(shares.dropFirst(), shares).map { $0 - $1 }
    var counts = [Int](repeating: 0, count: edges.count + 1)
    for count in sample { counts[edges.firstIndex { count <= $0 } ?? edges.count] += 1 }
    guard mean > 0.4 else {
      #expect(counts.first == sample.count { $0 == 0 })
      return
    }
    GoodnessOfFit.expectCounts(counts, probabilities: probabilities)
  }

  /// The probability of a count of no more than so many: Q(count + 1, mean), or for large means
  /// the normal distribution with the Cornish-Fisher terms in 1/√mean and 1/mean.
  private func share(upTo count: Int, mean: Double) -> Double {
    guard mean > 1e6 else {
      return GammaFunction.upperRegularised(shape: Double(count) + 1, mean)
    }
    let z = (Double(count) + 0.5 - mean) / mean.squareRoot()
    let density = Double.exp(-0.5 * z * z) * 0.3989422804014327
    return StandardNormal.cumulative(z) - density * (z * z - 1) / 6 / mean.squareRoot()
  }

  @Test("is always zero for mean zero")
  func zero() {
    var stream = GoodnessOfFit.stream("zero")
    let distribution = PoissonDistribution(mean: 0)
    #expect((0..<1000).allSatisfy { _ in distribution.draw(from: &stream) == 0 })
  }

  @Test(
    "has scipy's probabilities, count by count", .enabled(if: Peer.isThere, "\(Peer.missing)"),
    arguments: [0.5, 9.99, 10, 35])
  func peer(mean: Double) throws {
    let cells = 0..<Int(mean + 4 * mean.squareRoot() + 2)
    let script = "from scipy.stats import poisson\nfor k, m in rows: print(poisson.pmf(k, m))"
    let theirs = try Peer.firstNumbers(from: script, rows: cells.map { [Double($0), mean] })
    var stream = GoodnessOfFit.stream("poisson peer", Int(mean * 100))
    var counts = [Int](repeating: 0, count: cells.count + 1)
    let distribution = PoissonDistribution(mean: mean)
    for _ in 0..<GoodnessOfFit.draws {
      counts[min(distribution.draw(from: &stream), cells.count)] += 1
    }
    // Cells that expect fewer than five are one cell.
    let rare = theirs.indices.filter { theirs[$0] * Double(GoodnessOfFit.draws) < 5 }
    let common = theirs.indices.filter { !rare.contains($0) }
    let likely = common.map { theirs[$0] }
    GoodnessOfFit.expectCounts(
      common.map { counts[$0] } + [rare.map { counts[$0] }.reduce(counts[cells.count], +)],
      probabilities: likely + [1 - likely.reduce(0, +)])
  }
}
