import Figures
import Peers
import Testing

@Suite("A histogram")
struct HistogramBinsTests {
  @Test("counts into its edges as NumPy does", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func numpy() throws {
    var random = FixedRandom(seed: 51)
    var (rows, bins) = ([[Double]](), [HistogramBins]())
    for round in 0..<120 {
      let sample = random.sample(1 + random.below(400), shape: round)
      let rules: [HistogramBins.Rule] = [
        .freedmanDiaconis, .count(1 + random.below(40)), .edges([0, 0.5, 3, 8, 20]),
      ]
      let isLogarithmic = round % 4 == 1 && round % 3 != 2
      let found = HistogramBins(sample, rule: rules[round % 3], isLogarithmic: isLogarithmic)
      bins.append(found)
      rows.append([Double(found.edges.count)] + found.edges + sample)
    }
    let script = """
      import numpy as np
      for row in rows:
          n = int(row[0])
          counts, edges = np.histogram(row[n + 1:], row[1:n + 1])
          density = np.histogram(row[n + 1:], row[1:n + 1], density=True)[0]
          print(*counts, *density)
      """
    let answers = try Peer.numbers(from: script, rows: rows)
    for ((found, answer), row) in zip(zip(bins, answers), rows) {
      #expect(found.counts.map(Double.init) == answer.prefix(found.counts.count).map { $0 })
      for (ours, other) in zip(found.densities, answer.dropFirst(found.counts.count))
      where !other.isNaN {
        #expect(agree(ours, other, 1e-12))
      }
      #expect(found.omitted == row.count - 1 - found.edges.count - found.counts.reduce(0, +))
    }
  }

  @Test(
    "has round edges",
    arguments: [
      ([0.2, 0.7, 1.1, 1.2, 3.9], 4, [0.0, 1, 2, 3, 4]), ([0, 10], 4, [0, 2.5, 5, 7.5, 10]),
      ([-3, 1], 4, [-3, -2, -1, 0, 1]), ([7, 7], 10, [6.75, 7.25]), ([0], 1, [-0.5, 0.5]),
      ([1e300, -1e300], 2, [-1e300, 0, 1e300]), ([1e-300, 3e-300], 2, [1e-300, 2e-300, 3e-300]),
      ([.nan], 3, []), ([], 3, []),
    ] as [([Double], Int, [Double])])
  func known(values: [Double], count: Int, edges: [Double]) {
    #expect(HistogramBins(values, count: count).edges == edges)
  }

  @Test("has edges of even ratio and round decades on a logarithmic axis")
  func logarithmic() {
    let bins = HistogramBins([0.02, 1, 300, 0, -1], count: 5, isLogarithmic: true)
    #expect(bins.edges == [0.01, 0.1, 1, 10, 100, 1000])
    #expect(bins.counts == [1, 0, 1, 0, 1] && bins.omitted == 2)
  }

  @Test("takes the width of Freedman and Diaconis, or of Scott, to the nearest round step")
  func rules() throws {
    // Quartiles 25 and 75 of 0…100: 2 · 50 / 101^⅓ = 21.5.
    let even = HistogramBins((0...100).map(Double.init))
    #expect(even.edges == [0, 20, 40, 60, 80, 100])
    // Quartiles equal: 3.49 · 2.2 / 100^⅓ = 1.65.
    let peaked = HistogramBins((0..<100).map { $0 < 95 ? 5 : 15 })
    #expect(peaked.edges.count == 6 || peaked.edges.count == 7)
    #expect(peaked.counts.reduce(0, +) == 100)
  }

  @Test("encloses every sample in at most 200 bins", arguments: 0..<8)
  func limits(shape: Int) throws {
    var random = FixedRandom(seed: UInt64(shape) + 60)
    let sample = random.sample(shape == 7 ? 200_000 : 5000, shape: shape)
    for isLogarithmic in [false, true] {
      let bins = HistogramBins(sample, isLogarithmic: isLogarithmic)
      #expect((1...200).contains(bins.counts.count))
      #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 < $1 })
      #expect(bins.counts.reduce(0, +) + bins.omitted == sample.count)
      #expect(isLogarithmic || bins.omitted == 0)
    }
  }

  @Test("survives awkward samples", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    for isLogarithmic in [false, true] {
      for rule in [
        HistogramBins.Rule.freedmanDiaconis, .count(0), .count(1_000_000), .edges(sample),
      ] {
        let bins = HistogramBins(sample, rule: rule, isLogarithmic: isLogarithmic)
        #expect(bins.counts.count <= 201 && bins.counts.count == Swift.max(0, bins.edges.count - 1))
        #expect(bins.edges.allSatisfy { $0.isFinite })
        #expect(bins.counts.reduce(0, +) + bins.omitted == sample.count)
        if rule == .freedmanDiaconis {
          let usable = sample.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
          #expect(bins.omitted == sample.count - usable.count)
        }
      }
    }
  }
}
