import Peers
import Statistics
import Testing

@Suite("The warm-up")
struct WarmUpTests {
  /// White noise whose first values are lifted.
  static func lifted(_ height: Double, until end: Int, of count: Int, number: Int) -> [Double] {
    Samples.normal(count, number: number).enumerated().map { index, value in
      index < end ? value + height : value
    }
  }

  static let cases: [[Double]] =
    [Samples.normal(50, number: 1), Samples.normal(53, number: 2), Samples.normal(400, number: 3)]
    + [lifted(5, until: 300, of: 2000, number: 4), lifted(1, until: 700, of: 1500, number: 5)]
    + [Samples.autoregressive(1000, 0.95, number: 6), Samples.exponential(640, number: 7)]

  static let answers = Peer.answers(
    to: """
      import numpy as np
      for i, x in enumerate(\(cases)):
        for size in 5, 8:
          m = len(x) // size
          z = np.array(x[:m * size]).reshape(m, size).mean(axis=1)
          error = [np.sum((z[d:] - z[d:].mean()) ** 2) / (m - d) ** 2 for d in range(m - 4)]
          print(f"{i}/{size}", int(np.argmin(error)) * size)
      """)

  @Test("is cut where the definition says, tried cut by cut", .needsPeer, arguments: cases.indices)
  func definition(index: Int) throws {
    for size in [5, 8] where Self.cases[index].count >= 10 * size {
      let expected = try #require(Self.answers["\(index)/\(size)"]?.first)
      let truncation = WarmUp.truncation(of: Self.cases[index], batchSize: size)
      #expect(truncation.cut == Int(expected))
      #expect(truncation.isReliable == (truncation.cut * 2 < Self.cases[index].count))
    }
  }

  @Test("is found where it was planted", arguments: 0..<20)
  func planted(number: Int) {
    let series = Self.lifted(4, until: 300, of: 3000, number: number)
    let truncation = WarmUp.truncation(of: series)
    #expect((295...400).contains(truncation.cut))
    #expect(truncation.cut.isMultiple(of: 5))
    #expect(truncation.isReliable)
  }

  @Test("is mostly not there in white noise")
  func whiteNoise() {
    let cuts = (0..<500).map { WarmUp.truncation(of: Samples.normal(2000, number: $0)).cut }
    #expect(cuts.filter { $0 == 0 }.count > 300)
    #expect(cuts.filter { $0 <= 100 }.count > 450)
  }

  @Test("that lasts most of the run is called unreliable")
  func unreliable() {
    let series = Self.lifted(4, until: 700, of: 1000, number: 1)
    let truncation = WarmUp.truncation(of: series)
    #expect((700...800).contains(truncation.cut))
    #expect(!truncation.isReliable)
  }

  @Test("of a constant series is nothing, of a short one unknown")
  func degenerate() {
    let constant = WarmUp.truncation(of: [Double](repeating: 3, count: 100))
    #expect(constant.cut == 0)
    #expect(constant.isReliable)
    for count in [0, 1, 49] {
      let short = WarmUp.truncation(of: Samples.normal(count, number: 1))
      #expect(short.cut == 0)
      #expect(!short.isReliable)
    }
  }
}
