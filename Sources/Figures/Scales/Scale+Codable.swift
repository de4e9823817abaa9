extension Scale: Codable {
  private enum Key: CodingKey { case kind, domain, fallback, omitted }

  /// Writes kind and domain, and what had no place.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode([domain.lowerBound, domain.upperBound], forKey: .domain)
    try container.encodeIfPresent(fallback, forKey: .fallback)
    try container.encode(omitted, .omitted, unless: 0)
  }

  /// Reads the equal of a scale that was written; refuses a domain that no scale would choose.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let kind = try container.decode(Kind.self, forKey: .kind)
    let ends = try container.decode([Double].self, forKey: .domain)
    guard ends.count == 2, ends.allSatisfy(\.isFinite), ends[0] < ends[1] else {
      throw container.complaint(.domain, "expected two finite numbers, the smaller first")
    }
    let fallback = try container.decodeIfPresent(Fallback.self, forKey: .fallback)
    guard Self.chooses(kind, ends, fallback) else {
      throw container.complaint(.domain, "no scale of this kind has the domain \(ends)")
    }
    let omitted = try container.value(.omitted, or: 0)
    guard omitted >= 0 else {
      throw container.complaint(.omitted, "a count cannot be below 0, found \(omitted)")
    }
    (self.kind, domain, self.fallback) = (kind, ends[0]...ends[1], fallback)
    self.omitted = omitted
  }

  /// Whether a scale of some values can have this domain.
  private static func chooses(_ kind: Kind, _ ends: [Double], _ fallback: Fallback?) -> Bool {
    let chosen = Scale(kind, covering: ends)
    guard chosen.fallback == nil, chosen.omitted == 0, chosen.kind == kind else { return false }
    let kept = [chosen.domain.lowerBound, chosen.domain.upperBound]
    switch fallback {
    case nil: return kept == ends
    case .noData, .nothingPositive:
      let empty = Scale(kind, covering: [])
      return [empty.domain.lowerBound, empty.domain.upperBound] == ends
    case .constant:
      // The room around a single value may reach a little beyond the ends of all domains.
      return zip(kept, ends).allSatisfy { kept, end in
        end == kept || ((1 / 3.2)...3.2).contains(end / kept)
      }
    }
  }
}

extension Scale.Kind: Codable {
  private enum Key: CodingKey { case symlog }

  /// Writes the name, or a symlog axis as an object with its threshold: `{"symlog": 0.1}`.
  public func encode(to encoder: any Encoder) throws {
    if case .symlog(let threshold) = self {
      var container = encoder.container(keyedBy: Key.self)
      return try container.encode(threshold, forKey: .symlog)
    }
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// Reads what ``encode(to:)`` writes; refuses a threshold that is not above 0.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      let threshold = try container.decode(Double.self, forKey: .symlog)
      guard threshold > 0, threshold.isFinite else {
        throw container.complaint(.symlog, "a threshold must be above 0, found \(threshold)")
      }
      self = .symlog(threshold: threshold)
      return
    }
    let name = try decoder.singleValueContainer().decode(String.self)
    let kinds: [Self] = [.linear, .log10, .timeOfDay, .date]
    guard let kind = kinds.first(where: { $0.name == name }) else {
      throw decoder.complaint(
        "expected linear, log10, timeOfDay, date or {\"symlog\": threshold}, found \(name)")
    }
    self = kind
  }

  private var name: String {
    switch self {
    case .linear: "linear"
    case .log10: "log10"
    case .symlog: "symlog"
    case .timeOfDay: "timeOfDay"
    case .date: "date"
    }
  }
}

extension Scale.Fallback: Codable {
  /// Writes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// Reads the name.
  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    let all: [Self] = [.noData, .nothingPositive, .constant]
    guard let fallback = all.first(where: { $0.name == name }) else {
      throw decoder.complaint("expected noData, nothingPositive or constant, found \(name)")
    }
    self = fallback
  }

  private var name: String {
    switch self {
    case .noData: "noData"
    case .nothingPositive: "nothingPositive"
    case .constant: "constant"
    }
  }
}
