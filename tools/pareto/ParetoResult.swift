import AnalysisKit
import HighwayStudies
import Optimisation

/// What was found: all designs that were tried, the front among them, and the designs that stand out.
struct ParetoResult {
  let plan: ParetoPlan
  let designs: [ParetoDesign]
  /// How many designs had been tried after each generation.
  let generations: [Int]
  /// How many runs each round of trying again took.
  let allocation: [Int]
  let evaluations: [StudyEvaluation]
  /// How many proposals were set aside without a run.
  let screened: Int
  let theory: ParetoTheory
  /// The designs that no other beats in the means and that do not go far beyond a limit, by the first objective.
  let front: [Int]
  /// Whether no design keeps the limits.
  let isBeyondLimits: Bool
  let confidence: FrontConfidence
  /// The design that exceeds the limits least.
  let nearest: Int
  let knee: Int?
  let compromise: Int?
  /// The design of least cost that keeps all limits with confidence.
  let cheapest: Int?

  init(
    _ plan: ParetoPlan, _ designs: [ParetoDesign], generations: [Int], allocation: [Int],
    evaluations: [StudyEvaluation], screened: Int, theory: ParetoTheory, seed: UInt64
  ) {
    (self.plan, self.designs) = (plan, designs)
    (self.generations, self.allocation) = (generations, allocation)
    self.evaluations = evaluations
    (self.screened, self.theory) = (screened, theory)
    let table = ObjectiveTable(designs.map(\.means))
    let violations = designs.map { $0.violation(plan) }
    let excesses = designs.map { $0.violation(plan, slack: ParetoPlan.slack) }
    let onFront = ParetoFront(of: table, violations: excesses).indices
    isBeyondLimits = (violations.min() ?? 0) > 0
    front = onFront.sorted { (table[$0][0], $0) < (table[$1][0], $1) }
    nearest = violations.indices.min { (violations[$0], $0) < (violations[$1], $1) } ?? 0
    confidence = FrontConfidence(of: PairedReplicates(designs, plan), seed: seed)
    let members = ObjectiveTable(front.map { table[$0] })
    let weights = plan.options.weights?.values ?? plan.objectives.map { _ in 1 }
    knee = FrontKnee.byDistance(members).map { [front] in front[$0] }
    compromise =
      Compromise.member(of: members, weights: weights).map { [front] in front[$0] }
    let costs = plan.objectives.firstIndex { $0.objective == .cost }
    cheapest = costs.flatMap { cost in
      violations.indices.filter { violations[$0] == 0 }.min {
        (table[$0][cost], $0) < (table[$1][cost], $1)
      }
    }
  }

  /// How many runs there were.
  var runs: Int { evaluations.count }

  /// How likely a design is to be on the true front.
  func probability(_ design: Int) -> Double { confidence.probabilities[design] }

  /// The place of an objective; nil where it is none of them.
  func place(of objective: HighwayObjective) -> Int? {
    plan.objectives.firstIndex { $0.objective == objective }
  }
}
