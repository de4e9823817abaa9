import Figures
import Testing

@Suite("A preview in characters")
struct BraillePreviewTests {
  private func line(_ points: [Point], _ stroke: Stroke = Stroke(.ink, width: 1)) -> SceneItem {
    SceneItem(.mark, .path(Path(through: points), fill: nil, stroke: stroke))
  }

  private func text(
    _ text: String, _ role: SceneItem.Role = .tickLabel, at place: Point,
    _ alignment: SceneText.Alignment = .start, turn: Double = 0
  ) -> SceneItem {
    let text = RichText(plain: text)
    let extent = EvenMeasure().extent(of: text, size: 6)
    return SceneItem(
      role, .text(SceneText(text, size: 6, at: place, alignment, turn: turn, extent: extent)),
      panel: 0)
  }

  /// A page of 20 by 5 characters, each of 2 by 4 points: a dot is a point.
  private func page(_ items: [SceneItem]) -> Scene {
    Scene(name: "page", title: "Page", width: 40, height: 20, items: items)
  }

  private func lines(_ items: [SceneItem]) -> [String] {
    page(items).braille(columns: 20).split(separator: "\n").map(String.init)
  }

  @Test("sets the dots that a line goes through")
  func dots() {
    #expect(lines([line([Point(0, 1), Point(39.5, 1)])]) == [String(repeating: "⠒", count: 20)])
    #expect(lines([line([Point(0, 0), Point(0, 19.9)])]) == Array(repeating: "⡇", count: 5))
    #expect(lines([line([Point(0, 0), Point(7.9, 7.9)])]) == ["⠑⢄", "  ⠑⢄"])
  }

  @Test("draws nothing outside the page and the clip rectangle")
  func clip() {
    var item = line([Point(-1e9, 1), Point(1e9, 1)])
    #expect(lines([item]) == [String(repeating: "⠒", count: 20)])
    item.clip = Rectangle(left: 4, top: 0, right: 8, bottom: 20)
    #expect(lines([item]) == ["  ⠒⠒⠂"])
    #expect(lines([line([Point(.nan, 1), Point(3, 3)])]).isEmpty)
  }

  @Test("has gaps in a dashed line")
  func dashes() throws {
    let dashed = lines([line([Point(0, 1), Point(39, 1)], Stroke(.ink, width: 1, dashes: [2, 2]))])
    #expect(try #require(dashed.first) == "⠒⠒  ⠒⠒  ⠒⠒  ⠒⠒  ⠒⠒")
  }

  @Test("fills areas: what others shine through faintly, what covers them half")
  func fills() throws {
    let area = Path(Rectangle(left: 0, top: 0, right: 40, bottom: 20))
    let colour = Palette.okabeIto.styles[0].colour
    func dots(_ paint: Paint) -> Int {
      let item = SceneItem(.mark, .path(area, fill: paint, stroke: nil))
      return page([item]).braille(columns: 20).unicodeScalars.reduce(0) { sum, scalar in
        sum + (scalar.value > 0x2800 ? (Int(scalar.value) - 0x2800).nonzeroBitCount : 0)
      }
    }
    #expect(dots(.colour(colour.opacity(0.2))) == 100)
    #expect((400...520).contains(dots(.colour(colour))))
    #expect(dots(.paper) == 0)
  }

  @Test("sets more dots for lighter cells, and none where there is no cell")
  func cells() {
    let greys = [0, 128, 255].map { Colour(red: $0, green: $0, blue: $0) }
    let clear = Colour(red: 0, green: 0, blue: 0, alpha: 0)
    let cells = SceneCells(
      area: Rectangle(left: 0, top: 0, right: 40, bottom: 4), columns: 4, colours: greys + [clear])
    #expect(lines([SceneItem(.mark, .cells(cells))]) == ["⠁⠁⠁⠁⠁⡵⡵⡵⡵⡵⣿⣿⣿⣿⣿"])
  }

  @Test("sets texts where they are, to the left, around or to the right of their place")
  func texts() {
    let items = [
      text("start", at: Point(4, 4)), text("mid", at: Point(21, 12), .middle),
      text("end", at: Point(40, 20), .end),
    ]
    #expect(lines(items) == ["  start", "         mid", "                 end"])
  }

  @Test("leaves out a label that would cover another")
  func crowded() {
    let items = (0..<12).map { text("1000", at: Point(3 * Double($0), 12)) }
    let words = lines(items).joined(separator: " ").split(separator: " ")
    #expect(words.count > 2 && words.allSatisfy { $0 == "1000" })
  }

  @Test("sets above its panel what reads upward, with an ellipsis when it is long")
  func turned() {
    let frame = PanelFrame(
      area: Rectangle(left: 8, top: 1, right: 40, bottom: 16), x: Scale(.linear, domain: 0...1),
      y: Scale(.linear, domain: 0...1))
    var scene = page([
      text("Power (kW)", .axisLabel, at: Point(5, 10), .middle, turn: -90),
      line([Point(8, 1), Point(8, 16)]),
    ])
    scene.frames = [frame]
    #expect(scene.braille(columns: 20).hasPrefix("Power (kW)\n    ⡆\n    ⡇\n"))
    scene.items[0] = text(
      "Charging power of all (kW)", .axisLabel, at: Point(5, 10), .middle, turn: -90)
    #expect(scene.braille(columns: 20).hasPrefix("Charging power of a…\n"))
  }

  @Test("has colours when it is asked, and gives them back at the end of each line")
  func colours() throws {
    let blue = Palette.okabeIto.styles[0].colour
    let items = [
      line([Point(0, 1), Point(3, 1)], Stroke(.colour(blue), width: 1)),
      line([Point(8, 1), Point(11, 1)], Stroke(.colour(.black), width: 1)),
    ]
    #expect(
      page(items).braille(columns: 20, colours: .ansi)
        == "\u{1B}[38;5;25m⠒⠒\u{1B}[39m  ⠒⠒\n")
    #expect(!page(items).braille(columns: 20).contains("\u{1B}"))
  }

  @Test("sends nothing from a text that would steer the terminal")
  func hostile() {
    let item = text("a\u{1B}[31m\u{202E}b\u{200B}c充", at: Point(0, 4))
    #expect(lines([item]) == ["a\u{FFFD}[31mbc充"])
  }

  @Test("is never wider than it is told", arguments: [20, 60, 80, 120])
  func width(columns: Int) {
    var items = [line([Point(0, 0), Point(39.99, 19.99)])]
    items.append(text("a legend that is far too long for the page", at: Point(20, 8)))
    let lines = page(items).braille(columns: columns).split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.count <= columns })
  }

  @Test("is nothing for an empty page")
  func empty() {
    #expect(page([]).braille().isEmpty)
    #expect(Scene(name: "none", title: "", width: 0, height: 0).braille().isEmpty)
  }
}
