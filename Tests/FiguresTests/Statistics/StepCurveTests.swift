import Figures
import Peers
import Testing

@Suite("A step curve")
struct StepCurveTests {
  @Test(
    "of survival is that of SciPy, with its band", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func scipy() throws {
    var random = FixedRandom(seed: 111)
    let rows = (0..<80).map { round -> [Double] in
      let sample = random.sample(2 + random.below(40), shape: round % 2 + 1)
      return sample.flatMap { time -> [Double] in [time, random.below(3) == 0 ? 1 : 0] }
    }
    let script = """
      import numpy as np, warnings
      from scipy.stats import ecdf, CensoredData
      warnings.simplefilter('ignore')
      for row in rows:
          t, c = np.array(row[0::2]), np.array(row[1::2]) > 0
          s = ecdf(CensoredData.right_censored(t, c)).sf
          band = s.confidence_interval(0.9, method='log-log')
          for x in sorted(set(t)):
              print(repr(float(x)), *(repr(float(f.evaluate(x))) for f in (s, band.low, band.high)))
          print()
      """
    let answers = try Peer.numbers(from: script, rows: rows)
    let blocks = answers.split(separator: []).map(Array.init)
    #expect(blocks.count == rows.count)
    var compared = 0
    for (row, block) in zip(rows, blocks) {
      let times = stride(from: 0, to: row.count, by: 2).map { row[$0] }
      let censored = stride(from: 1, to: row.count, by: 2).map { row[$0] > 0 }
      let curve = StepCurve.survival(times, censored: censored, confidence: 0.9)
      for answer in block {
        #expect(agree(curve.value(at: answer[0]), answer[1], 1e-12))
        guard answer[1] > 1e-9, answer[1] < 1 - 1e-9, !answer[2].isNaN else { continue }
        let place = try #require(curve.x.lastIndex { $0 <= answer[0] })
        #expect(
          agree(curve.low[place], answer[2], 1e-9) && agree(curve.high[place], answer[3], 1e-9))
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test("of survival has the shares that Kaplan and Meier's formula gives by hand")
  func survival() {
    let curve = StepCurve.survival([3, 5, 5, 8, 9], censored: [false, false, true, false, true])
    #expect(curve.x == [0, 3, 5, 8, 9])
    for (ours, exact) in zip(curve.y, [1, 0.8, 0.6, 0.3, 0.3]) {
      #expect(agree(ours, exact, 1e-15))
    }
    #expect(curve.value(at: -1) == 1 && curve.value(at: 4) == 0.8)
    let all = StepCurve.survival([1, 2])
    #expect(all.y == [1, 0.5, 0] && all.low[2] == 0 && all.high[2] == all.high[1])
    #expect(StepCurve.survival([-2, 1]).x == [-2, -2, 1])
  }

  @Test("of a sample is its share up to each value, with the band of Massart")
  func ecdf() {
    let curve = StepCurve.ecdf([2, 1, 4, 2, .nan])
    #expect(curve.x == [1, 1, 2, 4] && curve.y == [0, 0.25, 0.75, 1] && curve.omitted == 1)
    // √(ln 40 / 8)
    #expect((curve.high[0] - 0.679050757870).magnitude < 1e-9 && curve.low[3] == 1 - curve.high[0])
    #expect(curve.value(at: 0.5) == 0 && curve.value(at: 3) == 0.75 && curve.value(at: 9) == 1)
  }

  @Test("is one minus the other where nothing is censored", arguments: 0..<8)
  func complement(shape: Int) {
    var random = FixedRandom(seed: UInt64(shape) + 120)
    let sample = random.sample(shape == 7 ? 200_000 : 200, shape: shape)
    let (up, down) = (StepCurve.ecdf(sample), StepCurve.survival(sample))
    #expect(zip(up.y, up.y.dropFirst()).allSatisfy { $0 < $1 })
    for place in stride(from: -6.0, to: 60, by: 0.37) {
      #expect(agree(up.value(at: place), 1 - down.value(at: place), 1e-9))
    }
    for curve in [up, down] {
      for index in curve.x.indices {
        #expect(curve.low[index] <= curve.y[index] && curve.y[index] <= curve.high[index])
      }
    }
  }

  @Test("survives awkward samples", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let finite = sample.filter(\.isFinite)
    for curve in [
      StepCurve.ecdf(sample), .survival(sample), .survival(sample, censored: sample.map { $0 > 2 }),
    ] {
      #expect(curve.x.isEmpty == finite.isEmpty && curve.omitted == sample.count - finite.count)
      #expect(curve.x.count == curve.y.count && curve.y.count == curve.low.count)
      #expect(
        curve.y.allSatisfy { $0 >= 0 && $0 <= 1 }
          && zip(curve.low, curve.high).allSatisfy { $0 <= $1 })
    }
  }
}
