import Figures
import Peers
import Testing

@Suite("The ink in a panel")
struct OccupancyTests {
  static let panel = Rectangle(left: 10, top: 20, right: 110, bottom: 80)

  @Test("of rectangles that do not meet is the area that is asked about")
  func rectangles() {
    let inks = [
      Rectangle(left: 12, top: 22, right: 31, bottom: 41),
      Rectangle(left: 40.5, top: 30.25, right: 50.5, bottom: 70.25),
      Rectangle(left: 90, top: 60, right: 400, bottom: 400),
    ]
    let sheet = Occupancy(of: inks.map { .rectangle($0) }, area: Self.panel)
    #expect((sheet.ink(in: Self.panel) - 361 - 400 - 400).magnitude < 1)
    #expect(
      (sheet.ink(in: Rectangle(left: 0, top: 0, right: 20, bottom: 32)) - 80).magnitude < 1e-9)
    #expect(sheet.ink(in: Rectangle(left: 52, top: 20, right: 88, bottom: 80)) == 0)
    #expect(sheet.ink(in: Rectangle(left: 200, top: 20, right: 300, bottom: 80)) == 0)
  }

  @Test("of strokes and dots is their area, but never more than the paper")
  func strokes() {
    let line = Occupancy.Ink.segment(
      LineSegment(from: Point(-50, 50), to: Point(500, 51)), width: 1)
    let dot = Occupancy.Ink.marker(at: Point(60, 30), diameter: 6)
    #expect((Occupancy(of: [line], area: Self.panel).ink(in: Self.panel) - 100).magnitude < 0.5)
    #expect((Occupancy(of: [dot], area: Self.panel).ink(in: Self.panel) - 9 * .pi).magnitude < 0.1)
    let many = Occupancy(of: [Occupancy.Ink](repeating: line, count: 200_000), area: Self.panel)
    #expect(many.ink(in: Self.panel) <= 100 * 2 * 2 + 1e-9)
  }

  @Test("leaves the emptiest place, and the preferred one among equals")
  func emptiest() {
    let places = Occupancy.candidates(width: 20, height: 10, in: Self.panel, inset: 2)
    #expect(places.count == 8 && places.allSatisfy { Self.panel.contains($0) })
    #expect(Occupancy(of: [], area: Self.panel).emptiest(of: places) == 0)
    for free in places.indices {
      let inks = places.indices.filter { $0 != free }.map { Occupancy.Ink.rectangle(places[$0]) }
      #expect(Occupancy(of: inks, area: Self.panel).emptiest(of: places) == free)
      let spots = places.indices.map {
        Occupancy.Ink.marker(at: places[$0].centre, diameter: $0 == free ? 1.5 : 2)
      }
      #expect(Occupancy(of: spots, area: Self.panel).emptiest(of: places) == free)
    }
    #expect(Occupancy(of: [], area: Self.panel).emptiest(of: []) == nil)
  }

  @Test("is what counting by hand gives for any rectangle")
  func counted() {
    var random = FixedRandom(seed: 40)
    let inks = (0..<30).map { _ in
      let (x, y) = (10 + 2 * random.below(50), 20 + 2 * random.below(30))
      return Rectangle(left: Double(x), top: Double(y), right: Double(x + 2), bottom: Double(y + 2))
    }
    let cells = Set(inks)
    let sheet = Occupancy(of: inks.map { .rectangle($0) }, area: Self.panel)
    for _ in 0..<500 {
      let (left, top) = (Double(random.below(110)), Double(random.below(80)))
      let place = Rectangle(
        left: left, top: top, right: left + Double(random.below(60)),
        bottom: top + Double(random.below(60)))
      let exact = cells.reduce(0) { sum, cell in
        sum + (cell.intersection(place).map { $0.width * $0.height } ?? 0)
      }
      #expect((sheet.ink(in: place) - exact).magnitude < 1e-9)
    }
  }

  @Test("survives awkward numbers", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let inks = zip(sample, sample.reversed()).flatMap { x, y in
      [
        Occupancy.Ink.marker(at: Point(x, y), diameter: x),
        .segment(LineSegment(from: Point(x, y), to: Point(y, 1)), width: y),
        .rectangle(Rectangle(left: x, top: x, right: y, bottom: y)),
      ]
    }
    let ink = Occupancy(of: inks, area: Self.panel).ink(in: Self.panel)
    #expect(ink >= 0 && ink <= 6000 + 1e-6)
    let flat = Rectangle(left: 0, top: 0, right: 0, bottom: 5)
    #expect(Occupancy(of: inks, area: flat).ink(in: flat) == 0)
  }
}
