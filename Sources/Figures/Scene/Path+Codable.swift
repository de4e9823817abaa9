extension Path: Codable {
  /// Writes the path as the path data of SVG; refuses places that are not finite.
  public func encode(to encoder: any Encoder) throws {
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw EncodingError.invalidValue(
        self,
        .init(
          codingPath: encoder.codingPath,
          debugDescription: "a path goes through a place that is not finite"))
    }
    var container = encoder.singleValueContainer()
    try container.encode(pathData)
  }

  /// Reads path data.
  public init(from decoder: any Decoder) throws {
    try self.init(pathData: decoder.singleValueContainer().decode(String.self))
  }
}
