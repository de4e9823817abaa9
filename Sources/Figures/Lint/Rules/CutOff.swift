import Text

extension LintedScene {
  /// What reaches beyond the page, and texts beyond their clip; marks may be clipped by their panel.
  var cutOff: [LintFinding] {
    var (findings, marks) = ([LintFinding](), [Mark]())
    for index in scene.items.indices {
      if case .text = scene.items[index].shape {
        findings += cutOffText(index).map { [$0] } ?? []
      } else if let mark = beyondPage(index) {
        if let place = marks.firstIndex(where: { $0.isNamed(as: mark) }) {
          marks[place].take(mark)
        } else {
          marks.append(mark)
        }
      }
    }
    let told = marks.map { mark in
      finding(
        mark.items, verb(mark.items[0], "reaches", "reach") + " \(mark.reach.words) of the page",
        mark.box)
    }
    return (findings + told).sorted { ($0.items.first ?? 0) < ($1.items.first ?? 0) }
  }

  /// All that goes by one name in one panel and reaches beyond the page.
  private struct Mark {
    let words: String
    let panel: Int?
    var items: [Int]
    var reach: (distance: Double, words: String)
    var box: Rectangle

    func isNamed(as other: Mark) -> Bool { words == other.words && panel == other.panel }

    mutating func take(_ other: Mark) {
      items += other.items
      if other.reach.distance > reach.distance { (reach, box) = (other.reach, other.box) }
    }
  }

  private func cutOffText(_ index: Int) -> LintFinding? {
    let item = scene.items[index]
    guard case .text(let text) = item.shape, !text.text.isEmpty, let box = item.box else {
      return nil
    }
    if let clip = item.clip, let reach = reach(of: box, beyond: clip, tolerance: Self.tolerance) {
      return finding([index], "is cut off \(reach.words) of what it is clipped to", box)
    }
    return reach(of: box, beyond: scene.page, tolerance: Self.tolerance).map {
      finding([index], "reaches \($0.words) of the page", box)
    }
  }

  private func beyondPage(_ index: Int) -> Mark? {
    let item = scene.items[index]
    let drawn: Rectangle? =
      if case .path(let path, _, let stroke) = item.shape {
        path.flatBox?.grown(by: (stroke?.width ?? 0) / 2)
      } else {
        item.box
      }
    let seen = item.clip.map { clip in drawn.flatMap { $0.intersection(clip) } } ?? drawn
    guard let seen, let reach = reach(of: seen, beyond: scene.page, tolerance: 0.5) else {
      return nil
    }
    return Mark(words: words(index), panel: item.panel, items: [index], reach: reach, box: seen)
  }

  private func finding(_ items: [Int], _ what: String, _ box: Rectangle) -> LintFinding {
    LintFinding(
      .cutOff,
      "\(words(items[0]).capitalizedFirst)\(ofPanel(scene.items[items[0]].panel)) \(what); give "
        + "it more room.",
      items: items, box: box)
  }

  /// How far a box is beyond an edge, such as `2.5 points beyond the left edge`.
  private func reach(
    of box: Rectangle, beyond room: Rectangle, tolerance: Double
  ) -> (distance: Double, words: String)? {
    let reaches = [
      (room.left - box.left, "left"), (room.top - box.top, "upper"),
      (box.right - room.right, "right"),
      (box.bottom - room.bottom, "lower"),
    ]
    guard let most = reaches.max(by: { $0.0 < $1.0 }), most.0 > tolerance else { return nil }
    return (most.0, "\(most.0.text(decimals: 1)) points beyond the \(most.1) edge")
  }
}
