/// How much ink lies where in a panel, and where there is room for a legend.
///
///     let ink = Occupancy(of: curves, area: panel)
///     let places = Occupancy.candidates(width: 60, height: 24, in: panel, inset: 4)
///     ink.emptiest(of: places)   // 0, the upper right corner, unless another one has less ink
///
/// A grid of small cells, each with the share of it that is inked, summed up from the upper left
/// (F. C. Crow 1984, doi:10.1145/800031.808600): a question costs the same for any rectangle. Shares
/// are counted in whole 4096ths, so empty is exactly 0 and ties are ties.
public struct Occupancy: Equatable, Sendable {
  private let area: Rectangle
  private let columns: Int
  private let rows: Int
  /// The ink above and to the left of each corner of the grid.
  private let sums: [Int]

  /// Something drawn, in points.
  public enum Ink: Equatable, Sendable {
    /// A filled rectangle.
    case rectangle(Rectangle)
    /// A stroke.
    case segment(LineSegment, width: Double)
    /// A dot.
    case marker(at: Point, diameter: Double)
  }

  /// Takes up what is drawn in a panel; what is outside, or not finite, is left out.
  public init(of inks: some Sequence<Ink>, area: Rectangle, cell: Double = 2) {
    func count(_ length: Double) -> Int {
      length.isFinite && cell > 0
        ? Int(Swift.min(Swift.max(length / cell, 1), 2000).rounded(.up)) : 1
    }
    (columns, rows) = (count(area.width), count(area.height))
    self.area = area
    var sheet = InkSheet(area: area, columns: columns, rows: rows)
    for ink in inks { sheet.add(ink) }
    sums = sheet.sums
  }

  /// Returns how much of a rectangle is inked, in square points.
  public func ink(in rectangle: Rectangle) -> Double {
    guard let part = area.intersection(rectangle), area.width > 0, area.height > 0 else { return 0 }
    let (across, down) = (Double(columns) / area.width, Double(rows) / area.height)
    let (left, right) = ((part.left - area.left) * across, (part.right - area.left) * across)
    let (top, bottom) = ((part.top - area.top) * down, (part.bottom - area.top) * down)
    let cells =
      (sum(right, bottom) - sum(left, bottom)) - (sum(right, top) - sum(left, top))
    return cells / Double(InkSheet.whole) / (across * down)
  }

  /// Returns which of some rectangles has the least ink, the first of them on a tie.
  public func emptiest(of candidates: [Rectangle]) -> Int? {
    let inks = candidates.map { ink(in: $0) }
    guard let least = inks.min() else { return nil }
    return inks.firstIndex { $0 <= least + 1e-9 * area.width * area.height }
  }

  /// Returns the corners and the middles of the sides of a panel, in the order of preference.
  ///
  /// Upper right, upper left, lower right, lower left, right, left, upper middle, lower middle.
  public static func candidates(
    width: Double, height: Double, in area: Rectangle, inset: Double
  ) -> [Rectangle] {
    let (left, right) = (area.left + inset, area.right - inset - width)
    let (top, bottom) = (area.top + inset, area.bottom - inset - height)
    let middle = Point(area.centre.x - width / 2, area.centre.y - height / 2)
    return [
      (right, top), (left, top), (right, bottom), (left, bottom), (right, middle.y),
      (left, middle.y), (middle.x, top), (middle.x, bottom),
    ].map { Rectangle(left: $0, top: $1, right: $0 + width, bottom: $1 + height) }
  }

  /// The ink above and to the left of a place, in cells; even within each cell.
  private func sum(_ x: Double, _ y: Double) -> Double {
    let column = Swift.min(Swift.max(Int(x), 0), columns - 1)
    let row = Swift.min(Swift.max(Int(y), 0), rows - 1)
    let (right, down) = (x - Double(column), y - Double(row))
    let first = row * (columns + 1) + column
    let (upper, lower) = (first, first + columns + 1)
    let above = Double(sums[upper]) + right * Double(sums[upper + 1] - sums[upper])
    let below = Double(sums[lower]) + right * Double(sums[lower + 1] - sums[lower])
    return above + down * (below - above)
  }
}
