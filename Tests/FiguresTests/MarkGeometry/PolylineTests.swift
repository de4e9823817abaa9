import Figures
import Peers
import Testing

@Suite("A polyline")
struct PolylineTests {
  static let corner = Polyline([Point(0, 0), Point(10, 0), Point(10, 10)])
  static let square = Polyline(
    [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)], isClosed: true)

  @Test("is split where a place is unknown")
  func split() {
    let places = [(1.0, 1.0), (2, .nan), (3, 3), (4, 4), (.infinity, 1), (.nan, .nan), (5, 5)]
    let lines = Polyline.split(places.map { Point($0, $1) })
    #expect(lines.map { $0.points.map(\.x) } == [[1], [3, 4], [5]])
    #expect(Polyline.split([]).isEmpty && Polyline.split([Point(.nan, 0)]).isEmpty)
  }

  @Test("knows its length and the places along it")
  func along() {
    #expect(Self.corner.length == 20 && Self.square.length == 40)
    #expect(Polyline([]).length == 0 && Polyline([Point(3, 3)], isClosed: true).length == 0)
    #expect(Self.corner.place(at: 12) == Point(10, 2))
    #expect(Self.square.place(at: 35) == Point(0, 5))
    #expect(Self.corner.place(at: -1) == Point(0, 0) && Self.corner.place(at: 99) == Point(10, 10))
    #expect(Polyline([]).place(at: 0) == nil)
  }

  @Test("is cut at a gap")
  func cut() {
    #expect(
      Self.corner.cut(4...12).map(\.points) == [
        [Point(0, 0), Point(4, 0)], [Point(10, 2), Point(10, 10)],
      ])
    #expect(Self.corner.cut(-5...3).map(\.points) == [[Point(3, 0), Point(10, 0), Point(10, 10)]])
    #expect(Self.corner.cut(-5...25).isEmpty)
    #expect(
      Self.square.cut(12...14).map(\.points) == [
        [
          Point(10, 4), Point(10, 10), Point(0, 10), Point(0, 0), Point(10, 0), Point(10, 2),
        ]
      ])
    #expect(
      Self.square.cut(35...45).map(\.points) == [
        [Point(5, 0), Point(10, 0), Point(10, 10), Point(0, 10), Point(0, 5)]
      ])
    #expect(Self.square.cut(0...40).isEmpty)
  }

  @Test("loses by a cut just the length of the gap")
  func lengths() {
    var random = FixedRandom(seed: 33)
    for round in 0..<500 {
      let points = (0..<(2 + random.below(9))).map { _ in
        Point(Double(random.below(100)), Double(random.below(100)))
      }
      let line = Polyline(points, isClosed: round.isMultiple(of: 2))
      guard line.length > 0 else { continue }
      let start = Double.random(in: 0...line.length, using: &random)
      let most = line.isClosed ? line.length : line.length - start
      let gap = Double.random(in: 0...most, using: &random)
      let rest = line.cut(start...(start + gap)).reduce(0) { $0 + $1.length }
      #expect((rest - (line.length - gap)).magnitude < 1e-9)
    }
  }
}
