import Foundation
import Numerics
import Peers
import Testing

@Suite("The gamma function")
struct GammaFunctionTests {
  static let shapes = [
    1e-8, 0.01, 0.1, 0.5, 1, 1.5, 2, 3.7, 9.5, 10, 12, 33, 100, 1000, 12_345, 1e6,
  ]
  /// Every shape with arguments from far below to far above it.
  static let pairs: [[Double]] = shapes.flatMap { a -> [[Double]] in
    let shares = [1e-3, 0.1, 0.5, 0.9, 0.97, 0.999, 1, 1.001, 1.03, 1.1, 1.5, 2, 5]
    let deviations: [Double] = [-6, -3, -1, 1, 3, 6]
    let fixed: [Double] = [1e-5, 0.5, 1, 3, 20, 300]
    let near = deviations.map { a + $0 * a.squareRoot() }.filter { $0 > 0 }
    let points: [Double] = shares.map { a * $0 } + near + fixed
    return points.map { [a, $0] }
  }

  @Test("has the logarithm scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func logarithm() throws {
    let rows =
      (-60...300).map { [Foundation.pow(10, Double($0) / 5 / 1.01)] }
      + (1...400).map { [Double($0) / 16] }
    let theirs = try Peer.firstNumbers(
      from: "from scipy.special import gammaln\nfor r in rows: print(gammaln(r[0]))", rows: rows)
    for (row, theirs) in zip(rows, theirs) {
      let error = (GammaFunction.log(row[0]) - theirs).magnitude
      #expect(error <= 1e-14 + 1e-14 * theirs.magnitude, "ln Γ(\(row[0]))")
    }
  }

  @Test("is the factorial of whole numbers")
  func factorial() {
    var product = 1.0
    for n in 1...20 {
      product *= Double(n)
      let error = GammaFunction.log(Double(n) + 1) - Double.log(product)
      #expect(error.magnitude < 1e-14 * Double.maximum(1, Double.log(product)), "\(n)!")
    }
  }

  @Test("has the lower integral scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func lower() throws {
    // scipy itself is right to 1e-15 of 1, not of the value, far below a large shape.
    try compare("gammainc", absolute: 1e-15) { GammaFunction.lowerRegularised(shape: $0, $1) }
  }

  @Test("has the upper integral scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func upper() throws {
    // Below a + 1 the upper integral is 1 − P, with the absolute accuracy of 1.
    try compare("gammaincc", absolute: 3e-15) { GammaFunction.upperRegularised(shape: $0, $1) }
  }

  private func compare(
    _ name: String, absolute: Double = 0, _ ours: (Double, Double) -> Double
  ) throws {
    let theirs = try Peer.firstNumbers(
      from: "from scipy.special import \(name)\nfor a, x in rows: print(\(name)(a, x))",
      rows: Self.pairs)
    for (pair, theirs) in zip(Self.pairs, theirs) where theirs > 1e-290 {
      let error = (ours(pair[0], pair[1]) - theirs).magnitude
      #expect(
        error <= 1e-12 * theirs + absolute,
        "\(name)\(pair) is \(error / theirs) off")
    }
  }

  @Test("has the density scipy has", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func density() throws {
    let theirs = try Peer.firstNumbers(
      from: """
        from scipy.stats import gamma
        for a, x in rows: print(gamma.logpdf(x, a))
        """, rows: Self.pairs)
    for (pair, theirs) in zip(Self.pairs, theirs) {
      let (a, x) = (pair[0], pair[1])
      // scipy subtracts the large terms from each other; their digits are the limit here.
      let size = (a * Double.log(x)).magnitude + x + GammaFunction.log(a).magnitude + 1
      let error = (GammaFunction.logDensity(shape: a, x) - theirs).magnitude
      #expect(error <= 2e-15 * size, "\(pair)")
    }
  }

  @Test("gives Poisson probabilities that add up to 1", arguments: [0.3, 10, 1e4, 1e9, 1e14])
  func poisson(mean: Double) {
    let width = 9 * mean.squareRoot() + 30
    let first = Double.maximum(0, (mean - width).rounded(.down))
    let step = Double.maximum(1, (width / 20_000).rounded())
    var sum = CompensatedSum()
    for count in stride(from: first, through: mean + width, by: step) {
      sum.add(step * Double.exp(GammaFunction.logDensity(shape: count + 1, mean)))
    }
    #expect((sum.value - 1).magnitude < 1e-11)
  }

  @Test("answers the ends of its range")
  func ends() {
    #expect(GammaFunction.log(0).isNaN && GammaFunction.log(.nan).isNaN)
    #expect(GammaFunction.log(.infinity) == .infinity)
    #expect(GammaFunction.lowerRegularised(shape: 2, 0) == 0)
    #expect(GammaFunction.lowerRegularised(shape: 2, .infinity) == 1)
    #expect(GammaFunction.upperRegularised(shape: 2, 0) == 1)
    #expect(GammaFunction.upperRegularised(shape: 2, .infinity) == 0)
    #expect(GammaFunction.lowerRegularised(shape: 0, 1).isNaN)
    #expect(GammaFunction.upperRegularised(shape: 1, -1).isNaN)
    #expect(GammaFunction.logDensity(shape: 1, 0) == 0)
    #expect(GammaFunction.logDensity(shape: 2, 0) == -.infinity)
  }

  @Test("is exponential for shape 1, with a tail that does not cancel")
  func exponential() {
    for x in [0.1, 1, 5, 50, 300, 700] {
      let tail = Double.exp(-x)
      let error = GammaFunction.upperRegularised(shape: 1, x) / tail - 1
      #expect(error.magnitude < 1e-12)
    }
  }
}
