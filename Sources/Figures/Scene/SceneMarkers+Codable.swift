extension SceneMarkers: Codable {
  private enum Key: CodingKey { case shape, places, sizes, paints, isFilled, lineWidth }

  /// Writes the markers, their places as x and y by turns.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(shape, forKey: .shape)
    try container.encode(places.flatMap { [$0.x, $0.y] }, forKey: .places)
    try container.encode(sizes, forKey: .sizes)
    try container.encode(paints, forKey: .paints)
    try container.encode(isFilled, .isFilled, unless: true)
    try container.encode(lineWidth, forKey: .lineWidth)
  }

  /// Reads what ``encode(to:)`` writes; refuses counts of sizes or paints that do not fit the places.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let numbers = try container.numbers(.places)
    guard numbers.count.isMultiple(of: 2) else {
      throw container.complaint(.places, "expected x and y by turns, found an odd count of numbers")
    }
    let places = stride(from: 0, to: numbers.count, by: 2).map {
      Point(numbers[$0], numbers[$0 + 1])
    }
    let sizes = try container.numbers(.sizes, in: 0...PageNumber.farthest)
    let paints = try container.decode([Paint].self, forKey: .paints)
    for (key, count) in [(Key.sizes, sizes.count), (.paints, paints.count)]
    where count != 1 && count != places.count {
      throw container.complaint(
        key, "expected 1 or \(places.count), one for each place, found \(count)")
    }
    self.init(
      try container.decode(MarkerShape.self, forKey: .shape), at: places, sizes: sizes,
      paints: paints, isFilled: try container.value(.isFilled, or: true),
      lineWidth: try container.number(.lineWidth, in: 0...PageNumber.farthest))
  }
}
