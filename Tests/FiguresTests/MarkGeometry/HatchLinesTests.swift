import Figures
import Peers
import Testing

@Suite("A hatch")
struct HatchLinesTests {
  static let square = Rectangle(left: 0, top: 0, right: 10, bottom: 10).corners

  @Test("of a square has the lines that one would draw by hand")
  func square() {
    #expect(
      HatchLines(.horizontal, in: [Self.square], spacing: 4).segments
        == [0.0, 4, 8].map { LineSegment(from: Point(0, $0), to: Point(10, $0)) })
    #expect(
      HatchLines(.vertical, in: [Self.square], spacing: 5).segments
        == [0.0, 5].map { LineSegment(from: Point($0, 0), to: Point($0, 10)) })
    #expect(HatchLines(.grid, in: [Self.square], spacing: 5).segments.count == 4)
    #expect(HatchLines(.none, in: [Self.square], spacing: 5).path.isEmpty)
    // Rising to the right is from the lower left, where y is great, to the upper right.
    for line in HatchLines(.rising, in: [Self.square], spacing: 3).segments {
      #expect((line.to.x - line.from.x) * (line.to.y - line.from.y) < 0)
    }
    for line in HatchLines(.falling, in: [Self.square], spacing: 3).segments {
      #expect((line.to.x - line.from.x) * (line.to.y - line.from.y) > 0)
    }
  }

  /// A star that crosses itself, a hole, or any polygon, with no corner just upon a line.
  static func polygons(_ random: inout FixedRandom) -> [[Point]] {
    (0..<(1 + random.below(3))).map { _ in
      (0..<(3 + random.below(6))).map { _ in
        Point(
          Double.random(in: -30...30, using: &random), Double.random(in: -30...30, using: &random))
      }
    }
  }

  /// Whether a place is in an odd number of the polygons.
  static func isInside(_ point: Point, _ polygons: [[Point]]) -> Bool {
    var inside = false
    for ring in polygons {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
      where (a.y > point.y) != (b.y > point.y) {
        if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
      }
    }
    return inside
  }

  @Test("is just inside its polygons", arguments: Hatch.allCases)
  func inside(hatch: Hatch) throws {
    var random = FixedRandom(seed: 39)
    var (length, area, count) = (0.0, 0.0, 0)
    for _ in 0..<60 {
      let polygons = Self.polygons(&random)
      let lines = HatchLines(hatch, in: polygons, spacing: 0.7)
      for segment in lines.segments {
        length += segment.length
        guard segment.length > 1e-6 else { continue }
        let x = (segment.from.x + segment.to.x) / 2
        let y = (segment.from.y + segment.to.y) / 2
        #expect(Self.isInside(Point(x + 1e-9, y + 1.1e-9), polygons))
        // Just beyond its ends it has left them.
        let (u, v) = (
          1e-6 * (segment.to.x - x) / segment.length, 1e-6 * (segment.to.y - y) / segment.length
        )
        #expect(
          !Self.isInside(Point(segment.to.x + u, segment.to.y + v), polygons)
            || segment.length < 1e-3)
      }
      for place in lines.places { #expect(Self.isInside(Point(place.x, place.y + 1e-9), polygons)) }
      count += lines.places.count
      for y in stride(from: -29.75, to: 30, by: 0.5) {
        for x in stride(from: -29.75, to: 30, by: 0.5) where Self.isInside(Point(x, y), polygons) {
          area += 0.25
        }
      }
    }
    // All the lines together, times their distance, cover the area.
    switch hatch {
    case .none: #expect(length == 0 && count == 0)
    case .dotted: #expect((Double(count) * 0.49 * 0.75.squareRoot() / area - 1).magnitude < 0.01)
    case .crossed, .grid: #expect((length * 0.7 / area / 2 - 1).magnitude < 0.01)
    default: #expect((length * 0.7 / area - 1).magnitude < 0.01)
    }
  }

  @Test("runs on from one area into its neighbour")
  func phase() {
    let neighbour = Self.square.map { Point($0.x + 10, $0.y) }
    let both = Rectangle(left: 0, top: 0, right: 20, bottom: 10).corners
    for hatch in [Hatch.rising, .falling, .horizontal] {
      let apart = [Self.square, neighbour].flatMap {
        HatchLines(hatch, in: [$0], spacing: 3).segments
      }
      let whole = HatchLines(hatch, in: [both], spacing: 3).segments
      let (first, second) = (apart.reduce(0) { $0 + $1.length }, whole.reduce(0) { $0 + $1.length })
      #expect((first - second).magnitude < 1e-9)
    }
  }

  @Test("survives awkward polygons", arguments: Hatch.allCases, awkwardSamples)
  func awkward(hatch: Hatch, sample: [Double]) {
    let ring = zip(sample, sample.reversed() + [0]).map { Point($0, $1) }
    for spacing in [3, 0, -1, 1e-300, 1e300, .nan] {
      let lines = HatchLines(hatch, in: [ring, [], [Point(0, 0)]], spacing: spacing)
      #expect(lines.segments.allSatisfy { $0.from.x.isFinite && $0.to.y.isFinite })
    }
  }
}
