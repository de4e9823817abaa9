/// What a journal asks of a figure: widths, type sizes and lines at final size.
///
///     JournalPreset.nature.width(.single).value   // 252.28… points, 89 mm
///
/// The numbers are those that the publishers' guides gave in 2026; ask the guide of the day before a
/// submission.
public enum JournalPreset: String, CaseIterable, Sendable {
  /// IEEE transactions.
  case ieee
  /// Nature and its sisters.
  case nature
  /// Elsevier's journals.
  case elsevier
  /// Springer's journals.
  case springer
  /// Our own pages.
  case report

  /// How many columns of the page a figure is wide.
  public enum Column: String, CaseIterable, Sendable {
    /// One column.
    case single
    /// Between one and two.
    case oneAndAHalf = "1.5"
    /// The whole page.
    case double
  }

  /// Whether the journal's guide has this width.
  public func names(_ column: Column) -> Bool {
    column != .oneAndAHalf || self == .nature || self == .elsevier
  }

  /// The width of a figure; where the guide has none for 1.5 columns, the mean of its neighbours.
  public func width(_ column: Column) -> Points {
    switch (self, column) {
    case (.ieee, .single): Points(inches: 3.5)
    case (.ieee, .double): Points(inches: 7.16)
    case (.nature, .single): Points(millimetres: 89)
    case (.nature, .oneAndAHalf): Points(millimetres: 120)
    case (.nature, .double): Points(millimetres: 183)
    case (.elsevier, .single): Points(millimetres: 90)
    case (.elsevier, .oneAndAHalf): Points(millimetres: 140)
    case (.elsevier, .double): Points(millimetres: 190)
    case (.springer, .single): Points(millimetres: 84)
    case (.springer, .double): Points(millimetres: 174)
    case (.report, .single): Points(millimetres: 120)
    case (.report, .double): Points(millimetres: 180)
    case (_, .oneAndAHalf): Points((width(.single).value + width(.double).value) / 2)
    }
  }

  /// The greatest height of a figure.
  public var maximalHeight: Points {
    switch self {
    case .nature: Points(millimetres: 247)
    case .ieee, .elsevier, .springer, .report: Points(millimetres: 240)
    }
  }

  /// The sizes of type.
  public var type: TypeSizes {
    switch self {
    case .ieee: TypeSizes(label: 8, tick: 7, panelLetter: 8, script: 6, least: 6)
    case .nature: TypeSizes(label: 7, tick: 6, panelLetter: 8, script: 5, least: 5)
    case .elsevier: TypeSizes(label: 7, tick: 7, panelLetter: 8, script: 6, least: 6)
    case .springer: TypeSizes(label: 8, tick: 8, panelLetter: 9, script: 6, least: 6)
    case .report: TypeSizes(label: 8, tick: 7, panelLetter: 9, script: 5.5, least: 5)
    }
  }

  /// The widths of lines.
  public var lines: LineWidths {
    LineWidths(
      axis: self == .nature ? 0.5 : 0.6, data: 1, hairline: self == .springer ? 0.3 : 0.25,
      majorTick: 3, minorTick: 1.5)
  }

  /// The letter of a panel, counted from 0, as the journal sets it.
  ///
  ///     JournalPreset.ieee.panelLetter(1).plainText   // "(b)"
  public func panelLetter(_ panel: Int) -> RichText {
    let letter = RichText(plain: Self.letters(panel))
    switch self {
    case .ieee, .elsevier: return RichText(plain: "(") + letter + RichText(plain: ")")
    case .nature, .springer, .report: return letter.bold
    }
  }

  /// a to z, then aa, ab and so on.
  private static func letters(_ panel: Int) -> String {
    precondition(panel >= 0, "There is no panel \(panel).")
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(panel % 26)))
    return panel < 26 ? last : letters(panel / 26 - 1) + last
  }
}

/// The sizes of type in a figure, in points.
public struct TypeSizes: Equatable, Sendable {
  /// Of axis labels, legends and callouts.
  public let label: Double
  /// Of tick labels.
  public let tick: Double
  /// Of panel letters.
  public let panelLetter: Double
  /// Of superscripts and subscripts.
  public let script: Double
  /// Below this the journal sends a figure back.
  public let least: Double
}

/// The widths and lengths of lines in a figure, in points.
public struct LineWidths: Equatable, Sendable {
  /// The width of axes and ticks.
  public let axis: Double
  /// The width of data lines.
  public let data: Double
  /// The width of the thinnest line.
  public let hairline: Double
  /// The length of a major tick.
  public let majorTick: Double
  /// The length of a minor tick.
  public let minorTick: Double
}
