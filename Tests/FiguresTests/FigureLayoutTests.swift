import Figures
import Peers
import Testing
import Text

@Suite("A figure laid out") struct FigureLayoutTests {
  private struct Row {
    var hour: Double
    var wait: Double
    var chargers: String
  }

  private let rows: [Row] = (0..<50).flatMap { hour in
    [("four", 1.0), ("six", 0.5)].map { name, share in
      Row(hour: Double(hour), wait: share * Double(hour * (50 - hour)), chargers: name)
    }
  }

  private func waits(_ format: FigureFormat = FigureFormat()) -> Figure {
    Figure("waits", "Waits over a day", format: format) {
      Panel(x: Axis("Hour", unit: "h"), y: Axis("Wait", unit: "min")) {
        Line.each(rows, x: \.hour, y: \.wait, by: \.chargers)
      }
    }
  }

  @Test(
    "is as wide as the journal's column",
    arguments: JournalPreset.allCases, JournalPreset.Column.allCases)
  func width(preset: JournalPreset, column: JournalPreset.Column) {
    let scene = Scene(waits(FigureFormat(preset, column)), measuredBy: EvenMeasure())
    #expect(abs(scene.width - preset.width(column).value) < 1e-9)
    #expect(scene.lint().isEmpty)
  }

  @Test("is laid out anew for any width", arguments: [60.0, 75, 90, 120, 150, 190])
  func anyWidth(millimetres: Double) {
    let format = FigureFormat(.report, .single, width: millimetres)
    let scene = Scene(waits(format), measuredBy: EvenMeasure())
    #expect(abs(scene.width - millimetres * 72 / 25.4) < 1e-9)
    #expect(scene.lint().filter { $0.severity == .fault }.isEmpty)
  }

  @Test("puts data where its scales say, to a hundredth of a point")
  func places() throws {
    let scene = Scene(waits(), measuredBy: EvenMeasure())
    let frame = try #require(scene.frames.first)
    let line = try #require(
      scene.items.first { $0.role == .mark && $0.series == "four" })
    guard case .path(let path, _, _) = line.shape else { throw Unexpected() }
    let four = rows.filter { $0.chargers == "four" }
    #expect(path.points.count == four.count)
    for (row, point) in zip(four, path.points) {
      let x = frame.area.left + row.hour / 49 * frame.area.width
      #expect(abs(point.x - x) < 0.01)
      let share =
        (row.wait - frame.y.domain.lowerBound)
        / (frame.y.domain.upperBound - frame.y.domain.lowerBound)
      #expect(abs(point.y - (frame.area.bottom - share * frame.area.height)) < 0.01)
    }
  }

  private struct Unexpected: Error {}

  @Test("names lines at their ends where they end apart, and in a corner where not")
  func names() {
    let direct = Scene(waits(), measuredBy: EvenMeasure())
    #expect(!direct.items.contains { $0.role == .legendText })
    #expect(Set(direct.items.filter { $0.role == .label }.compactMap(\.series)) == ["four", "six"])
    let dots = Figure("dots", "Dots") {
      Panel(x: Axis("Hour", unit: "h"), y: Axis("Wait", unit: "min")) {
        Dots.each(rows, x: \.hour, y: \.wait, by: \.chargers)
      }
    }
    let listed = Scene(dots, measuredBy: EvenMeasure())
    #expect(listed.items.count { $0.role == .legendText } == 2)
  }

  @Test("shares its axes among small multiples and writes them once")
  func shared() {
    let figure = Figure(
      "patterns", "Patterns", format: FigureFormat(.nature, .double),
      arrangement: Arrangement(columns: 2, sharesX: true, sharesY: true)
    ) {
      for name in ["a", "b", "c", "d"] {
        Panel(name, x: Axis("Hour", unit: "h"), y: Axis("Wait", unit: "min")) {
          Line(rows.filter { $0.chargers == (name < "c" ? "four" : "six") }, x: \.hour, y: \.wait)
        }
      }
    }
    let scene = Scene(figure, measuredBy: EvenMeasure())
    #expect(Set(scene.frames.map(\.y.domain)).count == 1)
    #expect(scene.items.count { $0.role == .axisLabel } == 4)
    #expect(scene.items.count { $0.role == .panelLetter } == 4)
    #expect(Set(scene.frames.map { $0.area.width.text(decimals: 6) }).count == 1)
  }

  @Test("takes a power of ten into the unit and never reads data as markup")
  func texts() {
    let figure = Figure("texts", "Texts") {
      Panel(x: .categories(["^{<b>*", "A&B"]), y: Axis("Energy", unit: "kWh")) {
        Bars([.init("", [2e7, 3e7])])
      }
    }
    let texts = Scene(figure, measuredBy: EvenMeasure()).items.compactMap { item -> String? in
      guard case .text(let text) = item.shape else { return nil }
      return text.text.plainText
    }
    #expect(texts.contains("Energy (10⁷\u{202F}kWh)"))
    #expect(texts.contains("^{<b>*"))
  }

  @Test("says what had no room")
  func losses() {
    let names = (0..<200).map { "Station number \($0)" }
    let figure = Figure("many", "Many") {
      Panel(x: .categories(names), y: Axis("Load", unit: "kW")) {
        Bars([.init("", names.indices.map(Double.init))])
      }
    }
    let scene = Scene(figure, measuredBy: EvenMeasure())
    #expect(scene.losses.contains { $0.contains("of 200 categories") })
    #expect(!scene.lint().contains { $0.severity == .fault })
  }

  @Test("carries its data as CSV, which reads back equal")
  func csv() throws {
    let table = try CSVReader.read(waits().csv)
    #expect(table.header == ["panel", "mark", "series", "x", "y"])
    #expect(table.rows.count == 100)
    let waits = rows.filter { $0.chargers == "four" } + rows.filter { $0.chargers == "six" }
    #expect(table.rows.map { Double($0[4].text) } == waits.map { Optional($0.wait) })
  }

  @Test("reads back equal from JSON", arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  func coding(seed: UInt64) throws {
    let figure = RandomFigure.figure(seed: seed)
    let scene = Scene(figure, measuredBy: EvenMeasure())
    let text = try JSON(encoding: figure).compactText
    let again = try JSONReader.read(text).decoded(as: Figure.self)
    // Not-a-number is not equal to itself, but what is drawn is.
    #expect(Scene(again, measuredBy: EvenMeasure()) == scene)
  }

  @Test("is the same twice, in any order")
  func same() {
    let first = (0..<40).map { Scene(RandomFigure.figure(seed: $0), measuredBy: EvenMeasure()) }
    let second = (0..<40).reversed().map {
      Scene(RandomFigure.figure(seed: $0), measuredBy: EvenMeasure())
    }
    #expect(first == second.reversed())
  }
}
