import Text

extension LintedScene {
  /// How far a page may be from a journal's width, in points.
  private static let slack = 0.1

  /// A page that fits no column of the journal and is outside 60 to 190 mm.
  var pageWidth: [LintFinding] {
    let columns = JournalPreset.Column.allCases.filter { scene.preset.names($0) }
    let widths = columns.map { scene.preset.width($0) }
    let width = Points(scene.width)
    let fits =
      widths.contains { ($0.value - scene.width).magnitude <= Self.slack }
      || (Points(millimetres: 60).value - Self.slack...Points(millimetres: 190).value + Self.slack)
        .contains(scene.width)
    guard !fits else { return [] }
    let wanted = widths.map { $0.millimetres.text(significantDigits: 4) }.listed(conjunction: "or")
    return [
      LintFinding(
        .pageWidth,
        "The page is \(width.millimetres.text(significantDigits: 4)) mm wide; make it \(wanted) "
          + "mm, as the journal's columns are, or at least 60 to 190 mm."
      )
    ]
  }

  /// A page that is higher than the journal's.
  var pageHeight: [LintFinding] {
    let most = scene.preset.maximalHeight
    guard !(scene.height <= most.value + Self.slack) else { return [] }
    return [
      LintFinding(
        .pageHeight,
        "The page is \(Points(scene.height).millimetres.text(significantDigits: 4)) mm high, "
          + "and the journal takes at most \(most.millimetres.text(significantDigits: 4)) mm; "
          + "make it lower or split the figure."
      )
    ]
  }
}
