/// Which look each series of a figure has: the same in all its panels.
struct SeriesBook {
  private var places: [String: Int] = [:]
  private var chosen: [String: SeriesStyle] = [:]
  private let palette = Palette.okabeIto
  /// The names, in the order of their first appearance.
  private(set) var names: [String] = []

  init(_ figure: Figure) {
    for look in figure.styles { chosen[look.series] = look.style }
    for name in figure.panels.flatMap(\.seriesNames) where places[name] == nil {
      places[name] = names.count
      names.append(name)
    }
  }

  /// The look of a series that is drawn with lines or dots.
  func line(_ series: String?) -> SeriesStyle {
    guard let series else { return palette.lineStyle(0) }
    return chosen[series] ?? palette.lineStyle(places[series] ?? 0)
  }

  /// The look of a series that fills areas; the same colours as its lines would have.
  func area(_ series: String?) -> SeriesStyle {
    guard let series, !series.isEmpty else { return palette.areaStyle(0) }
    return chosen[series] ?? palette.lineStyle(places[series] ?? 0)
  }
}
