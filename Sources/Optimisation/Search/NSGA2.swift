internal import Randomness

/// A search by ranks and spread: the fronts fill the next generation, and the last to fit is thinned
/// out where it is crowded.
///
///     var search = NSGA2(space, seed: 7, evaluations: 10_000)
///     search.run { point in Outcome(model(point)) }
///
/// Deb et al. 2002, doi:10.1109/4235.996017, for any mixture of decisions and with constraints by
/// Deb's rules. No point is evaluated twice, so on a discrete space the budget may be more than there
/// are points; then all are evaluated and the front is exact.
public struct NSGA2: PopulationSearch {
  /// How large the generations are and how children are made.
  public struct Settings: Hashable, Sendable {
    /// How many designs a generation has.
    public var population = 100
    /// How children come from parents.
    public var variation = Variation()
    /// Points to begin with, such as the best of an earlier study.
    public var first: [Point] = []

    /// Starts from a hundred designs.
    public init() {}
  }

  /// What may be chosen.
  public let space: DecisionSpace
  /// How it searches.
  public let settings: Settings
  /// How many evaluations it asks for in all.
  public let evaluations: Int
  /// Everything evaluated so far, in order.
  public private(set) var designs: [Design] = []
  /// The points to evaluate next.
  public private(set) var proposals: [Point]
  /// The designs from which the next children come, by index.
  public private(set) var population: [Int] = []
  private var breeding: Breeding
  private var generation = 0
  /// The rank and the crowding distance of each design of the population.
  private var ranks: [Int] = []
  private var distances: [Double] = []

  /// Prepares a search with a budget of evaluations.
  public init(
    _ space: DecisionSpace, seed: UInt64, evaluations: Int, settings: Settings = Settings()
  ) {
    precondition(settings.population >= 2, "a generation has at least two designs")
    precondition(evaluations >= 0, "a budget is not negative")
    self.space = space
    self.settings = settings
    self.evaluations = evaluations
    breeding = Breeding(space, settings.variation, seed: seed)
    proposals = breeding.firstPoints(
      min(settings.population, evaluations), given: settings.first)
  }

  /// Takes one outcome for each proposal and makes the next generation.
  public mutating func accept(_ outcomes: [Outcome]) {
    precondition(outcomes.count == proposals.count, "every proposal has one outcome")
    guard !outcomes.isEmpty else { return }
    let newest = designs.count..<designs.count + outcomes.count
    designs += zip(proposals, outcomes).map(Design.init)
    survive(population + newest)
    generation += 1
    let count = min(settings.population, evaluations - designs.count)
    proposals = breeding.children(count, generation: generation) { [self] stream in
      (parent(&stream), parent(&stream))
    }
  }

  /// Chooses the next population among the old one and its children.
  private mutating func survive(_ candidates: [Int]) {
    let table = ObjectiveTable(candidates.map { designs[$0].objectives })
    let all = ParetoRanks(of: table, violations: candidates.map { designs[$0].violation })
    population = []
    ranks = []
    distances = []
    for (rank, front) in all.fronts.enumerated() {
      let room = settings.population - population.count
      guard room > 0 else { break }
      var selection = CrowdedSelection(table, front)
      let kept = front.count > room ? selection.keep(room) : Array(front.indices)
      for place in kept {
        population.append(candidates[front[place]])
        ranks.append(rank)
        distances.append(selection.distances[place])
      }
    }
  }

  /// Draws two and takes the one of lower rank, or the less crowded of equal rank.
  private func parent(_ stream: inout RandomStream) -> Point {
    let one = stream.next(below: population.count)
    let other = stream.next(below: population.count)
    let isBetter =
      ranks[one] != ranks[other] ? ranks[one] < ranks[other] : distances[one] >= distances[other]
    return designs[population[isBetter ? one : other]].point
  }
}
