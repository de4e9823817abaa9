internal import Numerics

/// A box around the mean of each design such that all boxes hold the true means at once.
///
/// The half-width is *c* standard errors with one *c* for all: the quantile of the largest studentised
/// deviation over the draws, which knows how many designs there are and how much they move together.
/// A draw cannot know that standard errors are estimates themselves, so *c* is carried over from the
/// normal to Student's curve at the same tail.
struct SimultaneousBox {
  let lower: ObjectiveTable
  let upper: ObjectiveTable
  /// The designs of which neither another is surely better nor a constraint surely broken.
  let plausible: [Int]
  let best: ObjectiveTable
  let worst: ObjectiveTable

  init(
    _ bootstrap: ReplicateBootstrap, _ largest: [[Double]], among designs: [Int], doubt: Double
  ) {
    let replicates = bootstrap.replicates
    let peaks = largest.map { draw in designs.reduce(0) { max($0, draw[$1]) } }.sorted()
    let place = ((1 - doubt) * Double(peaks.count)).rounded(.up)
    let normal = peaks[min(Int(place), peaks.count - 1)]
    let share = 2 * StandardNormal.cumulative(-normal)
    var (low, high): ([Double], [Double]) = ([], [])
    var (mayHold, surelyHolds): ([Bool], [Bool]) = ([], [])
    for design in 0..<replicates.designs {
      let width = StudentTail.point(
        beyond: share, degrees: Double(replicates.count(of: design) - 1))
      var (may, surely) = (true, true)
      for column in 0..<replicates.columns {
        let mean = bootstrap.means[design][column]
        let half = width * bootstrap.errors[design][column]
        if column < replicates.objectives {
          low.append(mean - half)
          high.append(mean + half)
        } else {
          may = may && mean - half <= 0
          surely = surely && mean + half <= 0
        }
      }
      mayHold.append(may)
      surelyHolds.append(surely)
    }
    let lower = ObjectiveTable(values: low, objectives: replicates.objectives)
    let upper = ObjectiveTable(values: high, objectives: replicates.objectives)
    let worst = ParetoFront(of: upper.rows(designs.filter { surelyHolds[$0] })).table
    plausible = designs.filter { mayHold[$0] && !worst.beats(lower, row: $0) }
    best = ParetoFront(of: lower.rows(plausible)).table
    self.lower = lower
    self.upper = upper
    self.worst = worst
  }
}

extension ObjectiveTable {
  /// Whether any row is better than a row of another table in one objective and no worse in the others.
  fileprivate func beats(_ other: ObjectiveTable, row: Int) -> Bool {
    (0..<count).contains { rival in
      var isBetter = false
      for column in 0..<objectives {
        let (own, theirs) = (
          values[rival * objectives + column], other.values[row * objectives + column]
        )
        if own > theirs { return false }
        isBetter = isBetter || own < theirs
      }
      return isBetter
    }
  }
}
