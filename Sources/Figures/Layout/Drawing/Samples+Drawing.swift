extension Histogram: PanelContent {
  var legendKeys: [LegendKey] { LegendKey.named(series, [.hatchedPatch]) }

  private var binned: HistogramBins { HistogramBins(samples, count: bins) }

  private func heights(_ bins: HistogramBins) -> [Double] {
    isDensity ? bins.densities : bins.counts.map(Double.init)
  }

  func extend(_ reach: inout Reach) {
    let bins = binned
    reach.x.take(bins.edges)
    reach.y.take(heights(bins))
    reach.y.wantsNoRoom = false
    reach.y.standsOnZero = true
    reach.x.wantsNoRoom = false
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let bins = binned
    let style = canvas.book.area(series)
    for (index, height) in heights(bins).enumerated() where height > 0 {
      guard let start = canvas.frame.horizontal(bins.edges[index]),
        let end = canvas.frame.horizontal(bins.edges[index + 1]),
        let top = canvas.frame.vertical(height)
      else { continue }
      let ground = canvas.frame.vertical(0) ?? canvas.frame.area.bottom
      guard let box = Rectangle(around: [Point(start, top), Point(end, ground)]) else { continue }
      canvas.draw(
        .mark, Path(box), fill: .colour(style.colour.opacity(0.8)),
        stroke: Stroke(.paper, width: 0.4), series: series)
      canvas.hatch([box.corners], style.hatch, series: series)
    }
  }

  func record(in table: inout TidyTable) {
    let bins = binned
    table.add(
      "histogram", series: series,
      numbers: [
        ("from", Array(bins.edges.dropLast())), ("to", Array(bins.edges.dropFirst())),
        ("y", heights(bins)),
      ])
  }
}

extension Density: PanelContent {
  var legendKeys: [LegendKey] { LegendKey.named(series, [.line, .band]) }

  private var curve: (x: [Double], y: [Double]) {
    let density = KernelDensity(samples, least: least, greatest: greatest)
    return density.curve(points: 256)
  }

  func extend(_ reach: inout Reach) {
    let curve = curve
    reach.x.take(curve.x)
    reach.y.take(curve.y)
    reach.y.wantsNoRoom = false
    reach.y.standsOnZero = true
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let curve = curve
    let style = canvas.book.line(series)
    let points = canvas.points(curve.x, curve.y).filter(\.x.isFinite)
    guard let first = points.first, let last = points.last else { return }
    let ground = canvas.frame.vertical(0) ?? canvas.frame.area.bottom
    canvas.draw(
      .mark,
      Path(through: [Point(first.x, ground)] + points + [Point(last.x, ground)], isClosed: true),
      fill: .colour(style.colour.opacity(0.18)), series: series)
    canvas.draw(
      .mark, Path(through: points),
      stroke: Stroke(.colour(style.colour), width: canvas.lines.data, dashes: style.dash.lengths),
      series: series)
  }

  func record(in table: inout TidyTable) {
    table.add("density sample", series: series, numbers: [("x", samples)])
  }
}

extension StepDistribution: PanelContent {
  var legendKeys: [LegendKey] { LegendKey.named(series, hasBand ? [.line, .band] : [.line]) }

  private var curve: StepCurve {
    isSurvival || isCensored.contains(true)
      ? StepCurve.survival(samples, censored: isCensored) : StepCurve.ecdf(samples)
  }

  /// Kaplan and Meier's curve tells the share beyond; the share up to a value is the rest.
  private func shares(_ values: [Double], of curve: StepCurve) -> [Double] {
    isCensored.contains(true) && !isSurvival ? values.map { 1 - $0 } : values
  }

  func extend(_ reach: inout Reach) {
    reach.x.take(curve.x)
    reach.y.take([0, 1])
    reach.y.standsOnZero = true
  }

  func draw(on canvas: inout Canvas, colours: ColourRange?) {
    let curve = curve
    // Beyond its last value a sample that is known to its end has nothing left: the curve goes on to the frame.
    let end = canvas.frame.x.domain.upperBound
    let goesOn = !isCensored.contains(true) && (curve.x.last ?? end) < end
    func whole(_ values: [Double]) -> [Double] { values + (goesOn ? values.suffix(1) : []) }
    let places = goesOn ? curve.x + [end] : curve.x
    if hasBand {
      Band(
        x: places, low: whole(shares(curve.low, of: curve)),
        high: whole(shares(curve.high, of: curve)), series: series, steps: .after
      ).draw(on: &canvas, colours: nil)
    }
    Line(x: places, y: whole(shares(curve.y, of: curve)), series: series, steps: .after)
      .draw(on: &canvas, colours: nil)
  }

  func record(in table: inout TidyTable) {
    var numbers = [("x", samples)]
    if !isCensored.isEmpty { numbers.append(("censored", isCensored.map { $0 ? 1 : 0 })) }
    table.add("sample", series: series, numbers: numbers)
  }
}
