import Figures
import Peers
import Testing

@Suite("A kernel density")
struct KernelDensityTests {
  @Test("is that of SciPy", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func scipy() throws {
    var random = FixedRandom(seed: 71)
    let samples = (0..<40).map { random.sample(5 + random.below(300), shape: $0) }
    let script = """
      import numpy as np
      from scipy.stats import gaussian_kde
      for row in rows:
          for rule in 'scott', 'silverman':
              kde = gaussian_kde(row, rule)
              h = kde.factor * np.std(row, ddof=1)
              x = np.linspace(min(row) - 3 * h, max(row) + 3 * h, 50)
              print(repr(float(h)), *(repr(float(v)) for v in x), *(repr(float(v)) for v in kde(x)))
      """
    let answers = try Peer.numbers(from: script, rows: samples)
    for (index, sample) in samples.enumerated() {
      for (offset, rule) in [KernelDensity.Bandwidth.scott, .silverman].enumerated() {
        let answer = answers[2 * index + offset]
        let density = KernelDensity(sample, bandwidth: rule)
        let curve = density.curve(points: 50)
        #expect((density.bandwidth / answer[0] - 1).magnitude < 1e-13)
        for point in 0..<50 {
          #expect(agree(curve.x[point], answer[1 + point], 1e-13))
          #expect((curve.y[point] / answer[51 + point] - 1).magnitude < 1e-10)
        }
      }
    }
  }

  @Test("has the area 1, with and without bounds", arguments: 0..<4)
  func area(shape: Int) {
    var random = FixedRandom(seed: UInt64(shape) + 80)
    let sample = random.sample(300, shape: shape).map(\.magnitude)
    for (least, greatest) in [(nil, nil), (0, nil), (0, 120)] as [(Double?, Double?)] {
      let density = KernelDensity(sample, least: least, greatest: greatest)
      let inside = sample.filter { $0 <= greatest ?? .infinity }
      #expect(density.count == inside.count && density.omitted == sample.count - inside.count)
      let (low, high) = (
        least ?? (inside.min() ?? 0) - 9 * density.bandwidth,
        greatest ?? (inside.max() ?? 0) + 9 * density.bandwidth
      )
      let count = 200_000
      let step = (high - low) / Double(count)
      // The trapezium rule is as good as exact for a smooth curve with flat ends.
      let sum = (0...count).reduce(0.0) { sum, index in
        let weight = index == 0 || index == count ? 0.5 : 1
        return sum + weight * density.density(at: low + Double(index) * step)
      }
      #expect((sum * step - 1).magnitude < 1e-6)
      if let least { #expect(density.density(at: least - 1e-9) == 0) }
    }
  }

  @Test("of many values on a lattice is that of the values themselves", arguments: 0..<4)
  func lattice(shape: Int) {
    var random = FixedRandom(seed: UInt64(shape) + 90)
    let sample = random.sample(6000, shape: shape)
    let density = KernelDensity(sample)
    let curve = density.curve(points: 60)
    let factor = 1 / (6000 * density.bandwidth * 2.506_628_274_631)
    let most = curve.y.max() ?? 0
    for (x, y) in zip(curve.x, curve.y) {
      let exact = sample.reduce(0.0) { sum, value in
        let distance = (value - x) / density.bandwidth
        return sum + bell(distance)
      }
      #expect((y - exact * factor).magnitude < 2e-4 * most)
    }
  }

  /// The bell curve without the exponential of the program: (1 − t/1024)^1024 and its corrections.
  private func bell(_ x: Double) -> Double {
    // Halve the exponent until the series converges at once, then square back.
    var term = 1.0
    var sum = 0.0
    let small = -0.5 * x * x / 1024
    for order in 1...18 {
      sum += term
      term *= small / Double(order)
    }
    for _ in 0..<10 { sum *= sum }
    return 0.5 * x * x > 700 ? 0 : sum
  }

  @Test("is quick for 200 000 values, and nothing where there is no spread")
  func limits() {
    var random = FixedRandom(seed: 95)
    let curve = KernelDensity(random.sample(200_000, shape: 3), least: 0).curve(points: 256)
    #expect(curve.x.count == 256 && curve.x[0] == 0 && curve.y.allSatisfy { $0 >= 0 })
    for sample in [[], [3], [3, 3, 3], [.nan]] {
      let density = KernelDensity(sample)
      #expect(density.bandwidth == 0 && density.curve(points: 9).x.isEmpty)
      #expect(density.density(at: 3) == 0)
    }
    #expect(!KernelDensity([3], bandwidth: .fixed(2)).curve(points: 9).x.isEmpty)
  }

  @Test("survives awkward samples", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    for rule in [
      KernelDensity.Bandwidth.scott, .silverman, .robust, .fixed(1), .fixed(.nan), .fixed(0),
    ] {
      let density = KernelDensity(sample, bandwidth: rule, least: 0)
      let curve = density.curve(points: 30)
      #expect(density.count + density.omitted == sample.count)
      #expect(curve.x.count == curve.y.count && curve.y.allSatisfy { $0 >= 0 })
      #expect(KernelDensity(sample, bandwidth: rule).curve(points: 1).x.isEmpty)
    }
  }
}
