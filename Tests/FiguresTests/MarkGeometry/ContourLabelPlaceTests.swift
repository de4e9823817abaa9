import Figures
import Peers
import Testing

@Suite("The place of a contour's label")
struct ContourLabelPlaceTests {
  static let axis = (0...60).map { Double($0) * 4 }

  static func hills(_ seed: UInt64) -> [Polyline] {
    var random = FixedRandom(seed: seed)
    let peaks = (0..<4).map { _ in
      Point(Double(random.below(240)), Double(random.below(240)))
    }
    let values = axis.flatMap { y in
      axis.map { x in peaks.reduce(0) { $0 + 1 / (1 + Point(x, y).distance(to: $1) / 40) } }
    }
    let levels = Contours.niceLevels(of: values, about: 8)
    return Array(Contours(x: axis, y: axis, values: values, levels: levels).lines.joined())
  }

  /// How near a place is to a label's middle, along the label and across it.
  static func own(_ point: Point, _ place: ContourLabelPlace) -> (along: Double, across: Double) {
    let angle = place.angle * .pi / 180
    let (cosine, sine) = (series(angle, 0), series(angle, 1))
    let (x, y) = (point.x - place.centre.x, point.y - place.centre.y)
    return (x * cosine + y * sine, y * cosine - x * sine)
  }

  /// Cosine (0) or sine (1) by their series.
  static func series(_ x: Double, _ start: Int) -> Double {
    var (term, sum) = (start == 0 ? 1 : x, 0.0)
    for order in 0..<20 {
      sum += term
      let n = Double(2 * order + start)
      term *= -x * x / ((n + 1) * (n + 2))
    }
    return sum
  }

  @Test("is on its line, upright, and in nobody's way", arguments: 1...8 as ClosedRange<UInt64>)
  func free(seed: UInt64) throws {
    let lines = Self.hills(seed)
    let widths = lines.indices.map { 12 + Double($0 % 3) }
    let places = ContourLabelPlace.places(on: lines, widths: widths, height: 6)
    #expect(places.count >= 4)
    #expect(Set(places.map(\.line)).count == places.count)
    for place in places {
      let line = lines[place.line]
      #expect(place.angle >= -90 && place.angle < 90)
      #expect(abs(place.gap.upperBound - place.gap.lowerBound - widths[place.line] - 3) < 1e-9)
      let middle = (place.gap.lowerBound + place.gap.upperBound) / 2
      let turn = (middle / line.length).rounded(.down) * line.length
      let onLine = try #require(line.place(at: line.isClosed ? middle - turn : middle))
      #expect(onLine.distance(to: place.centre) < 0.25 * widths[place.line])
      // What is drawn of all lines keeps off the bare text.
      for (index, other) in lines.enumerated() {
        for rest in index == place.line ? other.cut(place.gap) : [other] {
          for step in 0...400 {
            let point = try #require(rest.place(at: rest.length * Double(step) / 400))
            let (along, across) = Self.own(point, place)
            #expect(along.magnitude > widths[place.line] / 2 || across.magnitude > 3)
          }
        }
      }
    }
  }

  @Test(
    "is the middle of a straight line, the straight part of a bent one, and none on a short one")
  func choice() throws {
    let straight = Polyline([Point(0, 0), Point(100, 0)])
    let first = try #require(
      ContourLabelPlace.places(on: [straight], widths: [17], height: 6).first)
    #expect(first.centre == Point(50, 0) && first.angle == 0 && first.gap == 40...60)
    var bent = (0...40).map { Point(Double($0), $0.isMultiple(of: 2) ? 0 : 4) }
    bent.append(Point(100, 0))
    let second = try #require(
      ContourLabelPlace.places(on: [Polyline(bent)], widths: [17], height: 6).first)
    #expect(second.centre.x > 50)
    #expect(ContourLabelPlace.places(on: [straight], widths: [60], height: 6).isEmpty)
    #expect(ContourLabelPlace.places(on: [Polyline([])], widths: [6], height: 6).isEmpty)
    #expect(ContourLabelPlace.places(on: [Polyline([Point(1, 1)])], widths: [6], height: 6).isEmpty)
    let box = Rectangle(left: 0, top: 1, right: 100, bottom: 50)
    #expect(
      ContourLabelPlace.places(on: [straight], widths: [17], height: 6, within: box).isEmpty)
  }

  @Test("reads upward on an upright line, and to the right on one that runs to the left")
  func upright() throws {
    for (end, angle) in [
      (Point(0, 90), -90.0), (Point(0, -90), -90), (Point(-90, 0), 0), (Point(-60, -60), 45),
      (Point(60, -60), -45),
    ] {
      let line = Polyline([Point(0, 0), end])
      let place = try #require(
        ContourLabelPlace.places(on: [line], widths: [9], height: 6).first)
      #expect((place.angle - angle).magnitude < 1e-12)
    }
  }
}
