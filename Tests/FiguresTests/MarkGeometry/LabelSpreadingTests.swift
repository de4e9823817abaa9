import Figures
import Peers
import Testing

@Suite("Labels along a line")
struct LabelSpreadingTests {
  @Test(
    "are moved as little as a general optimiser finds",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func scipy() throws {
    var random = FixedRandom(seed: 37)
    let rows = (0..<60).map { _ in
      (0..<(1 + random.below(6))).flatMap { _ in
        [Double(random.below(1000)) / 10, 2 + Double(random.below(100)) / 10]
      }
    }
    let script = """
      import numpy as np
      from scipy.optimize import minimize
      for row in rows:
          w, s = np.array(row[0::2]), np.array(row[1::2])
          order = np.argsort(w, kind='stable')
          w, s = w[order], s[order]
          bounds = [(h, 90 - h) for h in s / 2]
          apart = [{'type': 'ineq', 'fun': lambda c, i=i: c[i + 1] - c[i] - (s[i] + s[i + 1]) / 2 - 1}
                   for i in range(len(w) - 1)]
          start = np.cumsum(s + 1) - s / 2
          best = minimize(lambda c: ((c - w) ** 2).sum(), start, jac=lambda c: 2 * (c - w),
                          bounds=bounds, constraints=apart, method='SLSQP',
                          options=dict(ftol=1e-14, maxiter=1000))
          answer = np.empty(len(w)); answer[order] = best.x
          print(*answer)
      """
    let answers = try Peer.numbers(from: script, rows: rows)
    for (row, answer) in zip(rows, answers) {
      let (wanted, sizes) = (
        stride(from: 0, to: row.count, by: 2), stride(from: 1, to: row.count, by: 2)
      )
      let ours = LabelSpreading(
        wanted: wanted.map { row[$0] }, sizes: sizes.map { row[$0] }, gap: 1, within: 0...90)
      #expect(ours.fits)
      for (place, other) in zip(ours.places, answer) {
        #expect((try #require(place) - other).magnitude < 1e-5, "\(row): \(ours.places) \(answer)")
      }
    }
  }

  @Test("never cover each other, keep their order and stay within bounds when they fit")
  func apart() throws {
    var random = FixedRandom(seed: 38)
    for _ in 0..<500 {
      let count = random.below(12)
      let wanted = (0..<count).map { _ in Double(random.below(120)) - 10 }
      let sizes = (0..<count).map { _ in 1 + Double(random.below(12)) }
      let spread = LabelSpreading(wanted: wanted, sizes: sizes, within: 0...100)
      #expect(spread.fits == (sizes.reduce(0, +) <= 100))
      let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
      let places = try spread.places.map { try #require($0) }
      for (index, next) in zip(order, order.dropFirst()) {
        #expect(places[index] <= places[next])
        if spread.fits {
          #expect(places[next] - places[index] > (sizes[index] + sizes[next]) / 2 - 1e-9)
        }
      }
      if spread.fits {
        for (place, size) in zip(places, sizes) {
          #expect(place - size / 2 > -1e-9 && place + size / 2 < 100 + 1e-9)
        }
      }
    }
  }

  @Test("stay where they want to be when they can, and are squeezed evenly when there is no room")
  func known() {
    #expect(LabelSpreading(wanted: [50, 10], sizes: [8, 8]).places == [50, 10])
    #expect(
      LabelSpreading(wanted: [10, 11, 40], sizes: [8, 8, 8], within: 0...60).places == [
        6.5, 14.5, 40,
      ])
    let crowd = LabelSpreading(wanted: [5, 5, 5, 5], sizes: [10, 10, 10, 10], within: 0...20)
    #expect(!crowd.fits && crowd.places == [2.5, 7.5, 12.5, 17.5])
    let odd = LabelSpreading(wanted: [.nan, 3, .infinity], sizes: [1, 1, 1], within: 0...9)
    #expect(odd.places == [nil, 3, nil] && odd.fits)
    #expect(LabelSpreading(wanted: [], sizes: []).fits)
  }

  @Test("survive awkward numbers, and as many as there may be", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let spread = LabelSpreading(wanted: sample, sizes: sample.map { _ in 1 }, within: 0...1e6)
    #expect(spread.places.compactMap { $0 }.count == sample.filter(\.isFinite).count)
    let many = LabelSpreading(
      wanted: (0..<50_000).map { Double($0 % 100) }, sizes: [Double](repeating: 1, count: 50_000))
    #expect(many.fits)
  }
}
