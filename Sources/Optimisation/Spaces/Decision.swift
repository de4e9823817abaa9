/// One thing that can be chosen, such as the number of chargers.
///
///     Decision("chargers", .integer(1...20))
///     Decision("solar_kw", .real(0...500, step: 50), atMost: .constant(600, minus: ["grid_kw": 1]))
///     Decision("spots_3", .integer(0...40), exists: .when("stations", isAtLeast: 3))
///
/// A chosen value is a `Double` in every case; that of a category is its index.
public struct Decision: Hashable, Sendable {
  /// What may be chosen.
  public enum Kind: Hashable, Sendable {
    /// Whole numbers of a range, every *step*-th from its lower end.
    case integer(ClosedRange<Int>, step: Int = 1)
    /// Numbers of a range, with a step only those that many steps from its lower end.
    case real(ClosedRange<Double>, step: Double? = nil)
    /// One of several names, without an order.
    case category([String])
  }

  /// An upper bound that depends on decisions before this one: a constant, plus or minus multiples.
  public struct Limit: Hashable, Sendable {
    /// The bound where all others are zero.
    public let constant: Double
    /// How much one unit of another decision adds, in ascending order of names.
    public let terms: [Term]

    /// How much one unit of another decision adds to a bound.
    public struct Term: Hashable, Sendable {
      /// The other decision.
      public let name: String
      /// What one unit of it adds.
      public let factor: Double
    }

    /// Makes the bound *constant* + Σ *factor* × decision.
    public static func constant(_ constant: Double, plus factors: [String: Double]) -> Limit {
      let terms = factors.sorted { $0.key < $1.key }.map { Term(name: $0.key, factor: $0.value) }
      return Limit(constant: constant, terms: terms)
    }

    /// Makes the bound *constant* − Σ *factor* × decision, such as b ≤ 100 − a.
    public static func constant(_ constant: Double, minus factors: [String: Double]) -> Limit {
      .constant(constant, plus: factors.mapValues { -$0 })
    }
  }

  /// When a decision has a meaning; where it has none, its value is its lowest.
  public enum Condition: Hashable, Sendable {
    /// Always.
    case always
    /// When a decision before it is at least a value: the third station's spots need three stations.
    case when(String, isAtLeast: Double)
    /// When a category before it is one of several.
    case among(String, [String])
  }

  /// What it is called.
  public let name: String
  /// What may be chosen.
  public let kind: Kind
  /// The bound by other decisions, if any.
  public let limit: Limit?
  /// When it has a meaning.
  public let condition: Condition

  /// Describes a decision; a category has no bound by others.
  public init(
    _ name: String, _ kind: Kind, atMost limit: Limit? = nil, exists condition: Condition = .always
  ) {
    self.name = name
    self.kind = kind
    self.limit = limit
    self.condition = condition
  }
}

extension Decision {
  /// The least value.
  public var lower: Double { range.lower }

  /// The greatest value, leaving bounds by others aside.
  public var upper: Double { range.upper }

  /// The distance between neighbouring values; `nil` where every number of the range is one.
  public var step: Double? { range.step > 0 ? range.step : nil }

  /// Whether the values are names without an order.
  public var isCategory: Bool { range.isCategory }

  /// The numbers behind the values.
  var range: ChoiceRange {
    switch kind {
    case .integer(let range, let step):
      ChoiceRange(Double(range.lowerBound), Double(range.upperBound), step: Double(step))
    case .real(let range, let step):
      ChoiceRange(range.lowerBound, range.upperBound, step: step ?? 0)
    case .category(let names): ChoiceRange(0, Double(names.count - 1), step: 1, isCategory: true)
    }
  }
}
