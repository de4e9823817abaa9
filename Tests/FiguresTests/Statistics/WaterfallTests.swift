import Figures
import Peers
import Testing

@Suite("A waterfall, parallel columns and a load duration curve")
struct WaterfallTests {
  @Test("hangs each bar where the one before has ended")
  func waterfall() {
    let costs = Waterfall([.change(10), .change(-4), .total, .change(.nan), .change(0), .total])
    #expect(costs.bars.map(\.from) == [0, 10, 0, 6, 6, 0])
    #expect(costs.bars.map(\.to) == [10, 6, 6, 6, 6, 6])
    #expect(costs.bars.map(\.kind) == [.rise, .fall, .total, .gap, .rise, .total])
    #expect(costs.total == 6 && Waterfall([]).total == 0)
  }

  @Test("ends at the sum of all changes", arguments: awkwardSamples)
  func sum(sample: [Double]) {
    let bars = Waterfall(sample.map { .change($0) } + [.total])
    #expect(bars.total == sample.filter(\.isFinite).reduce(0, +))
    #expect(zip(bars.bars, bars.bars.dropFirst().dropLast()).allSatisfy { $0.to == $1.from })
  }

  @Test("brings columns to the same height, the right way up")
  func parallel() {
    let scaled = ParallelScaling(
      [[10, 30, 20], [1, 2, .nan], [5, 5], [], [1.7e308, -1.7e308, 0]], isReversed: [true])
    #expect(scaled.columns == [[1, 0, 0.5], [0, 1, nil], [0.5, 0.5], [], [1, 0, 0.5]])
    #expect(scaled.ranges == [10...30, 1...2, 5...5, nil, -1.7e308...1.7e308])
  }

  @Test("keeps all values of a column between 0 and 1", arguments: awkwardSamples)
  func parallelAwkward(sample: [Double]) {
    let scaled = ParallelScaling([sample, sample], isReversed: [false, true])
    for (up, down) in zip(scaled.columns[0], scaled.columns[1]) {
      if let up, let down { #expect((0...1).contains(up) && agree(up, 1 - down, 1e-15)) }
    }
  }

  @Test("sorts loads, and weighs them by how long they last")
  func duration() throws {
    let even = LoadDuration([3, 9, 1, 3, .nan])
    #expect(even.loads == [9, 3, 3, 1] && even.shares == [0.25, 0.5, 0.75, 1])
    #expect(
      even.omitted == 1 && even.load(at: 0.6) == 3 && even.load(at: 0) == 9 && even.load(at: 1) == 1
    )
    let weighed = LoadDuration([1, 5, 2, 8], durations: [6, 2, 2, 0])
    #expect(weighed.loads == [5, 2, 1] && weighed.omitted == 1)
    #expect(zip(weighed.shares, [0.2, 0.4, 1]).allSatisfy { agree($0, $1, 1e-15) })
    #expect(LoadDuration([]).load(at: 0.5) == nil)
  }

  @Test("has below its curve the mean load")
  func meanLoad() {
    var random = FixedRandom(seed: 151)
    let loads = random.sample(200_000, shape: 0)
    let curve = LoadDuration(loads)
    let starts = [0] + curve.shares.dropLast()
    let area = zip(curve.loads, zip(starts, curve.shares)).reduce(0) {
      $0 + $1.0 * ($1.1.1 - $1.1.0)
    }
    #expect(agree(area, loads.reduce(0, +) / 200_000, 1e-9))
    #expect(curve.shares.last == 1)
  }

  @Test("survives awkward loads", arguments: awkwardSamples)
  func durationAwkward(sample: [Double]) {
    for curve in [LoadDuration(sample), LoadDuration(sample, durations: sample)] {
      #expect(curve.loads.count == curve.shares.count)
      #expect(
        curve.shares.allSatisfy { $0 >= 0 && $0 <= 1 } && curve.loads == curve.loads.sorted(by: >))
    }
  }
}
