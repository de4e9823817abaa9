import Figures
import Peers
import Testing

@Suite("A box summary")
struct BoxSummaryTests {
  @Test("is that of Matplotlib", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func matplotlib() throws {
    var random = FixedRandom(seed: 101)
    let samples = (0..<80).map { random.sample(1 + random.below(60), shape: $0) }
    let script = """
      import numpy as np
      from matplotlib.cbook import boxplot_stats
      for row in rows:
          b = boxplot_stats(row)[0]
          print(*(repr(float(v)) for v in [b['med'], b['q1'], b['q3'], b['whislo'], b['whishi'],
                                           b['cilo'], b['cihi'], *np.sort(b['fliers'])]))
      """
    let answers = try Peer.numbers(from: script, rows: samples)
    for (sample, answer) in zip(samples, answers) {
      let box = try #require(BoxSummary(sample))
      let ours =
        [
          box.median, box.lowerQuartile, box.upperQuartile, box.lowerWhisker, box.upperWhisker,
          box.notch.lowerBound, box.notch.upperBound,
        ] + box.outliers
      #expect(ours.count == answer.count)
      #expect(zip(ours, answer).allSatisfy { agree($0, $1, 1e-12) }, "\(ours) \(answer)")
    }
  }

  @Test("survives awkward samples", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let box = BoxSummary(sample)
    let finite = sample.filter(\.isFinite)
    #expect((box == nil) == finite.isEmpty)
    #expect(box.map { $0.count + $0.omitted } ?? sample.count == sample.count)
  }
}
