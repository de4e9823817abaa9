import Figures

/// A page made by hand, with one of everything a scene can hold.
enum HandmadeScene {
  static let frame = PanelFrame(
    area: Rectangle(left: 46, top: 18, right: 246, bottom: 150),
    x: Scale(.linear, domain: 0...100), y: Scale(.log10, domain: 0.1...1000))
  static let cellArea = Rectangle(left: 300, top: 18, right: 400, bottom: 108)
  static var measure: EvenMeasure { EvenMeasure() }

  static func text(
    _ markup: String, size: Double = 7, paint: Paint = .ink, at place: Point,
    _ alignment: SceneText.Alignment = .start, turn: Double = 0
  ) -> SceneText {
    let text = (try? RichText(markup: markup)) ?? RichText(plain: markup)
    return SceneText(
      text, size: size, paint: paint, at: place, alignment, turn: turn,
      extent: measure.extent(of: text, size: size))
  }

  /// A wavy line through the panel, as deep as the row says.
  static func wave(_ row: Int, points: Int = 60) -> [Point] {
    var random = SampleNoise(state: UInt64(row) + 1)
    var height = 40.0 + 30 * Double(row % 3)
    return (0..<points).map { index in
      height += 3 * (random.next() - 0.5)
      let area = frame.area
      return Point(
        area.left + area.width * Double(index) / Double(points - 1), area.top + height)
    }
  }

  static var scene: Scene {
    Scene(
      name: "handmade", title: "Everything a scene can hold",
      alternativeText: "Axes, lines, a band, markers, cells and texts <in one place> & more.",
      width: 420, height: 192, frames: [frame], items: axes + marks + cells + texts)
  }

  /// Many discs, half of them beyond the clip rectangle, and many cells.
  static var crowd: Scene {
    var noise = SampleNoise(state: 3)
    let places = (0..<6000).map { _ in Point(10 + 190 * noise.next(), 20 + 150 * noise.next()) }
    let colour = Paint.colour(Palette.okabeIto.styles[1].colour.opacity(0.6))
    let markers = SceneMarkers(.circle, at: places, sizes: [3], paints: [colour])
    let cells = SceneCells(
      area: Rectangle(left: 210, top: 20, right: 410, bottom: 170), columns: 60,
      colours: (0..<3600).map { ColourMap.viridis.colour(at: Double($0 * 7 % 3600) / 3600) })
    return Scene(
      name: "crowd", title: "Crowd", width: 420, height: 192,
      items: [
        SceneItem(
          .mark, .markers(markers),
          clip: Rectangle(left: 20, top: 30, right: 190.5, bottom: 150.25)),
        SceneItem(.mark, .cells(cells)),
      ])
  }

  static var axes: [SceneItem] {
    let area = frame.area
    var items = [SceneItem(.background, .path(Path(area), fill: .paper, stroke: nil), panel: 0)]
    for step in 0...4 {
      let x = area.left + area.width * Double(step) / 4
      items.append(
        SceneItem(
          .gridLine,
          .path(
            Path(through: [Point(x, area.top), Point(x, area.bottom)]), fill: nil,
            stroke: Stroke(.grid, width: 0.4)), panel: 0))
    }
    let corner = [
      Point(area.left, area.top), Point(area.left, area.bottom), Point(area.right, area.bottom),
    ]
    items.append(
      SceneItem(
        .axis, .path(Path(through: corner), fill: nil, stroke: Stroke(.ink, width: 0.6)), panel: 0))
    for step in 0...4 {
      let (x, y) = (
        area.left + area.width * Double(step) / 4, area.bottom - area.height * Double(step) / 4
      )
      items.append(tick(Point(x, area.bottom), Point(x, area.bottom + 3)))
      items.append(
        SceneItem(
          .tickLabel, .text(text("\(25 * step)", at: Point(x, area.bottom + 10), .middle)), panel: 0
        ))
      items.append(tick(Point(area.left, y), Point(area.left - 3, y)))
      let power = ["−1", "0", "1", "2", "3"][step]
      items.append(
        SceneItem(
          .tickLabel, .text(text("10^{\(power)}", at: Point(area.left - 5, y + 2.5), .end)),
          panel: 0))
    }
    return items
  }

  static func tick(_ start: Point, _ end: Point) -> SceneItem {
    SceneItem(
      .tick,
      .path(Path(through: [start, end]), fill: nil, stroke: Stroke(.ink, width: 0.6)), panel: 0)
  }

