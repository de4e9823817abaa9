/// Lines of equal value over a grid.
///
///     let grid = Contours(x: [0, 1], y: [0, 1], values: [0, 1, 0, 1], levels: [0.25])
///     grid.lines[0]   // one line, from (0.25, 0) to (0.25, 1)
///
/// Marching squares with straight interpolation along the sides of the cells; where two corners that
/// face each other are above and two below, the mean of the four decides which pair is joined. A
/// cell with a corner that is not finite is a hole. The values above the level lie on the right of a
/// line where y grows downward.
public struct Contours: Equatable, Sendable {
  /// The levels, as they were asked for.
  public let levels: [Double]
  /// The lines of each level: first those that end at an edge or a hole, then the closed ones.
  public let lines: [[Polyline]]

  /// Finds the lines; the values are row by row, the first row that of the first y.
  ///
  /// - Complexity: O(*cells*) for each level.
  public init(x: [Double], y: [Double], values: [Double], levels: [Double]) {
    precondition(values.count == x.count * y.count, "A grid has a value for every x and y.")
    self.levels = levels
    guard x.count > 1, y.count > 1 else {
      lines = levels.map { _ in [] }
      return
    }
    let grid = ContourGrid(x: x, y: y, values: values)
    lines = levels.map { $0.isFinite ? grid.lines(at: $0) : [] }
  }

  /// Returns about so many round levels strictly between the least and the greatest finite value.
  ///
  ///     Contours.niceLevels(of: [0.1, 9.7], about: 5)   // [2, 4, 6, 8]
  public static func niceLevels(of values: [Double], about count: Int) -> [Double] {
    var (least, most) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      (least, most) = (Swift.min(least, value), Swift.max(most, value))
    }
    guard count > 0, least < most,
      let step = NiceStep(near: (most / 2 - least / 2) / Double(count + 1) * 2)
    else { return [] }
    return step.multiples(from: least, to: most).filter { $0 > least && $0 < most }
  }
}

/// A grid on which lines are followed from cell to cell.
///
/// Sides are numbered: first the level ones row by row, then the upright ones. A line enters a cell
/// by a side and leaves it by another, always with the high corners on the same hand, so each side
/// has at most one line that comes and one that goes.
private struct ContourGrid {
  let x: [Double]
  let y: [Double]
  let values: [Double]

  private var levelSides: Int { (x.count - 1) * y.count }
  private var sides: Int { levelSides + x.count * (y.count - 1) }

  init(x: [Double], y: [Double], values: [Double]) {
    (self.x, self.y, self.values) = (x, y, values)
  }

  func lines(at level: Double) -> [Polyline] {
    var next = [Int32](repeating: -1, count: sides)
    var isEntered = [Bool](repeating: false, count: sides)
    var starts: [Int] = []
    for row in 0..<(y.count - 1) where y[row].isFinite && y[row + 1].isFinite {
      for column in 0..<(x.count - 1) where x[column].isFinite && x[column + 1].isFinite {
        eachPassage(row, column, level) { from, to in
          next[from] = Int32(to)
          isEntered[to] = true
          starts.append(from)
        }
      }
    }
    let open = starts.filter { !isEntered[$0] }.sorted()
    return (open + starts).compactMap { start in
      guard next[start] >= 0 else { return nil }
      var points: [Point] = []
      var side = start
      repeat {
        points.append(place(of: side, level))
        let following = Int(next[side])
        next[side] = -1
        side = following
      } while side >= 0 && side != start
      return Polyline(points, isClosed: side == start)
    }
  }

  /// Tells by which sides the level passes through a cell.
  private func eachPassage(
    _ row: Int, _ column: Int, _ level: Double, _ body: (_ from: Int, _ to: Int) -> Void
  ) {
    let first = row * x.count + column
    let (a, b) = (values[first], values[first + 1])
    let (d, c) = (values[first + x.count], values[first + x.count + 1])
    var pattern = a > level ? 1 : 0
    if b > level { pattern |= 2 }
    if c > level { pattern |= 4 }
    if d > level { pattern |= 8 }
    guard pattern != 0, pattern != 15, a.isFinite, b.isFinite, c.isFinite, d.isFinite else {
      return
    }
    let top = row * (x.count - 1) + column
    let bottom = top + x.count - 1
    let left = levelSides + row * x.count + column
    let right = left + 1
    switch pattern {
    case 1: body(top, left)
    case 2: body(right, top)
    case 3: body(right, left)
    case 4: body(bottom, right)
    case 6: body(bottom, top)
    case 7: body(bottom, left)
    case 8: body(left, bottom)
    case 9: body(top, bottom)
    case 11: body(right, bottom)
    case 12: body(left, right)
    case 13: body(top, right)
    case 14: body(left, top)
    case 5, 10:
      let isHighInTheMiddle = 0.25 * a + 0.25 * b + (0.25 * c + 0.25 * d) > level
      if pattern == 5 {
        body(top, isHighInTheMiddle ? right : left)
        body(bottom, isHighInTheMiddle ? left : right)
      } else {
        body(right, isHighInTheMiddle ? bottom : top)
        body(left, isHighInTheMiddle ? top : bottom)
      }
    default: break
    }
  }

  /// Where the level crosses a side.
  private func place(of side: Int, _ level: Double) -> Point {
    if side < levelSides {
      let (row, column) = side.quotientAndRemainder(dividingBy: x.count - 1)
      let share = share(row * x.count + column, row * x.count + column + 1, level)
      return Point(x[column] + share * (x[column + 1] - x[column]), y[row])
    }
    let (row, column) = (side - levelSides).quotientAndRemainder(dividingBy: x.count)
    let share = share(row * x.count + column, (row + 1) * x.count + column, level)
    return Point(x[column], y[row] + share * (y[row + 1] - y[row]))
  }

  /// How far from the first to the second value the level is; halves where the whole overflows.
  private func share(_ first: Int, _ second: Int, _ level: Double) -> Double {
    let (start, end) = (values[first], values[second])
    let span = end - start
    return span.isFinite ? (level - start) / span : (level / 2 - start / 2) / (end / 2 - start / 2)
  }
}
