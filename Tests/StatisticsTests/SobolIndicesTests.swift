import Peers
import Randomness
import Statistics
import Testing

@Suite("Sobol's indices")
struct SobolIndicesTests {
  static let key = RandomKey(seed: 21)

  @Test("of Ishigami's function are within 0.01 at 8192 base points", arguments: 0..<5)
  func ishigami(number: Int) {
    let key = Self.key.key(number)
    let design = SaltelliSample(factors: 3, basePoints: 8192, key: key)
    let indices = SobolIndices(design.points.map(SensitivityModel.ishigami), of: design, key: key)
    for factor in 0..<3 {
      let (first, total) = (indices.first[factor], indices.total[factor])
      #expect((first.mean - SensitivityModel.ishigamiFirst[factor]).magnitude < 0.01)
      #expect((total.mean - SensitivityModel.ishigamiTotal[factor]).magnitude < 0.01)
      #expect(first.contains(SensitivityModel.ishigamiFirst[factor]))
      #expect(total.contains(SensitivityModel.ishigamiTotal[factor]))
    }
    #expect((indices.variance / SensitivityModel.ishigamiVariance - 1).magnitude < 0.01)
    #expect(indices.noise == 0)
  }

  @Test("of the g-function are within 0.01, whatever the weights")
  func gFunction() {
    let weights = [0.0, 1, 4.5, 9, 99, 99, 99, 99]
    let design = SaltelliSample(factors: 8, basePoints: 8192, key: Self.key)
    let outputs = design.points.map { SensitivityModel.g(weights, $0) }
    let indices = SobolIndices(outputs, of: design, key: Self.key)
    let exact = SensitivityModel.gIndices(weights)
    for factor in weights.indices {
      #expect((indices.first[factor].mean - exact.first[factor]).magnitude < 0.01)
      #expect((indices.total[factor].mean - exact.total[factor]).magnitude < 0.01)
    }
  }

  @Test("of pairs find the one interaction that there is")
  func interactions() throws {
    let design = SaltelliSample(factors: 3, basePoints: 4096, secondOrder: true, key: Self.key)
    let outputs = design.points.map(SensitivityModel.ishigami)
    let indices = SobolIndices(outputs, of: design, key: Self.key)
    #expect(indices.interactions.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    for (interaction, exact) in zip(indices.interactions, [0, 0.243684, 0]) {
      #expect((interaction.share.mean - exact).magnitude < 0.015)
      #expect(interaction.share.contains(exact))
    }
  }

  @Test("are SALib's on the same outputs", .needsPeer)
  func peer() throws {
    let design = SaltelliSample(factors: 3, basePoints: 512, secondOrder: true, key: Self.key)
    let outputs = design.points.map(SensitivityModel.ishigami)
    let indices = SobolIndices(outputs, of: design, key: Self.key)
    let rows = try Peer.numbers(
      from: """
        import numpy as np
        from SALib.analyze import sobol
        problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[0, 1]] * 3}
        s = sobol.analyze(problem, np.array(rows)[:, 0], num_resamples=200, seed=1)
        for name in "S1", "ST": print(*s[name]); print(*s[name + "_conf"])
        print(s["S2"][0, 1], s["S2"][0, 2], s["S2"][1, 2])
        """, rows: outputs.map { [$0] })
    for (intervals, (means, halfWidths)) in [
      (indices.first, (rows[0], rows[1])), (indices.total, (rows[2], rows[3])),
    ] {
      for factor in 0..<3 {
        #expect((intervals[factor].mean - means[factor]).magnitude < 1e-12)
        // Theirs is a normal interval of 200 resamples of single groups.
        #expect((intervals[factor].halfWidth / halfWidths[factor] - 1).magnitude < 0.5)
      }
    }
    for (interaction, theirs) in zip(indices.interactions, rows[4]) {
      #expect((interaction.share.mean - theirs).magnitude < 1e-12)
    }
  }

  @Test("have intervals that hold the truth as often as they say, on independent points")
  func coverage() {
    var held = [Int](repeating: 0, count: 6)
    let trials = 400
    for number in 0..<trials {
      let key = Self.key.key(number)
      var stream = key.stream()
      let pairs = DesignPoints(
        dimensions: 6, coordinates: (0..<600 * 6).map { _ in stream.nextUnit() })
      let design = SaltelliSample(pairs: pairs)
      let indices = SobolIndices(
        design.points.map(SensitivityModel.ishigami), of: design, resamples: 500, key: key)
      let truth = SensitivityModel.ishigamiFirst + SensitivityModel.ishigamiTotal
      for (place, interval) in (indices.first + indices.total).enumerated()
      where interval.contains(truth[place]) { held[place] += 1 }
    }
    // Percentiles fall a little short of 0.95; three standard errors of 400 trials are 0.033.
    for count in held { #expect((0.905...0.983).contains(Double(count) / Double(trials))) }
  }

  @Test("have intervals that hold the truth at least as often as they say, on Sobol's points")
  func sobolCoverage() {
    var held = [Int](repeating: 0, count: 6)
    for number in 0..<100 {
      let key = Self.key.key(number)
      let design = SaltelliSample(factors: 3, basePoints: 512, key: key)
      let indices = SobolIndices(
        design.points.map(SensitivityModel.ishigami), of: design, resamples: 500, key: key)
      let truth = SensitivityModel.ishigamiFirst + SensitivityModel.ishigamiTotal
      for (place, interval) in (indices.first + indices.total).enumerated()
      where interval.contains(truth[place]) { held[place] += 1 }
    }
    for count in held { #expect(count >= 93) }
  }

  @Test("keep the totals free of the noise, which is a share of its own")
  func noise() {
    let design = SaltelliSample(factors: 3, basePoints: 8192, key: Self.key)
    let distribution = NormalDistribution(mean: 0, standardDeviation: 2)
    var stream = Self.key.key("noise").stream()
    let outputs = design.points.map {
      SensitivityModel.ishigami($0) + distribution.draw(from: &stream)
    }
    let indices = SobolIndices(outputs, of: design, noiseVariance: 4, key: Self.key)
    let whole = SensitivityModel.ishigamiVariance + 4
    let shrink = SensitivityModel.ishigamiVariance / whole
    #expect((indices.noise - 4 / whole).magnitude < 0.005)
    for factor in 0..<3 {
      let (first, total) = (indices.first[factor].mean, indices.total[factor].mean)
      #expect((first - shrink * SensitivityModel.ishigamiFirst[factor]).magnitude < 0.03)
      #expect((total - shrink * SensitivityModel.ishigamiTotal[factor]).magnitude < 0.03)
    }
  }

  @Test("are zero where nothing varies, and repeat for the same key")
  func degenerate() {
    let design = SaltelliSample(factors: 2, basePoints: 16, secondOrder: true, key: Self.key)
    let flat = SobolIndices(design.points.map { _ in 0.1 }, of: design, key: Self.key)
    #expect((flat.first + flat.total).allSatisfy { $0 == Interval(mean: 0, low: 0, high: 0) })
    let outputs = design.points.map { $0[0] * $0[1] }
    let twice = (0..<2).map { _ in SobolIndices(outputs, of: design, key: Self.key) }
    #expect(twice[0] == twice[1])
  }
}
