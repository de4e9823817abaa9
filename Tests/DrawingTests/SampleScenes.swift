import Drawing
import Figures
import Foundation
import Peers

/// Figures to draw in tests.
enum SampleScenes {
  /// Texts that have broken figures elsewhere.
  static let labels = [
    "Return (k€ h^{−1})", "CO_{2}", "αβ Ω", "<b>&", "−12.5", "AVATAR fi", "*Episode*", "≤ 5 µm",
  ]

  static func text(
    _ markup: String, size: Double, at place: Point, with typesetter: Typesetter,
    _ alignment: SceneText.Alignment = .start, turn: Double = 0
  ) throws -> SceneItem {
    let text = try RichText(markup: markup)
    return SceneItem(
      .label,
      .text(
        SceneText(
          text, size: size, at: place, alignment, turn: turn,
          extent: typesetter.extent(of: text, size: size))))
  }

  /// Text of all kinds, lines, a band, cells and every marker.
  static func mixed(with typesetter: Typesetter) throws -> Scene {
    var items: [SceneItem] = []
    for (index, label) in labels.enumerated() {
      items.append(
        try text(label, size: 8, at: Point(12, 20 + 14 * Double(index)), with: typesetter))
    }
    items.append(
      try text("Power (kW)", size: 8, at: Point(110, 100), with: typesetter, .middle, turn: -90))
    items.append(
      try text("aslant", size: 9, at: Point(240, 40), with: typesetter, .end, turn: 30))
    let area = Rectangle(left: 125, top: 15, right: 200, bottom: 90)
    items.append(
      SceneItem(
        .axis,
        .path(
          Path(through: [Point(125, 15), Point(125, 90), Point(200, 90)]), fill: nil,
          stroke: Stroke(.ink, width: 0.6))))
    let wave = (0...60).map { Point(125 + 1.5 * Double($0), 50 + Double($0 % 7) * 3) }
    let blue = Colour(red: 0, green: 114, blue: 178)
    items.append(
      SceneItem(
        .mark,
        .path(
          Path(through: wave + wave.reversed().map { Point($0.x, $0.y + 15) }, isClosed: true),
          fill: .colour(blue.opacity(0.25)), stroke: nil), clip: area))
    for (index, dashes) in [[], [5, 2.5]].enumerated() {
      items.append(
        SceneItem(
          .mark,
          .path(
            Path(through: wave.map { Point($0.x, $0.y - 20 * Double(index)) }), fill: nil,
            stroke: Stroke(.colour(blue), width: 1, dashes: dashes, cap: .round)), clip: area))
    }
    for (index, shape) in MarkerShape.allCases.enumerated() {
      for isFilled in [true, false] {
        items.append(
          SceneItem(
            .mark,
            .markers(
              SceneMarkers(
                shape, at: [Point(130 + 9 * Double(index), isFilled ? 110 : 120)], sizes: [6],
                paints: [.colour(blue)], isFilled: isFilled))))
      }
    }
    items.append(
      SceneItem(.mark, .cells(cells(in: Rectangle(left: 210, top: 60, right: 250, bottom: 90)))))
    return Scene(
      name: "mixed", title: "Costs & <sizes>", alternativeText: "Two lines “αβ” and 12 cells 🚗.",
      keywords: ["charging", "costs"], width: 252.3, height: 140, items: items,
      csv: "x,y\n1,2.5\n")
  }

  static func cells(in area: Rectangle) -> SceneCells {
    let colours = (0..<12).map { (cell: Int) -> Colour in
      let (red, blue) = (UInt8(20 * cell), UInt8(60 * (cell % 4)))
      return Colour(red: red, green: 250 - red, blue: blue, alpha: cell == 5 ? 0 : 255)
    }
    return SceneCells(area: area, columns: 4, colours: colours)
  }

  /// Lines through noise, as learning curves are.
  static func noise() -> Scene {
    var random = FixedRandom(seed: 3)
    let places = (0..<1000).map {
      Point(10 + 0.2 * Double($0), Double.random(in: 20...80, using: &random))
    }
    return Scene(
      name: "noise", title: "Noise", width: 220, height: 100,
      items: [
        SceneItem(
          .mark,
          .path(
            Path(through: places), fill: nil,
            stroke: Stroke(.ink, width: 0.5, cap: .round)))
      ])
  }

  /// Shapes of many steps: one that crosses itself and is seen through and cut off, a dashed line, a disc
  /// with an edge, and curves.
  static func longShapes() -> Scene {
    func circle(_ count: Int, around centre: Point, radius: Double, every: Int = 1) -> [Point] {
      (0..<count).map {
        let angle = 2 * Double.pi * Double($0 * every % count) / Double(count)
        return Point(centre.x + radius * cos(angle), centre.y + radius * sin(angle))
      }
    }
    let star = circle(301, around: Point(60, 60), radius: 45, every: 130)
    let wave = (0..<800).map {
      Point(15 + 0.25 * Double($0), 130 + 12 * sin(0.03 * Double($0)) + Double($0 % 2))
    }
    let disc = circle(600, around: Point(165, 60), radius: 40).enumerated().map {
      Point($0.element.x + Double($0.offset % 2), $0.element.y)
    }
    var hills = Path([.move(Point(10, 170))])
    for place in 0..<210 {
      let x = 10 + Double(place)
      hills.steps.append(.curve(Point(x, 160), Point(x + 1, 160), Point(x + 1, 170)))
    }
    func paint(_ red: UInt8, _ green: UInt8, _ blue: UInt8, _ opacity: Double = 1) -> Paint {
      .colour(Colour(red: red, green: green, blue: blue).opacity(opacity))
    }
    return Scene(
      name: "long", title: "Long shapes", width: 230, height: 180,
      items: [
        SceneItem(
          .mark,
          .path(
            Path(Rectangle(left: 0, top: 50, right: 200, bottom: 70)),
            fill: paint(230, 200, 60), stroke: nil)),
        SceneItem(
          .mark,
          .path(Path(through: star, isClosed: true), fill: paint(0, 90, 180, 0.5), stroke: nil),
          clip: Rectangle(left: 0, top: 0, right: 90, bottom: 180)),
        SceneItem(
          .mark,
          .path(
            Path(through: wave), fill: nil,
            stroke: Stroke(paint(200, 60, 0), width: 2, dashes: [12, 6]))),
        SceneItem(
          .mark,
          .path(
            Path(through: disc, isClosed: true), fill: paint(0, 150, 110),
            stroke: Stroke(.ink, width: 3))),
        SceneItem(.mark, .path(hills, fill: nil, stroke: Stroke(.softInk, width: 0.5))),
      ])
  }

  /// A cloud of so many dots.
  static func cloud(_ count: Int, opacity: Double = 1) -> Scene {
    var random = FixedRandom(seed: 5)
    let places = (0..<count).map { _ in
      Point(
        Double.random(in: 20...180, using: &random), Double.random(in: 20...100, using: &random))
    }
    let area = Rectangle(left: 30, top: 30, right: 160, bottom: 90)
    return Scene(
      name: "cloud", title: "Cloud", width: 200, height: 120,
      items: [
        SceneItem(
          .mark,
          .markers(
            SceneMarkers(
              .circle, at: places, sizes: [3], paints: [.colour(Colour.black.opacity(opacity))])),
          clip: area)
      ])
  }
}
