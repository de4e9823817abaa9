extension SceneItem {
  /// What of a panel's area the item makes unfit for a legend or a label.
  var inks: [Occupancy.Ink] {
    switch shape {
    case .text(let text):
      Rectangle(around: text.corners).map { [.rectangle($0.grown(by: 1.5))] } ?? []
    case .cells(let cells): [.rectangle(cells.area)]
    case .markers(let markers):
      markers.places.indices.map {
        .marker(at: markers.places[$0], diameter: markers.size($0) + markers.lineWidth)
      }
    case .path(let path, let fill, let stroke):
      path.inks(isFilled: fill != nil, width: Swift.max(1, stroke?.width ?? 0.5))
    }
  }
}

extension SceneItem {
  /// Whether a text upon it can be read.
  var isPale: Bool {
    guard case .path(_, .colour(let colour)?, nil) = shape else { return false }
    return colour.alpha < 75
  }
}

extension Path {
  /// The path as strokes and, if it is filled, as level strips two points high.
  func inks(isFilled: Bool, width: Double) -> [Occupancy.Ink] {
    let lines = flattened
    var inks = lines.flatMap { line in
      zip(line, line.dropFirst()).map {
        Occupancy.Ink.segment(LineSegment(from: $0, to: $1), width: width)
      }
    }
    guard isFilled, let box = Rectangle(around: lines.flatMap { $0 }), box.height < 5000 else {
      return inks
    }
    var y = box.top + 1
    while y < box.bottom {
      var crossings: [Double] = []
      for line in lines {
        for (start, end) in zip(line, line.dropFirst() + line.prefix(1))
        where (start.y <= y) != (end.y <= y) {
          crossings.append(start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        inks.append(
          .rectangle(
            Rectangle(left: crossings[pair], top: y - 1, right: crossings[pair + 1], bottom: y + 1))
        )
      }
      y += 2
    }
    return inks
  }

  /// The places along each part, curves in eight straight pieces.
  private var flattened: [[Point]] {
    var parts: [[Point]] = []
    for step in steps {
      switch step {
      case .move(let point): parts.append([point])
      case .line(let point):
        if parts.isEmpty { parts.append([]) }
        parts[parts.count - 1].append(point)
      case .curve(let first, let second, let end):
        guard let start = parts.last?.last else { continue }
        for piece in 1...8 {
          let (t, u) = (Double(piece) / 8, 1 - Double(piece) / 8)
          let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
          parts[parts.count - 1].append(
            Point(
              a * start.x + b * first.x + c * second.x + d * end.x,
              a * start.y + b * first.y + c * second.y + d * end.y))
        }
      case .close:
        if let first = parts.last?.first { parts[parts.count - 1].append(first) }
      }
    }
    return parts
  }
}
