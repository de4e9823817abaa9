/// The grid on which ``Occupancy`` collects ink.
///
/// A rectangle is the product of a stretch across and one down, each with at most four changes, so it
/// costs sixteen additions however large it is; the changes are summed up at the end.
struct InkSheet {
  /// The units of a cell full of ink.
  static let whole = 4096

  private let area: Rectangle
  private let columns: Int
  private let rows: Int
  private let cell: Point
  private var changes: [Double]
  private var strokes: [Double]

  init(area: Rectangle, columns: Int, rows: Int) {
    (self.area, self.columns, self.rows) = (area, columns, rows)
    cell = Point(area.width / Double(columns), area.height / Double(rows))
    changes = [Double](repeating: 0, count: (columns + 2) * (rows + 2))
    strokes = [Double](repeating: 0, count: columns * rows)
  }

  mutating func add(_ ink: Occupancy.Ink) {
    guard cell.x > 0, cell.y > 0, cell.x.isFinite, cell.y.isFinite else { return }
    switch ink {
    case .rectangle(let rectangle): add(rectangle)
    case .segment(let segment, let width): add(segment, width)
    case .marker(let place, let diameter):
      // The square of a disc's area.
      let half = diameter * 0.443_113_462_726_379
      add(
        Rectangle(
          left: place.x - half, top: place.y - half, right: place.x + half, bottom: place.y + half))
    }
  }

  private mutating func add(_ rectangle: Rectangle) {
    guard let part = area.intersection(rectangle), part.width > 0, part.height > 0 else { return }
    let across = Self.changes(
      from: (part.left - area.left) / cell.x, to: (part.right - area.left) / cell.x, in: columns)
    let down = Self.changes(
      from: (part.top - area.top) / cell.y, to: (part.bottom - area.top) / cell.y, in: rows)
    for (row, rowChange) in down {
      for (column, columnChange) in across {
        changes[row * (columns + 2) + column] += rowChange * columnChange
      }
    }
  }

  /// Where and by how much the covered share changes from cell to cell.
  private static func changes(
    from start: Double, to end: Double, in count: Int
  ) -> [(Int, Double)] {
    let (first, last) = (Swift.min(Int(start), count - 1), Swift.min(Int(end), count))
    guard first < last else { return [(first, end - start), (first + 1, start - end)] }
    let (head, tail) = (Double(first + 1) - start, end - Double(last))
    return [(first, head), (first + 1, 1 - head), (last, tail - 1), (last + 1, -tail)]
  }

  /// Lets a stroke drop its ink in steps of at most half a cell.
  private mutating func add(_ segment: LineSegment, _ width: Double) {
    guard let part = segment.clipped(to: area), width > 0, width.isFinite else { return }
    let (x, y) = (part.to.x - part.from.x, part.to.y - part.from.y)
    let count = (2 * Swift.max(x.magnitude / cell.x, y.magnitude / cell.y)).rounded(.up)
    guard count >= 1 else { return }
    let ink = part.length / count * width / (cell.x * cell.y)
    for step in 0..<Int(count) {
      let share = (Double(step) + 0.5) / count
      let column = Int((part.from.x + share * x - area.left) / cell.x)
      let row = Int((part.from.y + share * y - area.top) / cell.y)
      strokes[
        Swift.min(Swift.max(row, 0), rows - 1) * columns
          + Swift.min(Swift.max(column, 0), columns - 1)] += ink
    }
  }

  /// The ink above and to the left of each corner of the grid; no cell holds more than it can.
  var sums: [Int] {
    var sums = [Int](repeating: 0, count: (columns + 1) * (rows + 1))
    var above = [Double](repeating: 0, count: columns + 2)
    for row in 0..<rows {
      var (cover, line) = (0.0, 0)
      for column in 0..<columns {
        above[column] += changes[row * (columns + 2) + column]
        cover += above[column]
        let ink = Swift.min(Swift.max(cover + strokes[row * columns + column], 0), 1)
        line += Int((ink * Double(Self.whole)).rounded())
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
    return sums
  }
}
