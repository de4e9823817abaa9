/// Colours for series, in the order in which they are given out.
///
///     Palette.okabeIto.lineStyle(0).name   // "blue"
///
/// Source: M. Okabe and K. Ito, "Color Universal Design" (2008), in the order in which the first of them are
/// hardest to mistake for one another under any vision. Yellow is for areas only: its contrast on
/// white is 1.32.
public struct Palette: Equatable, Sendable {
  /// The styles of areas and dots.
  public let styles: [SeriesStyle]

  /// The eight colours of Okabe and Ito.
  public static let okabeIto = Palette(styles: [
    SeriesStyle(
      name: "blue", colour: Colour(rgb: 0x0072B2), dash: .solid, marker: .circle, hatch: .none),
    SeriesStyle(
      name: "vermilion", colour: Colour(rgb: 0xD55E00), dash: .dashed, marker: .square,
      hatch: .rising),
    SeriesStyle(
      name: "green", colour: Colour(rgb: 0x009E73), dash: .dashDotted, marker: .triangle,
      hatch: .falling),
    SeriesStyle(
      name: "purple", colour: Colour(rgb: 0xCC79A7), dash: .dotted, marker: .diamond,
      hatch: .horizontal),
    SeriesStyle(
      name: "orange", colour: Colour(rgb: 0xE69F00), dash: .longDashed, marker: .invertedTriangle,
      hatch: .crossed),
    SeriesStyle(
      name: "sky blue", colour: Colour(rgb: 0x56B4E9), dash: .shortDashed, marker: .plus,
      hatch: .vertical),
    SeriesStyle(
      name: "yellow", colour: Colour(rgb: 0xF0E442), dash: .solid, marker: .star, hatch: .dotted),
    SeriesStyle(
      name: "black", colour: .black, dash: .dashDoubleDotted, marker: .cross, hatch: .grid),
  ])

  /// The styles of lines: those whose contrast on white is at least 2.25.
  ///
  /// Contrasts are compared as they are printed, with two decimals.
  public var lineStyles: [SeriesStyle] {
    styles.filter { $0.colour.contrast(with: .white) >= 2.245 }
  }

  /// The style of a series that is drawn as an area.
  public func areaStyle(_ series: Int) -> SeriesStyle { Self.style(series, from: styles) }

  /// The style of a series that is drawn as a line or as dots.
  ///
  /// There are as many as somebody may ask for; when the colours are used up they begin again, each with
  /// another dash, marker and hatch, so that 40 lines still differ pairwise.
  public func lineStyle(_ series: Int) -> SeriesStyle { Self.style(series, from: lineStyles) }

  /// Past the end, dash, marker and hatch move on by one for each time round.
  private static func style(_ series: Int, from styles: [SeriesStyle]) -> SeriesStyle {
    precondition(series >= 0, "There is no series \(series).")
    let (round, place) = series.quotientAndRemainder(dividingBy: styles.count)
    let (own, shape) = (styles[place], styles[(place + round) % styles.count])
    return SeriesStyle(
      name: own.name, colour: own.colour, dash: shape.dash, marker: shape.marker,
      hatch: shape.hatch)
  }
}
