/// A search that says what to evaluate next and is told what came of it.
///
///     var search = NSGA2(space, seed: 7, evaluations: 2000)
///     while !search.isFinished {
///       search.accept(search.proposals.map(evaluate))
///     }
///     search.front
///
/// Nothing random is stored: the proposals are a function of the space, the settings, the seed and the
/// outcomes accepted so far. So a study that was cut off goes on by accepting the outcomes in its log
/// again, and who evaluates, where and in which order changes nothing.
public protocol Search: Sendable {
  /// What may be chosen.
  var space: DecisionSpace { get }
  /// The points to evaluate next, none of them evaluated before; empty when the search is over.
  var proposals: [Point] { get }
  /// Everything evaluated so far, in order.
  var designs: [Design] { get }
  /// Takes one outcome for each proposal, in their order, and makes the next proposals.
  mutating func accept(_ outcomes: [Outcome])
}

extension Search {
  /// Whether there is nothing left to propose.
  public var isFinished: Bool { proposals.isEmpty }

  /// The designs that no other evaluated design beats, in order of evaluation.
  public var front: [Design] {
    let table = ObjectiveTable(designs.map(\.objectives))
    return ParetoFront(of: table, violations: designs.map(\.violation)).indices.map { designs[$0] }
  }

  /// Evaluates all that the search proposes until it is over.
  public mutating func run(_ evaluate: (Point) -> Outcome) {
    while !isFinished { accept(proposals.map(evaluate)) }
  }
}

/// A search that breeds a population.
public protocol PopulationSearch: Search {
  /// The designs from which the next children come, by index.
  var population: [Int] { get }
}
