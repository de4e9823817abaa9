import Figures
import Peers
import Testing

@Suite("The summary of a series")
struct SeriesSummaryTests {
  @Test(
    "has the centres and bands of NumPy and SciPy", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func scipy() throws {
    var random = FixedRandom(seed: 131)
    let samples = (0..<40).map { random.sample(2 + random.below(30), shape: $0) }
    let script = """
      import numpy as np
      from scipy import stats
      for row in rows:
          t = stats.t.interval(0.9, len(row) - 1, np.mean(row), stats.sem(row))
          print(*(repr(float(v)) for v in [np.mean(row), np.median(row), stats.trim_mean(row, 0.25), *t,
                                           *np.quantile(row, [0.1, 0.75])]))
      """
    let answers = try Peer.numbers(from: script, rows: samples)
    let x = samples.indices.flatMap { index in samples[index].map { _ in Double(-index) } }
    let y = samples.joined().map { $0 }
    let bands = [SeriesSummary.Band.studentT(confidence: 0.9), .quantiles(0.1, 0.75)]
    for (column, centre) in SeriesSummary.Centre.allCases.enumerated() {
      for (number, band) in bands.enumerated() {
        let summary = SeriesSummary(x: x, y: y, centre: centre, band: band)
        #expect(summary.x == samples.indices.map { Double(-$0) }.reversed())
        #expect(summary.counts == samples.reversed().map(\.count))
        for (index, answer) in answers.reversed().enumerated() {
          #expect(agree(summary.centre[index], answer[column], 1e-12))
          guard !answer[3].isNaN else { continue }
          #expect(agree(summary.low[index], answer[3 + 2 * number], 1e-10))
          #expect(agree(summary.high[index], answer[4 + 2 * number], 1e-10))
        }
      }
    }
  }

  @Test("counts every run once, however many rows it has")
  func seeds() {
    let summary = SeriesSummary(
      x: [1, 1, 1, 0, .nan, 1], y: [2, 4, 9, 5, 1, .infinity], seeds: [7, 7, 8, 7, 7, 9])
    #expect(summary.x == [0, 1] && summary.centre == [5, 6] && summary.counts == [1, 2])
    #expect(summary.omitted == 2 && summary.low[0].isNaN && summary.high[0].isNaN)
  }

  @Test(
    "by the bootstrap holds the centre, is as wide as theory says, and comes out the same again")
  func bootstrap() throws {
    var random = FixedRandom(seed: 132)
    let y = (0..<400).map { _ in Double.random(in: 0...1, using: &random) }
    let x = [Double](repeating: 3, count: 400)
    let band = SeriesSummary.Band.bootstrap(confidence: 0.95, resamples: 4000)
    let summary = SeriesSummary(x: x, y: y, band: band)
    let width = summary.high[0] - summary.low[0]
    // 2 · 1.96 · √(1/12) / √400
    #expect((width / 0.05658 - 1).magnitude < 0.08)
    #expect(summary.low[0] < summary.centre[0] && summary.centre[0] < summary.high[0])
    #expect(summary == SeriesSummary(x: x, y: y, band: band))
    #expect(summary != SeriesSummary(x: x, y: y, band: band, randomSeed: 1))
    // Each place draws numbers of its own, and the order of the rows does not matter.
    let two = SeriesSummary(x: x + x.map { $0 + 1 }, y: y + y, band: band)
    #expect(two.low[0] == summary.low[0] && two.low[1] != summary.low[0])
    let shuffled = SeriesSummary(
      x: x, y: y.reversed(), seeds: Array((0..<400).reversed()), band: band)
    #expect(shuffled.low == summary.low)
  }

  @Test("survives awkward samples", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let bands: [SeriesSummary.Band] = [
      .studentT(confidence: 0.95), .quantiles(0, 1), .bootstrap(confidence: 0.9, resamples: 20),
    ]
    for centre in SeriesSummary.Centre.allCases {
      for band in bands {
        let same = SeriesSummary(x: sample.map { _ in 1 }, y: sample, centre: centre, band: band)
        let apart = SeriesSummary(x: sample, y: sample, centre: centre, band: band)
        #expect(same.counts.reduce(0, +) + same.omitted == sample.count)
        #expect(zip(same.low, same.high).allSatisfy { !($0 > $1) })
        #expect(apart.x == apart.x.sorted())
      }
    }
  }
}
