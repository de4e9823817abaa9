import Figures
import Peers
import Testing

@Suite("The figure linter, over random pages")
struct LintGeometryTests {
  @Test("finds nothing where texts and data each have a cell of their own")
  func cleanLayouts() {
    var random = RandomScene(seed: 21)
    for _ in 0..<200 {
      var scene = Scene(
        name: "f", title: "F", alternativeText: "F.", width: Points(millimetres: 120).value,
        height: 300)
      for cell in 0..<30 {
        let box = Rectangle(
          left: 10 + 60 * Double(cell % 5), top: 10 + 45 * Double(cell / 5),
          right: 66 + 60 * Double(cell % 5), bottom: 51 + 45 * Double(cell / 5))
        scene.items.append(random.itemInside(box))
      }
      #expect(scene.lint() == [])
    }
  }

  @Test("agrees with a dense sample of the text's room, whatever is drawn across it")
  func agreesWithSamples() throws {
    var random = RandomScene(seed: 22)
    var found = 0
    for round in 0..<3000 {
      let label = SceneText(
        RichText(plain: "label"), size: 8, at: Point(100, 100), .middle,
        turn: Double(random.random.below(360)), extent: TextExtent(width: 40, ascent: 8, descent: 3)
      )
      let clip = random.chance() ? Rectangle(left: 92, top: 60, right: 140, bottom: 140) : nil
      let (shape, isInked) = random.probe()
      var scene = Scene(name: "f", title: "F", width: 200, height: 200)
      scene.items = [
        SceneItem(.mark, shape, clip: clip), SceneItem(.label, .text(label)),
      ]
      let isFound = !FigureLinter(rules: [.textOverData]).findings(in: scene).isEmpty
      // Samples well inside must be found; what is found must be near a sample.
      func isHit(margin: Double, reach: Double) -> Bool {
        Self.samples(label, margin: margin).contains {
          (clip?.grown(by: reach).contains($0) ?? true) && isInked($0, reach)
        }
      }
      if isHit(margin: 0.4, reach: -0.1) { #expect(isFound, "round \(round): missed") }
      if isFound { #expect(isHit(margin: 0, reach: 0.6), "round \(round): found in vain") }
      found += isFound ? 1 : 0
    }
    #expect(found > 600 && found < 2400, "both verdicts must be frequent: \(found)")
  }

  /// Places in the room of a text, half a point apart, a margin from its edges.
  private static func samples(_ text: SceneText, margin: Double) -> [Point] {
    let corners = text.corners
    let (origin, across, down) = (corners[0], corners[1], corners[3])
    let (width, height) = (text.extent.width, text.extent.height)
    return stride(from: margin, through: width - margin, by: 0.45).flatMap { u in
      stride(from: margin, through: height - margin, by: 0.45).map { v in
        Point(
          origin.x + u / width * (across.x - origin.x) + v / height * (down.x - origin.x),
          origin.y + u / width * (across.y - origin.y) + v / height * (down.y - origin.y))
      }
    }
  }

  @Test("finds texts over texts as a sample of their rooms does")
  func textsOverTexts() {
    var random = RandomScene(seed: 23)
    var found = 0
    for round in 0..<2000 {
      let texts = (0..<2).map { _ in
        SceneText(
          RichText(plain: "label"), size: 8,
          at: Point(100 + Double(random.random.below(40)), 100 + Double(random.random.below(40))),
          random.random.pick([.start, .middle, .end]), turn: Double(random.random.below(360)),
          extent: TextExtent(width: 40, ascent: 8, descent: 3))
      }
      var scene = Scene(name: "f", title: "F", width: 300, height: 300)
      scene.items = texts.map { SceneItem(.label, .text($0)) }
      let isFound = !FigureLinter(rules: [.textOverText]).findings(in: scene).isEmpty
      func isHit(_ margin: Double) -> Bool {
        Self.samples(texts[0], margin: margin).contains { place in
          let corners = texts[1].corners
          let (u, v) = (
            Self.share(place, corners[0], corners[1]), Self.share(place, corners[0], corners[3])
          )
          return u >= margin && u <= 40 - margin && v >= margin && v <= 11 - margin
        }
      }
      if isHit(0.55) { #expect(isFound, "round \(round): missed") }
      if isFound { #expect(isHit(0), "round \(round): found in vain") }
      found += isFound ? 1 : 0
    }
    #expect(found > 300 && found < 1700, "both verdicts must be frequent: \(found)")
  }

  /// How far along a side a place is.
  private static func share(_ place: Point, _ start: Point, _ end: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    return ((place.x - start.x) * x + (place.y - start.y) * y) / (x * x + y * y).squareRoot()
  }

  @Test("looks through 26 000 dots and lines in a moment")
  func dense() throws {
    var random = RandomScene(seed: 24)
    var scene = try CleanScene.scene()
    let panel = CleanScene.area
    let places = (0..<10_000).map { _ in
      Point(
        Double.random(in: panel.left...panel.right, using: &random.random),
        Double.random(in: 100...panel.bottom, using: &random.random))
    }
    scene.items.append(
      SceneItem(
        .mark, .markers(SceneMarkers(.circle, at: places, sizes: [2], paints: [.ink])), panel: 0,
        clip: panel))
    let noisy = (0...16_000).map {
      Point(
        panel.left + Double($0) * panel.width / 16_000,
        Double.random(in: 60...90, using: &random.random))
    }
    scene.items.append(
      SceneItem(
        .mark, .path(Path(through: noisy), fill: nil, stroke: Stroke(.ink, width: 1)), panel: 0,
        clip: panel))
    var findings: [LintFinding] = []
    let time = ContinuousClock().measure { findings = scene.lint() }
    #expect(findings == [])
    #expect(time < .seconds(1))
  }
}

extension RandomScene {
  /// A text, line, area or dots that keep inside a box.
  mutating func itemInside(_ box: Rectangle) -> SceneItem {
    func place(_ random: inout FixedRandom) -> Point {
      Point(
        Double.random(in: box.left + 2...box.right - 2, using: &random),
        Double.random(in: box.top + 2...box.bottom - 2, using: &random))
    }
    switch self.random.below(4) {
    case 0:
      return SceneItem(
        .label,
        .text(
          SceneText(
            RichText(plain: "text"), size: 8, at: box.centre, random.pick([.start, .middle]),
            turn: Double(random.below(360)), extent: TextExtent(width: 19, ascent: 7, descent: 2))))
    case 1:
      let places = (0..<5).map { _ in place(&random) }
      return SceneItem(
        .mark, .path(Path(through: places), fill: nil, stroke: Stroke(.ink, width: 1)))
    case 2:
      let places = (0..<4).map { _ in place(&random) }
      return SceneItem(
        .mark,
        .path(
          Path([.move(places[0]), .curve(places[1], places[2], places[3])]), fill: .softInk,
          stroke: nil))
    default:
      let places = (0..<4).map { _ in place(&random) }
      return SceneItem(
        .mark, .markers(SceneMarkers(.circle, at: places, sizes: [3], paints: [.ink])))
    }
  }

  /// Something near the middle of a small page, and whether a place is on its ink, give or take a distance.
  mutating func probe() -> (SceneItem.Shape, (Point, Double) -> Bool) {
    func near() -> Point {
      Point(
        Double.random(in: 60...140, using: &random), Double.random(in: 60...140, using: &random))
    }
    switch random.below(3) {
    case 0:
      let (start, end, width) = (near(), near(), Double(1 + random.below(4)))
      return (
        .path(Path(through: [start, end]), fill: nil, stroke: Stroke(.ink, width: width)),
        { Self.distance($0, start, end) <= width / 2 + $1 }
      )
    case 1:
      let (centre, size) = (near(), Double(2 + random.below(20)))
      return (
        .markers(SceneMarkers(.circle, at: [centre], sizes: [size], paints: [.ink])),
        { $0.distance(to: centre) <= size / 2 + $1 }
      )
    default:
      let corners = (0..<3).map { _ in near() }
      return (
        .path(Path(through: corners, isClosed: true), fill: .ink, stroke: nil),
        { Self.depth($0, corners) >= -$1 }
      )
    }
  }

  private static func distance(_ place: Point, _ start: Point, _ end: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let along = ((place.x - start.x) * x + (place.y - start.y) * y) / (x * x + y * y)
    let share = Swift.min(1, Swift.max(0, along))
    return place.distance(to: Point(start.x + share * x, start.y + share * y))
  }

  /// How deep a place is inside a triangle; below 0 outside.
  private static func depth(_ place: Point, _ corners: [Point]) -> Double {
    let sides = [(0, 1), (1, 2), (2, 0)].map { (corners[$0.0], corners[$0.1]) }
    let turns = sides.map { start, end in
      (end.x - start.x) * (place.y - start.y) - (end.y - start.y) * (place.x - start.x)
    }
    let isInside = turns.allSatisfy { $0 >= 0 } || turns.allSatisfy { $0 <= 0 }
    let nearest = sides.map { distance(place, $0.0, $0.1) }.min() ?? 0
    return isInside ? nearest : -nearest
  }
}
