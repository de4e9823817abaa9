/// What a share of the runs of a search has attained in two goals.
///
///     let runs = [(x: [1.0, 3], y: [3.0, 1]), (x: [2], y: [2])]
///     AttainmentSurface(of: runs, by: 1.0).x   // [2, 3]: attained by both runs
///     AttainmentSurface(of: runs, by: 1.0).y   // [3, 2]
///
/// A run attains a place when one of its designs is at least as good in both goals. The surface is
/// the border of the places that *k* runs attain, given by its best corners
/// (V. Grunert da Fonseca, C. M. Fonseca and A. O. Hall 2001, doi:10.1007/3-540-44719-9_15).
public struct AttainmentSurface: Equatable, Sendable {
  /// How many runs attain the places beyond the surface.
  public let runs: Int
  /// The corners with the staircase through them.
  public let front: ParetoStaircase

  /// The first goal of the corners, from the best to the worst.
  public var x: [Double] { front.x }
  /// The second goal of the corners.
  public var y: [Double] { front.y }

  /// Finds the surface that a share of the runs attains: 0.5 for the median, 1 for the worst.
  ///
  /// A run without a finite design attains nothing, and counts.
  ///
  /// - Complexity: O(*n* log *n* + *n* · *runs*).
  public init(
    of fronts: [(x: [Double], y: [Double])], by share: Double,
    goals: (x: ParetoStaircase.Goal, y: ParetoStaircase.Goal) = (.minimise, .minimise)
  ) {
    let needed = (share * Double(fronts.count) - 1e-9).rounded(.up)
    let wanted = Swift.max(1, needed < Double(fronts.count) ? Int(needed) : fronts.count)
    var designs: [(x: Double, y: Double, run: Int)] = []
    for (run, front) in fronts.enumerated() {
      for (x, y) in zip(front.x, front.y) where x.isFinite && y.isFinite {
        designs.append((goals.x.cost(x), goals.y.cost(y), run))
      }
    }
    designs.sort { ($0.x, $0.y, $0.run) < ($1.x, $1.y, $1.run) }
    var best = [Double](repeating: .infinity, count: fronts.count)
    var ranked = best
    var corners = (x: [Double](), y: [Double]())
    for (index, design) in designs.enumerated() {
      if design.y < best[design.run] {
        Self.replace(best[design.run], by: design.y, in: &ranked)
        best[design.run] = design.y
      }
      let isLast = index + 1 == designs.count || designs[index + 1].x > design.x
      if isLast, ranked[wanted - 1] < corners.y.last ?? .infinity {
        corners.x.append(design.x)
        corners.y.append(ranked[wanted - 1])
      }
    }
    runs = wanted
    // Costs are values again when their sign is turned once more.
    front = ParetoStaircase(
      x: corners.x.map(goals.x.cost), y: corners.y.map(goals.y.cost), goals: goals)
  }

  /// Moves a value that became less to its place in ascending order.
  private static func replace(_ old: Double, by new: Double, in ranked: inout [Double]) {
    guard var index = ranked.firstIndex(of: old) else { return }
    while index > 0, ranked[index - 1] > new {
      ranked[index] = ranked[index - 1]
      index -= 1
    }
    ranked[index] = new
  }
}
