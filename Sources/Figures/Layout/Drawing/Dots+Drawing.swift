extension Dots: PanelContent {
  var legendKeys: [LegendKey] {
    guard colours == nil else { return [] }
    return LegendKey.named(series, [isHollow ? .hollowMarker : .marker]).map { key in
      var key = key
      key.shape = shape
      return key
    }
  }

  var seriesNames: [String] { series.map { [$0] } ?? [] }

  var channel: (colours: ColourChannel, values: [Double])? { colours.map { ($0, values) } }

  func extend(_ reach: inout Reach) {
    reach.x.take(x)
    reach.y.take(y)
    (reach.x.wantsNoRoom, reach.y.wantsNoRoom) = (false, false)
  }

  func draw(on canvas: inout Canvas, colours range: ColourRange?) {
    let style = canvas.book.line(series)
    let count = Swift.min(x.count, y.count)
    let shown = (0..<count).compactMap { index in
      canvas.frame.place(x[index], y[index]).map { (index, $0) }
    }
    guard !shown.isEmpty else { return }
    let shape = shape ?? style.marker
    let diameter =
      size.flatMap { $0.isFinite ? Swift.min(40, Swift.max(0.5, $0)) : nil } ?? ownSize(shown.count)
    let density =
      opacity.map { $0.isFinite ? Swift.min(1, Swift.max(0.02, $0)) : 1 } ?? ownDensity(shown.count)
    canvas.draw(
      SceneMarkers(
        shape, at: shown.map(\.1), sizes: sizes(shown.map(\.0), diameter),
        paints: paints(shown.map(\.0), style, range, density), isFilled: !isHollow && !shape.isOpen,
        lineWidth: shape.isOpen || isHollow ? 0.9 : 0.4), series: series)
  }

  private func ownSize(_ count: Int) -> Double {
    let size: Double = count > 5000 ? 1.6 : count > 800 ? 2.2 : count > 120 ? 3 : 4.2
    return emphasis == .strong ? size + 1.6 : emphasis == .context ? size * 0.7 : size
  }

  private func ownDensity(_ count: Int) -> Double { count > 2000 ? 0.35 : count > 300 ? 0.6 : 0.9 }

  /// Diameters whose squares go with the weights.
  private func sizes(_ shown: [Int], _ diameter: Double) -> [Double] {
    let largest = weights.filter(\.isFinite).max() ?? 0
    guard largest > 0 else { return [diameter] }
    return shown.map { index in
      guard index < weights.count, weights[index].isFinite else { return 1 }
      let share = (Swift.max(0, weights[index]) / largest).squareRoot()
      return Swift.max(1, 2.5 * diameter * share)
    }
  }

  private func paints(
    _ shown: [Int], _ style: SeriesStyle, _ range: ColourRange?, _ density: Double
  ) -> [Paint] {
    if let channel = colours, let range {
      return shown.map { index in
        let value = index < values.count ? values[index] : .nan
        return .colour(
          range.colour(of: channel.shown(value), in: channel.map).opacity(opacity ?? 1))
      }
    }
    if emphasis == .context {
      return [.colour(Colour(rgb: 0x8C8C8C).opacity(Swift.min(0.6, density)))]
    }
    return [.colour(style.colour.opacity(density))]
  }

  func record(in table: inout TidyTable) {
    var numbers = [("x", x), ("y", y)]
    if !values.isEmpty { numbers.append(("value", values)) }
    if !weights.isEmpty { numbers.append(("weight", weights)) }
    table.add("dot", series: series, numbers: numbers)
  }
}
