import Text

extension Scene {
  /// The frames of an animation side by side and in rows, for paper.
  ///
  ///     Scene.filmstrip(of: [morning, noon, evening, night], columns: 2)
  ///
  /// Nothing is scaled: frames are laid out at the small size, with their letters, before. A column is as
  /// wide as its widest frame and a row as high as its highest. The table gets a first column "frame",
  /// counted from 1, where all frames have the same columns.
  ///
  /// - Parameters:
  ///   - frames: at least one; name, words and preset are those of the first.
  ///   - columns: how many stand side by side.
  ///   - gap: the room between two of them, in points.
  ///   - width: the width of the page, over which the columns are spread evenly; nil for no more than
  ///     they need.
  /// - Returns: a scene like any other, whose panels are those of all frames.
  public static func filmstrip(
    of frames: [Scene], columns: Int, gap: Double = 8, width: Double? = nil
  ) -> Scene {
    precondition(columns > 0, "A filmstrip has at least one column.")
    guard let first = frames.first else { preconditionFailure("A filmstrip has a frame.") }
    let columns = Swift.min(columns, frames.count)
    let widths = (0..<columns).map { column in
      stride(from: column, to: frames.count, by: columns).map { frames[$0].width }.max() ?? 0
    }
    let heights = stride(from: 0, to: frames.count, by: columns).map { start in
      frames[start..<Swift.min(start + columns, frames.count)].map(\.height).max() ?? 0
    }
    let needed = widths.reduce(0, +)
    let spread = columns > 1 ? ((width ?? 0) - needed) / Double(columns - 1) : 0
    let across = width == nil ? gap : Swift.max(0, spread)

    var strip = Scene(
      name: first.name, title: first.title,
      alternativeText: frames.map(\.alternativeText).distinct.joined(separator: " "),
      keywords: frames.flatMap(\.keywords).distinct,
      width: Swift.max(width ?? 0, needed + across * Double(columns - 1)),
      height: heights.reduce(0, +) + gap * Double(heights.count - 1), preset: first.preset,
      csv: table(of: frames), losses: frames.flatMap(\.losses).distinct,
      unitlessAxes: frames.flatMap(\.unitlessAxes).distinct)
    for (index, frame) in frames.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let x = widths[..<column].reduce(0, +) + across * Double(column)
      let y = heights[..<row].reduce(0, +) + gap * Double(row)
      strip.append(frame, movedBy: Point(x, y))
    }
    return strip
  }

  /// Adds another scene's items and panels, which are counted on from this one's.
  private mutating func append(_ other: Scene, movedBy distance: Point) {
    let panels = frames.count
    frames += other.frames.map { frame in
      var frame = frame
      frame.area = frame.area.moved(by: distance)
      return frame
    }
    items += other.items.map { item in
      var item = item.moved(by: distance)
      item.panel = item.panel.map { $0 + panels }
      return item
    }
  }

  /// All tables as one, or one below the other where their columns differ.
  private static func table(of frames: [Scene]) -> String {
    let tables = frames.compactMap { try? CSVReader.read($0.csv) }
    guard let header = tables.first?.header, tables.count == frames.count,
      tables.allSatisfy({ $0.header == header && $0.rows.allSatisfy { $0.count == header.count } })
    else { return frames.map(\.csv).filter { !$0.isEmpty }.distinct.joined(separator: "\n") }
    let rows = tables.enumerated().flatMap { index, table in
      table.rows.map { ["\(index + 1)"] + $0.map(\.text) }
    }
    return CSVWriter.text(header: ["frame"] + header, rows: rows)
  }
}

extension SceneItem {
  /// The same thing elsewhere on the page.
  func moved(by distance: Point) -> SceneItem {
    var item = self
    item.clip = clip?.moved(by: distance)
    switch shape {
    case .path(let path, let fill, let stroke):
      item.shape = .path(path.moved(x: distance.x, y: distance.y), fill: fill, stroke: stroke)
    case .markers(var markers):
      markers.places = markers.places.map { $0.moved(by: distance) }
      item.shape = .markers(markers)
    case .text(var text):
      text.anchor = text.anchor.moved(by: distance)
      item.shape = .text(text)
    case .cells(var cells):
      cells.area = cells.area.moved(by: distance)
      item.shape = .cells(cells)
    }
    return item
  }
}

extension Point {
  fileprivate func moved(by distance: Point) -> Point { Point(x + distance.x, y + distance.y) }
}

extension Rectangle {
  fileprivate func moved(by distance: Point) -> Rectangle {
    Rectangle(
      left: left + distance.x, top: top + distance.y, right: right + distance.x,
      bottom: bottom + distance.y)
  }
}

extension [String] {
  /// Each text once and no empty ones, in the order of their first appearance.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
