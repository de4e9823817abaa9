public import Optimisation
public import Text

/// Something that a study varies: a key of the scenario, and the values it may take.
///
///     Factor("chargers", key: "stations.chargers_per_station", .whole(2...15))
///     Factor("solar", key: "energy.solar.peak_kw", .real(0...500, step: 50), unit: "kW")
///
/// A value of a factor is a number: itself, or for a choice its place in the list. So a design is a row of
/// numbers, one for each factor.
public struct Factor: Equatable, Sendable {
  /// What it is called in tables and figures.
  public var name: String
  /// The keys of the scenario that it sets, as they would stand in a file: `energy.solar.peak_kw`.
  public var keys: [String]
  /// What it may be.
  public var values: Values
  /// The unit of its values.
  public var unit: String?
  /// A bound that depends on factors before it.
  public var most: DependentBound?
  /// What it needs to have a meaning: the chargers of a third station need three stations.
  public var needs: Need?

  /// That another factor is at least so much.
  public struct Need: Hashable, Sendable, Codable {
    /// The name of a factor before this one.
    public var factor: String
    /// What it has to be.
    public var least: Double

    enum CodingKeys: String, CodingKey {
      case factor
      case least = "at_least"
    }

    /// Makes a need.
    public init(_ factor: String, atLeast least: Double) {
      self.factor = factor
      self.least = least
    }
  }

  /// What a factor may be.
  public enum Values: Equatable, Sendable {
    /// Whole numbers, at equal steps from the lowest on.
    case whole(ClosedRange<Int>, step: Int = 1)
    /// Any number of a range, or those at equal steps from the lowest on.
    case real(ClosedRange<Double>, step: Double? = nil)
    /// One of a few values.
    case choice([JSON])
  }

  /// An upper bound that is a sum over other factors: `plus` + Σ weight × factor.
  public struct DependentBound: Equatable, Sendable {
    /// What does not depend on anything.
    public var plus: Double
    /// The names of factors with their weights.
    public var terms: [Term]

    /// A factor and its weight.
    public struct Term: Equatable, Sendable {
      /// The name of the factor.
      public var factor: String
      /// By what its value is multiplied.
      public var weight: Double

      /// Makes a term.
      public init(_ factor: String, weight: Double) {
        self.factor = factor
        self.weight = weight
      }
    }

    /// Makes a bound.
    public init(plus: Double = 0, _ terms: [Term]) {
      self.plus = plus
      self.terms = terms
    }
  }

  /// Makes a factor that sets several keys to the same value.
  public init(
    _ name: String, keys: [String], _ values: Values, unit: String? = nil,
    most: DependentBound? = nil, needs: Need? = nil
  ) {
    self.name = name
    self.keys = keys
    self.values = values
    self.unit = unit
    self.most = most
    self.needs = needs
  }

  /// Makes a factor.
  public init(
    _ name: String, key: String, _ values: Values, unit: String? = nil,
    most: DependentBound? = nil, needs: Need? = nil
  ) {
    self.init(name, keys: [key], values, unit: unit, most: most, needs: needs)
  }
}

extension Factor {
  /// The same for those who search: what may be chosen.
  public var decision: Decision {
    let limit = most.map { bound in
      Decision.Limit.constant(
        bound.plus, plus: Dictionary(bound.terms.map { ($0.factor, $0.weight) }) { $0 + $1 })
    }
    let condition = needs.map { Decision.Condition.when($0.factor, isAtLeast: $0.least) }
    let kind: Decision.Kind =
      switch values {
      case .whole(let range, let step): .integer(range, step: step)
      case .real(let range, let step): .real(range, step: step)
      case .choice(let list): .category(list.map(\.compactText))
      }
    return Decision(name, kind, atMost: limit, exists: condition ?? .always)
  }

  /// What stands in the scenario for a value.
  public func json(of value: Double) -> JSON {
    switch values {
    case .whole: .integer(Int(value.rounded()))
    case .real: .number(value)
    case .choice(let list): list[min(max(Int(value.rounded()), 0), list.count - 1)]
    }
  }

  /// A value in words: `12`, `0.35`, `rush-hour`.
  public func words(for value: Double) -> String {
    switch json(of: value) {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): number.text(significantDigits: 6)
    case let other: other.compactText
    }
  }
}

extension [Factor] {
  /// All the designs that factors allow, or why they make no space: `[0].at_most: …`.
  public func space() throws(InputFailure) -> DecisionSpace {
    do { return try DecisionSpace(map(\.decision)) } catch { throw failure(error) }
  }

  private func failure(_ failure: DecisionSpaceFailure) -> InputFailure {
    func complaint(_ name: String, _ problem: String, _ remedy: String) -> InputFailure {
      InputFailure(file: "the factor \(name.quoted)", problem: problem, remedy: remedy)
    }
    switch failure {
    case .empty:
      return InputFailure(
        file: "the study", keyPath: "factors", problem: "nothing varies",
        remedy: "Name at least one factor.")
    case .repeatedName(let name):
      return complaint(name, "there are two of that name", "Give each a name of its own.")
    case .badRange(let name):
      return complaint(
        name, "its range holds no value, or its choices are not all different",
        "Give a range that ends above its start, and a step above 0.")
    case .unknownDependence(let name, let other):
      return complaint(
        name, "it depends on \(other.quoted), which does not stand before it",
        "Name a factor that stands before it in the list.")
    case .limitBelowRange(let name, let limit):
      return complaint(
        name, "its bound may fall to \(limit.shortestText), below its lowest value",
        "Raise the bound's \("plus".quoted), or lower the start of the range.")
    case .wrongKind(let name):
      return complaint(
        name, "it is a list of values, which has no highest one", "Take the bound away.")
    }
  }
}
