internal import Randomness

/// A search by ranks and reference directions, for three objectives and more.
///
/// The last front to fit gives the designs that serve the directions with the fewest so far.
///
///     let directions = ReferenceDirections(objectives: 3, divisions: 12)
///     var search = NSGA3(space, toward: directions, seed: 7, evaluations: 9200)
///     search.run { point in Outcome(model(point)) }
///
/// Deb and Jain 2014, doi:10.1109/TEVC.2013.2281535, and its second part for constraints. No point is
/// evaluated twice.
public struct NSGA3: PopulationSearch {
  /// How large the generations are and how children are made.
  public struct Settings: Hashable, Sendable {
    /// How many designs a generation has; `nil` for the next multiple of four above the directions.
    public var population: Int?
    /// How children come from parents.
    public var variation: Variation
    /// Points to begin with, such as the best of an earlier study.
    public var first: [Point] = []

    /// Starts from the paper's numbers, with mutations that stay nearer.
    public init() {
      variation = Variation()
      variation.crossoverIndex = 30
      variation.mutationIndex = 40
    }
  }

  /// What may be chosen.
  public let space: DecisionSpace
  /// Where compromises are looked for.
  public let directions: ReferenceDirections
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
  private let size: Int
  private let niches: Niches
  private var frame: NicheFrame
  private var breeding: Breeding
  private var generation = 0

  /// Prepares a search with a budget of evaluations.
  public init(
    _ space: DecisionSpace, toward directions: ReferenceDirections, seed: UInt64,
    evaluations: Int, settings: Settings = Settings()
  ) {
    let size = settings.population ?? (directions.directions.count + 4) / 4 * 4
    precondition(size >= 2, "a generation has at least two designs")
    precondition(evaluations >= 0, "a budget is not negative")
    self.space = space
    self.directions = directions
    self.settings = settings
    self.evaluations = evaluations
    self.size = size
    niches = Niches(directions)
    frame = NicheFrame(objectives: directions.directions[0].count)
    breeding = Breeding(space, settings.variation, seed: seed)
    proposals = breeding.firstPoints(min(size, evaluations), given: settings.first)
  }

  /// Takes one outcome for each proposal and makes the next generation.
  public mutating func accept(_ outcomes: [Outcome]) {
    precondition(outcomes.count == proposals.count, "every proposal has one outcome")
    guard !outcomes.isEmpty else { return }
    let newest = designs.count..<designs.count + outcomes.count
    designs += zip(proposals, outcomes).map(Design.init)
    generation += 1
    survive(population + newest)
    let count = min(size, evaluations - designs.count)
    proposals = breeding.children(count, generation: generation) { [self] stream in
      (parent(&stream), parent(&stream))
    }
  }

  /// Chooses the next population among the old one and its children.
  private mutating func survive(_ candidates: [Int]) {
    let table = ObjectiveTable(candidates.map { designs[$0].objectives })
    let violations = candidates.map { designs[$0].violation }
    var (kept, last): ([Int], [Int]) = ([], [])
    let fronts = ParetoRanks(of: table, violations: violations).fronts
    for front in fronts {
      last = front
      guard kept.count + front.count <= size else { break }
      kept += front
      last = []
    }
    if violations[fronts[0][0]] == 0 { frame.learn(table, front: fronts[0]) }
    if !last.isEmpty, kept.count < size {
      if violations[last[0]] > 0 {
        kept += last.prefix(size - kept.count)
      } else {
        var stream = breeding.key.key("niches").stream(generation)
        kept += niches.choose(
          size - kept.count, from: last, beside: kept, table, frame, &stream)
      }
    }
    population = kept.map { candidates[$0] }
  }

  /// Draws two; the one that breaks the constraints less wins, and the first if neither does.
  private func parent(_ stream: inout RandomStream) -> Point {
    let one = designs[population[stream.next(below: population.count)]]
    let other = designs[population[stream.next(below: population.count)]]
    return other.violation < one.violation ? other.point : one.point
  }
}
