/// How sure one can be of a front that was found by simulation.
///
///     let confidence = FrontConfidence(of: replicates, seed: 7)
///     confidence.probabilities[3]   // 0.97: design 3 is on the front, as far as one can tell
///     confidence.best               // no true front lies before this one …
///     confidence.worst              // … or behind this one, with 95 % confidence
///
/// `Why-Noise` has the reasons: the band is a simultaneous one, from the largest of all studentised
/// deviations, so it holds for the whole front at once and not place by place.
public struct FrontConfidence: Sendable {
  /// How likely the band is to hold the whole true front.
  public let confidence: Double
  /// The mean objectives of each design.
  public let means: ObjectiveTable
  /// How likely each design is to be on the true front, constraints kept.
  public let probabilities: [Double]
  /// How likely each design is to keep the constraints.
  public let feasibility: [Double]
  /// For each design the best it may be, all of them at once.
  public let lower: ObjectiveTable
  /// For each design the worst it may be, all of them at once.
  public let upper: ObjectiveTable
  /// The designs that may be on the true front: nothing is surely better, and the constraints may be kept.
  public let candidates: [Int]
  /// The front that the true one does not pass: of the best that candidates may be.
  public let best: ObjectiveTable
  /// The front that the true one does not stay behind: of the worst that designs may be which
  /// surely keep the constraints.
  public let worst: ObjectiveTable

  /// Weighs up replicates, at least two of every design.
  public init(
    of replicates: PairedReplicates, confidence: Double = 0.95, draws: Int = 1000, seed: UInt64
  ) {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    precondition(draws > 0, "doubt needs at least one draw")
    let bootstrap = ReplicateBootstrap(replicates, seed: seed)
    let designs = replicates.designs
    var onFront = [Int](repeating: 0, count: designs)
    var feasible = onFront
    // For each draw the largest deviation of each design in standard errors.
    var largest = [[Double]](repeating: [], count: draws)
    bootstrap.forEachDraw(draws) { draw, deviations in
      let (table, violations) = bootstrap.outcome(deviations)
      for design in violations.indices where violations[design] == 0 { feasible[design] += 1 }
      for design in ParetoFront(of: table, violations: violations).indices
      where violations[design] == 0 {
        onFront[design] += 1
      }
      largest[draw] = Self.largestDeviations(deviations, bootstrap)
    }
    self.confidence = confidence
    means = bootstrap.outcome().table
    probabilities = onFront.map { Double($0) / Double(draws) }
    feasibility = feasible.map { Double($0) / Double(draws) }

    // A tenth of the doubt goes into setting aside what is surely beaten; the band of the others is
    // the narrower for it.
    let doubt = 1 - confidence
    let wide = SimultaneousBox(bootstrap, largest, among: Array(0..<designs), doubt: 0.1 * doubt)
    let left = wide.plausible
    let box = SimultaneousBox(bootstrap, largest, among: left, doubt: 0.9 * doubt)
    candidates = box.plausible
    lower = box.lower
    upper = box.upper
    best = box.best
    worst = box.worst
  }

  /// Whether a front lies between the best and the worst of the band everywhere.
  public func covers(_ front: ObjectiveTable) -> Bool {
    front.isAttained(by: best) && worst.isAttained(by: front)
  }

  private static func largestDeviations(
    _ deviations: UnsafeBufferPointer<Double>, _ bootstrap: ReplicateBootstrap
  ) -> [Double] {
    let columns = bootstrap.replicates.columns
    return bootstrap.errors.indices.map { design in
      var largest = 0.0
      for column in 0..<columns {
        let error = bootstrap.errors[design][column]
        guard error > 0 else { continue }
        largest = max(largest, deviations[design * columns + column].magnitude / error)
      }
      return largest
    }
  }
}

extension ObjectiveTable {
  /// Whether every row is reached or beaten in all objectives by a row of another table.
  func isAttained(by other: ObjectiveTable) -> Bool {
    (0..<count).allSatisfy { row in
      (0..<other.count).contains { rival in
        (0..<objectives).allSatisfy {
          other.values[rival * objectives + $0] <= values[row * objectives + $0]
        }
      }
    }
  }
}
