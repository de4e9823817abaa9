extension Tracks: PanelContent {
  var seriesNames: [String] {
    var names: [String] = []
    for series in spans.compactMap(\.series) where !names.contains(series) { names.append(series) }
    return names
  }

  var legendKeys: [LegendKey] {
    guard colours == nil else { return [] }
    return seriesNames.flatMap { LegendKey.named($0, [.hatchedPatch]) }
  }

  var channel: (colours: ColourChannel, values: [Double])? {
    colours.map { ($0, spans.compactMap(\.value)) }
  }

  func extend(_ reach: inout Reach) {
    reach.x.take(spans.flatMap { [$0.from, $0.to] })
    reach.y.take(spans.flatMap { [$0.track - 0.5, $0.track + 0.5] })
  }

  func draw(on canvas: inout Canvas, colours range: ColourRange?) {
    let half = (height.isFinite ? Swift.min(1, Swift.max(0.05, height)) : 0.7) / 2
    for span in spans {
      guard
        let start = canvas.frame.place(span.from, span.track - half),
        let end = canvas.frame.place(span.to, span.track + half),
        let box = Rectangle(around: [start, end])?.seen(in: canvas.frame.area)
      else { continue }
      var colour = canvas.book.area(span.series).colour
      if let channel = colours, let range {
        colour = range.colour(of: channel.shown(span.value ?? .nan), in: channel.map)
      }
      canvas.draw(.mark, Path(box), fill: .colour(colour), series: span.series)
      if colours == nil {
        canvas.hatch([box.corners], canvas.book.area(span.series).hatch, series: span.series)
      }
      if let text = span.text, !isHatched(span, canvas) {
        let label = canvas.text(
          RichText(plain: text), at: Point(box.centre.x, box.centre.y + canvas.middleDrop()),
          paint: .colour(colour.readableInk.solidInk))
        // A name that does not fit its span is left to the data.
        if label.extent.width < box.width - 2, label.extent.height < box.height {
          canvas.write(.value, label)
        }
      }
    }
  }

  /// A name on a hatch could not be read.
  private func isHatched(_ span: Span, _ canvas: Canvas) -> Bool {
    colours == nil && canvas.hatchesAreas && canvas.book.area(span.series).hatch != .none
  }

  func record(in table: inout TidyTable) {
    for span in spans {
      table.add(
        "span", series: span.series,
        numbers: [
          ("track", [span.track]), ("from", [span.from]), ("to", [span.to]),
          ("value", [span.value ?? .nan]),
        ])
    }
  }
}

extension Rectangle {
  /// What of a span is in the panel; one that lasts a moment is seen all the same.
  fileprivate func seen(in area: Rectangle) -> Rectangle? {
    guard right >= area.left, left <= area.right else { return nil }
    var box = self
    if box.width < 0.6 { (box.left, box.right) = (centre.x - 0.3, centre.x + 0.3) }
    // A hair of paper tells a span from the next.
    if box.width > 2 { (box.left, box.right) = (box.left + 0.15, box.right - 0.15) }
    return box.intersection(area)
  }
}
