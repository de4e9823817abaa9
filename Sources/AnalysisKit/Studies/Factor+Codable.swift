internal import Text

/// As files write it:
///
///     { "name": "chargers", "key": "stations.chargers_per_station", "from": 2, "to": 15 }
///     { "name": "pattern", "key": "traffic.process", "values": ["poisson", "rush-hour"] }
///     { "name": "spots", "key": "waiting_spots", "from": 0, "to": 40, "at_most": { "chargers": 4, "plus": 2 } }
extension Factor: Codable {
  enum CodingKeys: String, CodingKey {
    case name, key, keys, from, to, step, values, unit, needs, real
    case most = "at_most"
  }

  /// Reads a factor; whole numbers for `from`, `to` and `step` make a factor of whole numbers, unless `real` says otherwise.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    name = try members.decode(String.self, forKey: .name)
    unit = try members.decodeIfPresent(String.self, forKey: .unit)
    most = try members.decodeIfPresent(DependentBound.self, forKey: .most)
    needs = try members.decodeIfPresent(Need.self, forKey: .needs)
    keys =
      try members.decodeIfPresent([String].self, forKey: .keys)
      ?? members.decodeIfPresent(String.self, forKey: .key).map { [$0] } ?? []
    if members.contains(.values) {
      let list = try members.decode([JSON].self, forKey: .values)
      guard !list.isEmpty else {
        throw DecodingError.dataCorruptedError(
          forKey: .values, in: members, debugDescription: "an empty list of values")
      }
      values = .choice(list)
      return
    }
    let from = try members.decode(JSON.self, forKey: .from)
    let to = try members.decode(JSON.self, forKey: .to)
    let step = try members.decodeIfPresent(JSON.self, forKey: .step)
    guard let low = from.number, let high = to.number, low <= high else {
      throw DecodingError.dataCorruptedError(
        forKey: .to, in: members,
        debugDescription: "a range from \(from.compactText) to \(to.compactText)")
    }
    if let step, !((step.number ?? 0) > 0) {
      throw DecodingError.dataCorruptedError(
        forKey: .step, in: members, debugDescription: "a step of \(step.compactText)")
    }
    let isReal = try members.decodeIfPresent(Bool.self, forKey: .real) ?? false
    if !isReal, case .integer(let low) = from, case .integer(let high) = to {
      if case .integer(let step)? = step {
        values = .whole(low...high, step: step)
        return
      }
      if step == nil {
        values = .whole(low...high)
        return
      }
    }
    values = .real(low...high, step: step?.number)
  }

  /// Writes a factor.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(name, forKey: .name)
    if keys.count == 1 {
      try members.encode(keys[0], forKey: .key)
    } else if !keys.isEmpty {
      try members.encode(keys, forKey: .keys)
    }
    switch values {
    case .whole(let range, let step):
      try members.encode(range.lowerBound, forKey: .from)
      try members.encode(range.upperBound, forKey: .to)
      if step != 1 { try members.encode(step, forKey: .step) }
    case .real(let range, let step):
      try members.encode(range.lowerBound, forKey: .from)
      try members.encode(range.upperBound, forKey: .to)
      try members.encodeIfPresent(step, forKey: .step)
      // Between whole numbers only this tells it from a range of whole ones.
      try members.encode(true, forKey: .real)
    case .choice(let list): try members.encode(list, forKey: .values)
    }
    try members.encodeIfPresent(unit, forKey: .unit)
    try members.encodeIfPresent(most, forKey: .most)
    try members.encodeIfPresent(needs, forKey: .needs)
  }
}

/// As files write it: `{ "chargers": 4, "plus": 2 }`.
extension Factor.DependentBound: Codable {
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  /// Reads a bound: every name but `plus` is that of a factor.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Name.self)
    plus = try members.decodeIfPresent(Double.self, forKey: Name("plus")) ?? 0
    terms = try members.allKeys.filter { $0.stringValue != "plus" }
      .sorted { $0.stringValue < $1.stringValue }
      .map { Term($0.stringValue, weight: try members.decode(Double.self, forKey: $0)) }
  }

  /// Writes a bound.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Name.self)
    for term in terms { try members.encode(term.weight, forKey: Name(term.factor)) }
    if plus != 0 { try members.encode(plus, forKey: Name("plus")) }
  }
}
