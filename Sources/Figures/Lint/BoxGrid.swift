/// Finds quickly which of some boxes may touch a place: a coarse grid that knows the boxes in each cell.
struct BoxGrid {
  let boxes: [Rectangle]
  private let area: Rectangle?
  private let columns = 48
  private let rows = 48
  private var cells: [[Int]]

  init(_ boxes: [Rectangle]) {
    self.boxes = boxes
    area = boxes.first.map { boxes.dropFirst().reduce($0) { $0.union($1) } }
    cells = Array(repeating: [], count: columns * rows)
    for (index, box) in boxes.enumerated() {
      guard let range = range(box) else { continue }
      for row in range.rows {
        for column in range.columns { cells[row * columns + column].append(index) }
      }
    }
  }

  /// Calls for each box that overlaps a rectangle, some perhaps more than once.
  func forEach(touching box: Rectangle, _ visit: (Int) -> Void) {
    guard let range = range(box) else { return }
    if range.columns.count * range.rows.count > boxes.count {
      for index in boxes.indices where touches(box, boxes[index]) { visit(index) }
      return
    }
    for row in range.rows {
      for column in range.columns {
        for index in cells[row * columns + column] where touches(box, boxes[index]) { visit(index) }
      }
    }
  }

  private func touches(_ one: Rectangle, _ other: Rectangle) -> Bool {
    one.left <= other.right && other.left <= one.right && one.top <= other.bottom
      && other.top <= one.bottom
  }

  /// The cells that a rectangle touches; nil when it is outside of all boxes or not finite.
  private func range(
    _ box: Rectangle
  ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    guard let area, touches(area, box) else { return nil }
    func cell(_ place: Double, _ start: Double, _ length: Double, _ count: Int) -> Int {
      guard length > 0 else { return 0 }
      let share = Swift.min(1, Swift.max(0, (place - start) / length))
      return Swift.min(count - 1, Int(share * Double(count)))
    }
    let left = cell(box.left, area.left, area.width, columns)
    let right = cell(box.right, area.left, area.width, columns)
    let top = cell(box.top, area.top, area.height, rows)
    let bottom = cell(box.bottom, area.top, area.height, rows)
    return left <= right && top <= bottom ? (left...right, top...bottom) : nil
  }
}
