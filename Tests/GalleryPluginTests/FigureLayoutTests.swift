import Drawing
import Figures
import Testing

/// A size and whose rules.
struct Sheet: CustomTestStringConvertible, Sendable {
  let format: FigureFormat

  var testDescription: String {
    "\(format.preset.rawValue), \(format.width.map { "\(Int($0)) mm" } ?? format.column.rawValue)"
  }

  static let columns = JournalPreset.allCases.flatMap { preset in
    [.single, .double].map { Sheet(format: FigureFormat(preset, $0)) }
  }

  static let widths = [60.0, 75, 90, 105, 120, 140, 160, 175, 190].map { width in
    Sheet(format: FigureFormat(.report, .single, width: width))
  }
}

@Suite(
  "A figure of the gallery",
  .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
struct FigureLayoutTests {
  @Test(
    "keeps all its texts and has no fault, by the rules of every journal", arguments: Sheet.columns)
  func journals(sheet: Sheet) throws { try check(sheet) }

  @Test("keeps all its texts and has no fault at any width", arguments: Sheet.widths)
  func widths(sheet: Sheet) throws { try check(sheet) }

  private func check(_ sheet: Sheet) throws {
    let typesetter = try Typesetter(FontBook.inter())
    for figure in try #require(everything).printed {
      let scene = Scene(figure.formatted(sheet.format), measuredBy: typesetter)
      #expect(scene.losses.isEmpty, "\(figure.name)")
      #expect(scene.unitlessAxes.isEmpty, "\(figure.name)")
      #expect(scene.lint().map(\.sentence) == [], "\(figure.name)")
      #expect(!scene.alternativeText.isEmpty, "\(figure.name)")
      #expect(abs(scene.width - sheet.format.pageWidth) < 1e-9, "\(figure.name)")
      #expect(scene.height <= sheet.format.preset.maximalHeight.value + 1e-9, "\(figure.name)")
    }
  }
}
