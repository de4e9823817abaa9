/// How NSGA-III measures objectives: from the best seen of each, in units that make the front's ends
/// reach 1.
///
/// The ends are the designs nearest to each axis; the plane through them meets the axes at the
/// units. Where they span no plane, the worst of the front serves.
struct NicheFrame: Sendable {
  private(set) var ideal: [Double]
  private var extremes: [[Double]] = []
  private(set) var nadir: [Double]

  init(objectives: Int) {
    ideal = [Double](repeating: .infinity, count: objectives)
    nadir = ideal
  }

  /// Learns from the designs at hand, of which some are the best front.
  mutating func learn(_ table: ObjectiveTable, front: [Int]) {
    let width = ideal.count
    for row in 0..<table.count {
      for column in 0..<width {
        ideal[column] = min(ideal[column], table.values[row * width + column])
      }
    }
    let candidates = extremes + front.map { table[$0] }
    extremes = (0..<width).map { axis in
      var (best, least) = (candidates[0], Double.infinity)
      for candidate in candidates {
        var reach = 0.0
        for column in 0..<width {
          let weight = column == axis ? 1 : 1e6
          reach = max(reach, max(candidate[column] - ideal[column], 0) * weight)
        }
        if reach < least { (best, least) = (candidate, reach) }
      }
      return best
    }
    let worst = (0..<width).map { column in
      front.reduce(-Double.infinity) { max($0, table.values[$1 * width + column]) }
    }
    nadir = intercepts(noMoreThan: worst) ?? worst
    for column in 0..<width where nadir[column] - ideal[column] <= 1e-10 {
      nadir[column] = ideal[column] + max(1e-10, worst[column] - ideal[column])
    }
  }

  /// Returns a row in the units of the frame.
  func scaled(_ table: ObjectiveTable, _ row: Int) -> [Double] {
    ideal.indices.map { column in
      (table.values[row * ideal.count + column] - ideal[column]) / (nadir[column] - ideal[column])
    }
  }

  /// Returns where the plane through the ends meets the axes, if it does so in reach.
  private func intercepts(noMoreThan worst: [Double]) -> [Double]? {
    let rows = extremes.map { extreme in zip(extreme, ideal).map { $0 - $1 } }
    guard let normal = Self.solution(of: rows) else { return nil }
    var answer: [Double] = []
    for (column, slope) in normal.enumerated() {
      let reach = 1 / slope
      guard slope > 1e-10, reach > 1e-6, ideal[column] + reach < .infinity else { return nil }
      answer.append(min(ideal[column] + reach, max(worst[column], ideal[column] + 1e-6)))
    }
    return answer
  }

  /// Solves rows · x = 1 by elimination, or returns `nil` where there is no one solution.
  private static func solution(of rows: [[Double]]) -> [Double]? {
    var matrix = rows.map { $0 + [1] }
    let count = rows.count
    for column in 0..<count {
      var pivot = column
      for row in column..<count
      where matrix[row][column].magnitude > matrix[pivot][column].magnitude {
        pivot = row
      }
      matrix.swapAt(column, pivot)
      let head = matrix[column][column]
      guard head.magnitude > 1e-12 else { return nil }
      for row in 0..<count where row != column {
        let factor = matrix[row][column] / head
        guard factor != 0 else { continue }
        for place in column...count { matrix[row][place] -= factor * matrix[column][place] }
      }
    }
    return (0..<count).map { matrix[$0][count] / matrix[$0][$0] }
  }
}
