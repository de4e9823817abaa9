import Figures
import Peers

/// Scenes with everything in them, to be written and read back.
struct RandomScene {
  var random: FixedRandom

  init(seed: UInt64) { random = FixedRandom(seed: seed) }

  mutating func scene() -> Scene {
    Scene(
      name: word(), title: word(), alternativeText: word(), keywords: some { $0.word() },
      width: length(), height: length(), preset: random.pick(JournalPreset.allCases),
      frames: some { $0.frame() }, items: some { $0.item() }, csv: word(),
      losses: some { $0.word() },
      unitlessAxes: some { $0.word() })
  }

  mutating func frame() -> PanelFrame {
    PanelFrame(
      area: rectangle(), x: scale(), y: scale(), isXReversed: chance(), isYReversed: chance())
  }

  mutating func item() -> SceneItem {
    SceneItem(
      random.pick(SceneItem.Role.allCases), shape(), panel: chance() ? random.below(5) : nil,
      series: chance() ? word() : nil, clip: chance() ? rectangle() : nil)
  }

  mutating func shape() -> SceneItem.Shape {
    switch random.below(4) {
    case 0: return .path(path(), fill: chance() ? paint() : nil, stroke: chance() ? stroke() : nil)
    case 1:
      let places = some { $0.point() }
      let each = chance() ? places.count : 1
      return .markers(
        SceneMarkers(
          random.pick(MarkerShape.allCases), at: places,
          sizes: (0..<each).map { _ in length() }, paints: (0..<each).map { _ in paint() },
          isFilled: chance(), lineWidth: length()))
    case 2: return .text(text())
    default:
      let columns = 1 + random.below(4)
      return .cells(
        SceneCells(
          area: rectangle(), columns: columns,
          colours: (0..<columns * random.below(4)).map { _ in colour() }))
    }
  }

  mutating func text() -> SceneText {
    SceneText(
      richText(), size: length(), paint: paint(), at: point(),
      random.pick([.start, .middle, .end]), turn: random.pick([0, -90, 45, 12.5]),
      extent: TextExtent(width: length(), ascent: length(), descent: length()))
  }

  mutating func richText() -> RichText {
    RichText(
      runs: some { random in
        RichText.Run(
          random.word(),
          scripts: random.some(upTo: 3) { $0.random.pick([.superscript, .subscript]) },
          isItalic: random.chance(), isBold: random.chance())
      })
  }

  mutating func path() -> Path {
    var steps: [Path.Step] = chance() ? [] : [.move(point())]
    for _ in 0..<(steps.isEmpty ? 0 : random.below(8)) {
      switch random.below(4) {
      case 0: steps.append(.move(point()))
      case 1: steps.append(.line(point()))
      case 2: steps.append(.curve(point(), point(), point()))
      default: steps.append(.close)
      }
    }
    return Path(steps)
  }

  mutating func scale() -> Scale {
    let kinds: [Scale.Kind] = [
      .linear, .log10, .symlog(threshold: 0.5), .symlog(threshold: 1e-6), .timeOfDay, .date,
    ]
    let odd: [Double] = [.nan, .infinity, 0, -1, 1e308, 1e-308, 253_402_300_800, 5]
    return Scale(
      random.pick(kinds),
      covering: some(upTo: 3) { $0.chance() ? $0.random.number() : $0.random.pick(odd) })
  }

  mutating func paint() -> Paint {
    random.pick([.ink, .softInk, .grid, .context, .paper, .colour(colour()), .colour(colour())])
  }

  mutating func stroke() -> Stroke {
    Stroke(
      paint(), width: length(), dashes: some { 0.01 + $0.length() },
      cap: random.pick([.butt, .round]))
  }

  mutating func colour() -> Colour {
    let shares = random.next()
    return Colour(
      red: UInt8(truncatingIfNeeded: shares), green: UInt8(truncatingIfNeeded: shares >> 8),
      blue: UInt8(truncatingIfNeeded: shares >> 16),
      alpha: chance() ? 255 : UInt8(truncatingIfNeeded: shares >> 24))
  }

  mutating func word() -> String {
    some(upTo: 5) {
      $0.random.pick([
        "a", "^{", "_", "*", "\\", "}", "é", "e\u{301}", "🚗", "\"", " ", "<b>", "\u{2212}",
      ])
    }.joined()
  }

  mutating func rectangle() -> Rectangle {
    Rectangle(left: coordinate(), top: coordinate(), right: coordinate(), bottom: coordinate())
  }

  mutating func point() -> Point { Point(coordinate(), coordinate()) }

  mutating func coordinate() -> Double {
    chance() ? Double.random(in: -1000...1000, using: &random) : Double(random.below(500))
  }

  mutating func length() -> Double { coordinate().magnitude }

  mutating func chance() -> Bool { random.below(2) == 0 }

  mutating func some<Element>(
    upTo limit: Int = 4, _ make: (inout RandomScene) -> Element
  ) -> [Element] {
    (0..<random.below(limit + 1)).map { _ in make(&self) }
  }
}
