extension Segments: PanelContent {
  var legendKeys: [LegendKey] {
    colours == nil ? LegendKey.named(series, [hasArrows ? .arrow : .line]) : []
  }

  var seriesNames: [String] { series.map { [$0] } ?? [] }
  var channel: (colours: ColourChannel, values: [Double])? { colours.map { ($0, values) } }

  func extend(_ reach: inout Reach) {
    reach.x.take(fromX + toX)
    reach.y.take(fromY + toY)
    if hasArrows { (reach.x.wantsNoRoom, reach.y.wantsNoRoom) = (false, false) }
  }

  func draw(on canvas: inout Canvas, colours range: ColourRange?) {
    let count = [fromX.count, fromY.count, toX.count, toY.count].min() ?? 0
    let width =
      width.flatMap { $0.isFinite ? Swift.min(10, Swift.max(0.3, $0)) : nil } ?? canvas.lines.data
    let own = canvas.book.line(series).colour
    var (paths, order, heads) = ([Colour: Path](), [Colour](), [Colour: Path]())
    for index in 0..<count {
      guard let start = canvas.frame.place(fromX[index], fromY[index]),
        let end = canvas.frame.place(toX[index], toY[index])
      else { continue }
      let colour = colour(index, range) ?? own
      if paths[colour] == nil { order.append(colour) }
      var last = end
      if hasArrows, let head = Arrowhead(from: start, to: end, length: 5, width: 3.6) {
        heads[colour, default: Path()].append(head.path)
        last = head.shaftEnd
      }
      Self.join(&paths[colour, default: Path()], from: start, to: last)
    }
    for colour in order {
      canvas.draw(
        .mark, paths[colour] ?? Path(),
        stroke: Stroke(.colour(colour), width: width, cap: .round), series: series)
      if let head = heads[colour] {
        canvas.draw(.mark, head, fill: .colour(colour), series: series)
      }
    }
  }

  /// Goes on with the pen down where the last piece of this colour ended.
  private static func join(_ path: inout Path, from start: Point, to end: Point) {
    if case .line(let last)? = path.steps.last, last == start {
      path.steps.append(.line(end))
    } else {
      path.append(Path(through: [start, end]))
    }
  }

  /// One of 32 colours, so that pieces of nearly one value are one path.
  private func colour(_ index: Int, _ range: ColourRange?) -> Colour? {
    guard let channel = colours, let range, index < values.count else { return nil }
    guard let place = range.place(of: channel.shown(values[index])) else {
      return ColourMap.missing.darkEnoughForLines
    }
    let step = (Swift.min(1, Swift.max(0, place)) * 31).rounded() / 31
    return channel.map.colour(at: step).darkEnoughForLines
  }

  func record(in table: inout TidyTable) {
    var numbers = [("x", fromX), ("y", fromY), ("to_x", toX), ("to_y", toY)]
    if !values.isEmpty { numbers.append(("value", values)) }
    table.add("segment", series: series, numbers: numbers)
  }
}

extension Colour {
  /// The colour, darkened until a thin line of it is seen on white paper.
  var darkEnoughForLines: Colour {
    var (colour, light) = (self, LinearColour(self))
    while colour.contrast(with: .white) < 2.3 {
      light = LinearColour(
        red: light.red * 0.93, green: light.green * 0.93, blue: light.blue * 0.93)
      colour = light.colour
    }
    return colour
  }
}
