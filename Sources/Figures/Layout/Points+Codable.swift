extension Points: Codable {
  /// Writes the number of points.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// Reads a number of points.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer().decode(Double.self)
    guard PageNumber.range.contains(value) else {
      throw decoder.complaint("expected a number of points up to 1e7, found \(value)")
    }
    self.init(value)
  }
}
