/// As files write it: `{ "kind": "grid" }`, `{ "kind": "sobol", "points": 128 }`.
extension StudyDesign: Codable {
  enum CodingKeys: String, CodingKey {
    case kind, points, trajectories, levels
  }

  private enum Kind: String, Codable, CaseIterable {
    case grid, list, sobol, morris
    case latinHypercube = "latin-hypercube"
  }

  /// Reads a design.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func count(_ key: CodingKeys, _ range: ClosedRange<Int>, default value: Int? = nil) throws
      -> Int
    {
      let count =
        try value.flatMap { members.contains(key) ? nil : $0 }
        ?? members.decode(Int.self, forKey: key)
      guard range.contains(count) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: members,
          debugDescription: "\(count) is not from \(range.lowerBound) to \(range.upperBound)")
      }
      return count
    }
    switch try members.decode(Kind.self, forKey: .kind) {
    case .grid: self = .grid
    case .list: self = .list(try members.decode([[Double]].self, forKey: .points))
    case .latinHypercube: self = .latinHypercube(points: try count(.points, 1...Self.mostPoints))
    case .sobol: self = .sobolSequence(points: try count(.points, 1...Self.mostPoints))
    case .morris:
      self = .morris(
        trajectories: try count(.trajectories, 2...100_000),
        levels: try count(.levels, 2...64, default: 4))
    }
  }

  /// Writes a design.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .grid: try members.encode(Kind.grid, forKey: .kind)
    case .list(let points):
      try members.encode(Kind.list, forKey: .kind)
      try members.encode(points, forKey: .points)
    case .latinHypercube(let points):
      try members.encode(Kind.latinHypercube, forKey: .kind)
      try members.encode(points, forKey: .points)
    case .sobolSequence(let points):
      try members.encode(Kind.sobol, forKey: .kind)
      try members.encode(points, forKey: .points)
    case .morris(let trajectories, let levels):
      try members.encode(Kind.morris, forKey: .kind)
      try members.encode(trajectories, forKey: .trajectories)
      try members.encode(levels, forKey: .levels)
    }
  }
}

/// As files write it: `20`, or `{ "until": "wait_mean_min", "half_width": 0.5, "at_least": 5, "at_most": 100 }`.
extension StudyReplications: Codable {
  enum CodingKeys: String, CodingKey {
    case until
    case halfWidth = "half_width"
    case least = "at_least"
    case most = "at_most"
  }

  /// Reads a number or a rule.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let count = try? single.decode(Int.self) {
      guard (1...100_000).contains(count) else {
        throw DecodingError.dataCorruptedError(
          in: single, debugDescription: "\(count) is not from 1 to 100000")
      }
      self = .fixed(count)
      return
    }
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let halfWidth = try members.decode(Double.self, forKey: .halfWidth)
    let least = try members.decodeIfPresent(Int.self, forKey: .least) ?? 5
    let most = try members.decodeIfPresent(Int.self, forKey: .most) ?? 100
    guard halfWidth > 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .halfWidth, in: members, debugDescription: "a half-width is above 0")
    }
    guard (2...100_000).contains(least), (least...100_000).contains(most) else {
      throw DecodingError.dataCorruptedError(
        forKey: .most, in: members,
        debugDescription: "2 ≤ at_least ≤ at_most ≤ 100000 must hold, not \(least) and \(most)")
    }
    self = .until(
      measure: try members.decode(String.self, forKey: .until), halfWidth: halfWidth, least: least,
      most: most)
  }

  /// Writes a number or a rule.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .fixed(let count):
      var single = encoder.singleValueContainer()
      try single.encode(count)
    case .until(let measure, let halfWidth, let least, let most):
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(measure, forKey: .until)
      try members.encode(halfWidth, forKey: .halfWidth)
      try members.encode(least, forKey: .least)
      try members.encode(most, forKey: .most)
    }
  }
}
