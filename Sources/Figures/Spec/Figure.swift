/// A figure as its author means it: what is shown, not where it stands.
///
/// A figure is a value without any measure on paper. ``Layout`` turns it into a ``Scene`` for one width, and
/// again for another.
///
///     let figure = Figure("waits", "Waits over a day", caption: "Mean of 20 days.") {
///       Panel(x: .timeOfDay("Time"), y: Axis("Wait", unit: "min")) {
///         Line(hours, x: \.start, y: \.wait)
///       }
///     }
public struct Figure: Codable, Equatable, Sendable {
  /// The name of its files, without ending.
  public var name: String
  /// What it shows, in a few words, for lists and the properties of files; not drawn.
  public var title: String
  /// What stands below it in a report.
  public var caption: RichText
  /// What a reader is told who cannot see it; nil to have it written from the data.
  public var alternativeText: String?
  /// The words under which it is found.
  public var keywords: [String]
  /// Its size and whose rules it follows.
  public var format: FigureFormat
  /// The panels, row by row.
  public var panels: [Panel]
  /// How the panels stand.
  public var arrangement: Arrangement
  /// Where the names of series are written.
  public var legend: LegendPlacement
  /// Looks that series are to have, by name; the others get theirs from the palette, in order.
  public var styles: [StyleChoice]

  /// Describes a figure; caption and texts may have markup.
  public init(
    _ name: String, _ title: String, caption: String = "", keywords: [String] = [],
    format: FigureFormat = FigureFormat(), arrangement: Arrangement = Arrangement(),
    legend: LegendPlacement = .automatic, @PanelBuilder panels: () -> [Panel] = { [] }
  ) {
    (self.name, self.title, self.caption) = (name, title, RichText(authored: caption))
    (self.keywords, self.format, self.arrangement) = (keywords, format, arrangement)
    (self.legend, self.alternativeText, self.styles) = (legend, nil, [])
    self.panels = panels()
  }

  /// The same figure at another size or by other rules.
  public func formatted(_ format: FigureFormat) -> Figure {
    var figure = self
    figure.format = format
    return figure
  }

  /// The same figure with a look for one of its series.
  public func styled(_ series: String, _ style: SeriesStyle) -> Figure {
    var figure = self
    figure.styles.append(StyleChoice(series: series, style: style))
    return figure
  }
}

/// A look that the author chose for a series.
public struct StyleChoice: Codable, Equatable, Sendable {
  /// The series, as it is named in the legend.
  public var series: String
  /// How it looks.
  public var style: SeriesStyle

  /// Gives a series a look.
  public init(series: String, style: SeriesStyle) { (self.series, self.style) = (series, style) }
}

/// The size of a figure and whose rules it follows.
public struct FigureFormat: Codable, Equatable, Sendable {
  /// Whose rules.
  public var preset: JournalPreset
  /// How many columns of the page it is wide.
  public var column: JournalPreset.Column
  /// The width in millimetres instead of that of the column.
  public var width: Double?
  /// The height in millimetres; nil for what the panels need.
  public var height: Double?

  /// Describes a size.
  public init(
    _ preset: JournalPreset = .report, _ column: JournalPreset.Column = .single,
    width: Double? = nil, height: Double? = nil
  ) {
    (self.preset, self.column, self.width, self.height) = (preset, column, width, height)
  }

  /// The width of the page in points, from 40 to 400 mm.
  public var pageWidth: Double {
    guard let width, width.isFinite else { return preset.width(column).value }
    return Points(millimetres: Swift.min(400, Swift.max(40, width))).value
  }
}

/// How the panels of a figure stand.
public struct Arrangement: Codable, Equatable, Sendable {
  /// How many stand side by side; nil for as many as the width allows.
  public var columns: Int?
  /// The widths of the columns to one another; those not given count 1.
  public var columnWeights: [Double]
  /// The heights of the rows to one another; those not given count 1.
  public var rowWeights: [Double]
  /// Whether all panels have the same x axis, written only below the lowest.
  public var sharesX: Bool
  /// Whether all panels have the same y axis, written only at the left.
  public var sharesY: Bool
  /// Whether panels have letters; nil for when there is more than one.
  public var hasLetters: Bool?

  /// Describes an arrangement.
  public init(
    columns: Int? = nil, columnWeights: [Double] = [], rowWeights: [Double] = [],
    sharesX: Bool = false, sharesY: Bool = false, hasLetters: Bool? = nil
  ) {
    (self.columns, self.columnWeights, self.rowWeights) = (columns, columnWeights, rowWeights)
    (self.sharesX, self.sharesY, self.hasLetters) = (sharesX, sharesY, hasLetters)
  }
}

/// Where the names of series are written.
public enum LegendPlacement: String, Codable, CaseIterable, Sendable {
  /// Beside the ends of lines, else in an empty corner, else outside.
  case automatic
  /// In an empty corner, else outside.
  case inside
  /// Above the panels.
  case above
  /// Nowhere.
  case none
}

extension RichText {
  /// Reads what an author wrote, as markup where it can be, else as it stands.
  public init(authored text: String) {
    self = (try? RichText(markup: text)) ?? RichText(plain: text)
  }
}