  static var marks: [SceneItem] {
    let palette = Palette.okabeIto
    var items: [SceneItem] = []
    let middle = wave(0)
    let band =
      middle.map { Point($0.x, $0.y - 8) } + middle.reversed().map { Point($0.x, $0.y + 8) }
    items.append(
      SceneItem(
        .mark,
        .path(
          Path(through: band, isClosed: true),
          fill: .colour(palette.styles[0].colour.opacity(0.2)), stroke: nil),
        panel: 0, series: "fixed", clip: frame.area))
    for row in 0..<3 {
      let style = row == 2 ? palette.styles[7] : palette.styles[row]
      items.append(
        SceneItem(
          .mark,
          .path(
            Path(through: wave(row)), fill: nil,
            stroke: Stroke(
              .colour(style.colour), width: 1, dashes: style.dash.lengths, cap: .round)), panel: 0,
          series: ["fixed", "learned \"<b>\"", "rules"][row], clip: frame.area))
    }
    items.append(
      SceneItem(
        .mark,
        .path(
          Path(through: [Point(40, 10), Point(150, 60), Point(260, 170)]), fill: nil,
          stroke: Stroke(.colour(palette.styles[4].colour), width: 0.8)), panel: 0,
        series: "clipped", clip: frame.area))
    items.append(
      SceneItem(
        .reference,
        .path(
          Path(through: [Point(46, 100), Point(246, 100)]), fill: nil,
          stroke: Stroke(.softInk, width: 0.6, dashes: [3, 2])), panel: 0))
    for (index, shape) in MarkerShape.allCases.enumerated() {
      let places = (0..<5).map { Point(56 + 24 * Double(index), 112 + 7 * Double($0)) }
      items.append(
        SceneItem(
          .mark,
          .markers(
            SceneMarkers(
              shape, at: places, sizes: [4], paints: [.colour(palette.styles[index].colour)],
              isFilled: index != 3)), panel: 0, series: shape.rawValue, clip: frame.area))
    }
    let crowd = SceneMarkers(
      .circle, at: [Point(230, 30), Point(232, 31), Point(234, 30)], sizes: [5, 6, 7],
      paints: [.colour(palette.styles[1].colour.opacity(0.5))])
    items.append(SceneItem(.mark, .markers(crowd), panel: 0, series: "crowd"))
    return items
  }

  static var cells: [SceneItem] {
    let colours = (0..<48).map { index in
      index == 13
        ? Colour(red: 0, green: 0, blue: 0, alpha: 0)
        : ColourMap.viridis.colour(at: Double(index / 4 % 12) / 11)
    }
    return [
      SceneItem(.mark, .cells(SceneCells(area: cellArea, columns: 8, colours: colours)), panel: 1),
      SceneItem(
        .axis,
        .path(Path(cellArea), fill: nil, stroke: Stroke(.ink, width: 0.6)), panel: 1),
    ]
  }

  static var texts: [SceneItem] {
    let area = frame.area
    return [
      SceneItem(
        .axisLabel,
        .text(text("Charging power (kW)", size: 8, at: Point(area.centre.x, 172), .middle)),
        panel: 0),
      SceneItem(
        .axisLabel,
        .text(
          text(
            "Return *R*_{grid} (k€ h^{−1})", size: 8, at: Point(12, area.centre.y), .middle,
            turn: -90)), panel: 0),
      SceneItem(
        .panelLetter,
        .text(
          SceneText(
            RichText(plain: "a").bold, size: 9, at: Point(4, 10),
            extent: measure.extent(of: RichText(plain: "a").bold, size: 9))), panel: 0),
      SceneItem(
        .label,
        .text(text("CO_{2}^{x_{i}} end", paint: .softInk, at: Point(250, 60))), panel: 0),
      SceneItem(
        .legendText,
        .text(
          SceneText(
            RichText(plain: "</text><script>alert(1)</script> ]]> & \"A\""), size: 7,
            at: Point(300, 124),
            extent: TextExtent(width: 110, ascent: 5, descent: 1)))),
      SceneItem(
        .legendText, .text(text("  two  blanks ", at: Point(300, 136)))),
      SceneItem(
        .legendText, .text(text("AVATAR: 10 -> 3x4 fi", at: Point(300, 148)))),
    ]
  }
}

/// Noise that is the same every time.
struct SampleNoise {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 40) / Double(1 << 24)
  }
}
