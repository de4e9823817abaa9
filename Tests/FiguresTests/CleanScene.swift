import Figures

/// A page on which everything is as it should be, for rules to be broken one by one.
struct CleanScene {
  static let area = Rectangle(left: 40, top: 20, right: 240, bottom: 160)

  static func scene() throws -> Scene {
    var scene = Scene(
      name: "power", title: "Power", alternativeText: "Two lines, of which grid is the higher.",
      width: Points(millimetres: 120).value, height: 200, preset: .report,
      frames: [
        PanelFrame(area: area, x: Scale(.linear, domain: 0...24), y: Scale(.linear, domain: 0...50))
      ])
    scene.items = [
      SceneItem(.background, .path(Path(scene.page), fill: .paper, stroke: nil)),
      line(.axis, [(40, 20), (40, 160), (240, 160)], Stroke(.ink, width: 0.6)),
      line(.gridLine, [(40, 90), (240, 90)], Stroke(.grid, width: 0.25)),
      series("grid", 0, [(40, 60), (120, 50), (240, 60)]),
      series("solar", 1, [(40, 120), (120, 110), (240, 130)]),
      dots("solar", 1, [(40, 120), (120, 110), (240, 130)]),
      text(.tickLabel, "0", 36, 163, .end, size: 7), text(.tickLabel, "50", 36, 24, .end, size: 7),
      text(.tickLabel, "12", 140, 170, .middle, size: 7),
      text(.axisLabel, "Time (h)", 140, 184, .middle),
      text(.axisLabel, "Power (kW)", 16, 90, .middle, turn: -90),
      text(.panelTitle, "Station A9", 140, 12, .middle),
      text(.label, "peak", 120, 44, .middle, size: 7),
      swatch("grid", 0, at: 40), text(.legendText, "grid", 280, 43, series: "grid"),
      swatch("solar", 1, at: 54), text(.legendText, "solar", 280, 57, series: "solar"),
    ]
    return scene
  }

  static let peak = 12

  /// How a series looks.
  static func stroke(_ series: Int, width: Double = 1) -> Stroke {
    let style = Palette.okabeIto.lineStyle(series)
    return Stroke(.colour(style.colour), width: width, dashes: style.dash.lengths)
  }

  static func line(
    _ role: SceneItem.Role, _ places: [(Double, Double)], _ stroke: Stroke, series: String? = nil,
    panel: Int? = 0
  ) -> SceneItem {
    SceneItem(
      role,
      .path(Path(through: places.map { Point($0.0, $0.1) }), fill: nil, stroke: stroke),
      panel: panel, series: series, clip: role == .mark ? area : nil)
  }

  static func series(_ name: String, _ style: Int, _ places: [(Double, Double)]) -> SceneItem {
    line(.mark, places, stroke(style), series: name)
  }

  static func dots(_ name: String, _ style: Int, _ places: [(Double, Double)]) -> SceneItem {
    let style = Palette.okabeIto.lineStyle(style)
    return SceneItem(
      .mark,
      .markers(
        SceneMarkers(
          style.marker, at: places.map { Point($0.0, $0.1) }, sizes: [4],
          paints: [.colour(style.colour)])), panel: 0, series: name, clip: area.grown(by: 4))
  }

  static func swatch(_ name: String, _ style: Int, at y: Double) -> SceneItem {
    line(.legendSwatch, [(260, y), (276, y)], stroke(style), series: name)
  }

  static func area(
    _ box: Rectangle, _ paint: Paint, role: SceneItem.Role = .mark, series: String? = nil
  ) -> SceneItem {
    SceneItem(
      role, .path(Path(box), fill: paint, stroke: nil), panel: 0, series: series, clip: area)
  }

  static func text(
    _ role: SceneItem.Role, _ markup: String, _ x: Double, _ y: Double,
    _ alignment: SceneText.Alignment = .start, size: Double = 8, turn: Double = 0,
    paint: Paint = .ink, series: String? = nil
  ) -> SceneItem {
    let text = (try? RichText(markup: markup)) ?? RichText(plain: markup)
    return SceneItem(
      role,
      .text(
        SceneText(
          text, size: size, paint: paint, at: Point(x, y), alignment, turn: turn,
          extent: EvenMeasure().extent(of: text, size: size))), panel: 0, series: series)
  }
}
