/// What is to be known of an agent before it acts.
public struct AgentCard: Hashable, Sendable {
  /// What it is called; unique in its world.
  public var name: String
  /// Its kind: agents of one kind see and do the same sort of things, and may share a policy.
  public var kind: String
  /// What it sees.
  public var observation: ObservationSpace
  /// What it can do.
  public var action: ActionSpace

  /// Describes an agent.
  public init(
    name: String, kind: String, observation: ObservationSpace, action: ActionSpace
  ) {
    self.name = name
    self.kind = kind
    self.observation = observation
    self.action = action
  }
}

/// The numbers that an agent sees.
public struct ObservationSpace: Hashable, Sendable {
  /// What each number is, in words: `hour`, `price_now`.
  public var names: [String]
  /// The lowest value of each.
  public var lowest: [Float]
  /// The highest value of each.
  public var highest: [Float]

  /// How many numbers there are.
  public var size: Int { names.count }

  /// Describes numbers and the bounds within which each stays.
  public init(names: [String], lowest: [Float], highest: [Float]) {
    precondition(
      names.count == lowest.count && names.count == highest.count,
      "every number of an observation has a lowest and a highest value")
    self.names = names
    self.lowest = lowest
    self.highest = highest
  }

  /// Describes numbers that all stay within the same bounds.
  public init(names: [String], within bounds: ClosedRange<Float>) {
    self.init(
      names: names, lowest: names.map { _ in bounds.lowerBound },
      highest: names.map { _ in bounds.upperBound })
  }
}

/// What an agent can do.
public enum ActionSpace: Hashable, Sendable {
  /// One of so many choices, counted from 0.
  case discrete(Int)
  /// A number of each name, within bounds; what lies outside is taken as the bound.
  case continuous(names: [String], lowest: [Float], highest: [Float])

  /// Numbers that all stay within the same bounds.
  public static func continuous(names: [String], within bounds: ClosedRange<Float>) -> ActionSpace {
    .continuous(
      names: names, lowest: names.map { _ in bounds.lowerBound },
      highest: names.map { _ in bounds.upperBound })
  }

  /// How many numbers an action takes in a row of actions: 1 for a choice.
  public var width: Int {
    switch self {
    case .discrete: 1
    case .continuous(let names, _, _): names.count
    }
  }
}
