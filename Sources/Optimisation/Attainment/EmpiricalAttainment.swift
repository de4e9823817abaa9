/// What several runs of a search have attained: how many of them reached a place or better.
///
///     let attainment = EmpiricalAttainment(of: [ObjectiveTable([[1, 3], [3, 1]]), ObjectiveTable([[2, 2]])])
///     attainment.runs(attaining: [2, 3])     // 2
///     attainment.surface(level: 2).members   // [[2, 3], [3, 2]]
///
/// A run attains a place when one of its designs is at least as good in every objective
/// (Grunert da Fonseca, Fonseca and Hall 2001, doi:10.1007/3-540-44719-9_15).
public struct EmpiricalAttainment: Sendable {
  /// The front of each run.
  public let fronts: [ObjectiveTable]

  /// Takes what each run reached; dominated designs change nothing.
  public init(of runs: [ObjectiveTable]) {
    precondition(
      runs.allSatisfy { $0.count == 0 || $0.objectives == runs.first { $0.count > 0 }?.objectives },
      "all runs have the same objectives")
    fronts = runs.map { ParetoFront(of: $0).table }
  }

  /// Returns how many runs attain a place, for any number of objectives.
  public func runs(attaining place: [Double]) -> Int {
    fronts.count { front in
      (0..<front.count).contains { row in
        (0..<front.objectives).allSatisfy {
          front.values[row * front.objectives + $0] <= place[$0]
        }
      }
    }
  }

  /// Returns the best corners of the places that at least a number of runs attain, for two objectives,
  /// from the best first objective on.
  ///
  /// Level 1 is the best of all runs together, the number of runs the worst.
  ///
  /// - Complexity: O(*n* log *n* + *n* · runs) for *n* designs in all.
  public func surface(level: Int) -> ParetoFront {
    precondition((1...max(fronts.count, 1)).contains(level), "a level is a number of the runs")
    var designs: [(x: Double, y: Double, run: Int)] = []
    for (run, front) in fronts.enumerated() where front.count > 0 {
      precondition(front.objectives == 2, "a surface has two objectives")
      for row in 0..<front.count {
        designs.append((front.values[2 * row], front.values[2 * row + 1], run))
      }
    }
    designs.sort { ($0.x, $0.y, $0.run) < ($1.x, $1.y, $1.run) }
    var best = [Double?](repeating: nil, count: fronts.count)
    // The best second objective so far of each run that has any, ascending.
    var ranked: [Double] = []
    var corners: [Double] = []
    for (index, design) in designs.enumerated() {
      if let old = best[design.run] {
        guard let place = ranked.firstIndex(of: old) else { continue }
        ranked.remove(at: place)
      }
      // Within a front a design farther right is lower.
      best[design.run] = design.y
      ranked.insert(design.y, at: ranked.firstIndex { $0 > design.y } ?? ranked.count)
      let isLast = index + 1 == designs.count || designs[index + 1].x > design.x
      guard isLast, ranked.count >= level else { continue }
      if corners.isEmpty || ranked[level - 1] < corners[corners.count - 1] {
        corners += [design.x, ranked[level - 1]]
      }
    }
    return ParetoFront(of: ObjectiveTable(values: corners, objectives: 2))
  }
}
