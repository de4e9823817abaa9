import Figures
import Peers
import Testing

@Suite("A simplified path")
struct PathSimplifiedTests {
  /// A random walk that turns back now and then.
  private func walk(seed: UInt64, count: Int, step: Double) -> [Point] {
    var random = FixedRandom(seed: seed)
    var point = Point(0, 0)
    return (0..<count).map { _ in
      point.x += step * Double.random(in: -0.3...1, using: &random)
      point.y += step * Double.random(in: -10...10, using: &random)
      return point
    }
  }

  private func distance(from point: Point, to start: Point, _ end: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    guard square > 0 else { return point.distance(to: start) }
    let share = ((point.x - start.x) * x + (point.y - start.y) * y) / square
    let near = Swift.max(0, Swift.min(1, share))
    return point.distance(to: Point(start.x + near * x, start.y + near * y))
  }

  @Test(
    "passes within its tolerance of every place left out, and names no new place",
    arguments: [0.001, 0.01, 0.1, 1.0])
  func tolerance(step: Double) {
    for seed in 1...20 {
      let places = walk(seed: UInt64(seed), count: 400, step: step)
      let kept = Path(through: places).simplified(tolerance: 0.1).points
      #expect(Set(kept).isSubset(of: Set(places)))
      let furthest = places.map { place in
        zip(kept, kept.dropFirst()).map { distance(from: place, to: $0, $1) }.min() ?? .infinity
      }.max()
      // A column of 0.1, and a fifth of it for straight stretches.
      #expect((furthest ?? .infinity) <= 0.12 + 1e-9)
    }
  }

  @Test("keeps both ends and all four extremes", arguments: 1...50)
  func extremes(seed: Int) throws {
    let places = walk(seed: UInt64(seed), count: 3000, step: 0.01)
    let kept = Path(through: places).simplified(tolerance: 0.1).points
    #expect(kept.count < places.count / 2)
    #expect(kept.first == places.first && kept.last == places.last)
    let (box, all) = (
      try #require(Rectangle(around: kept)), try #require(Rectangle(around: places))
    )
    #expect(box.top == all.top && box.bottom == all.bottom)
    #expect(abs(box.left - all.left) <= 0.1 && abs(box.right - all.right) <= 0.1)
  }

  @Test("draws a straight line with two places")
  func straight() {
    let slope = (0...100).map { Point(Double($0), 2 * Double($0)) }
    #expect(
      Path(through: slope).simplified(tolerance: 0.1)
        == Path(through: [Point(0, 0), Point(100, 200)]))
  }

  @Test("keeps the first, lowest, highest and last place of a column")
  func column() {
    let heights = [0.0, 1, 5, 2, -5, 3, 1]
    let spike = heights.enumerated().map { Point(Double($0) / 100, $1) }
    let kept = Path(through: spike).simplified(tolerance: 0.1).points
    #expect(kept.map(\.y) == [0, 5, -5, 1])
  }

  @Test("keeps every curve, and the parts apart")
  func curves() {
    var path = Path(circleAround: Point(5, 5), radius: 3)
    path.append(Path(through: [Point(0, 0), Point(0.01, 0), Point(0.02, 0), Point(9, 9)]))
    path.append(Path(Rectangle(left: 1, top: 1, right: 4, bottom: 4)))
    let simple = path.simplified(tolerance: 0.1)
    #expect(Array(simple.steps.prefix(6)) == Array(path.steps.prefix(6)))
    #expect(Array(simple.steps.suffix(5)) == Array(path.steps.suffix(5)))
    #expect(simple.steps[6..<8] == [.move(Point(0, 0)), .line(Point(9, 9))])
  }

  @Test("is the path itself when nothing may be lost")
  func nothing() {
    let path = Path(through: walk(seed: 7, count: 100, step: 0.001))
    #expect(path.simplified(tolerance: 0) == path)
    #expect(Path().simplified(tolerance: 1) == Path())
  }

  @Test("is restless when it goes up and down")
  func restlessness() {
    func zigzag(_ turns: Int) -> Path {
      Path(through: (0...turns).map { Point(Double($0), Double($0 % 2)) })
    }
    #expect(zigzag(1).restlessness == 1)
    #expect(zigzag(300).restlessness == 300)
    #expect(Path(through: [Point(0, 3), Point(9, 3)]).restlessness == 0)
    #expect(Path().restlessness == 0)
  }
}
