extension LintedScene {
  /// Texts that lie over one another; rooms are compared as they are turned.
  var textsOverTexts: [LintFinding] {
    let grid = BoxGrid(texts.map(\.box.box))
    return texts.indices.flatMap { later in
      var earlier: [Int] = []
      grid.forEach(touching: texts[later].box.box) { other in
        if other < later, !earlier.contains(other), texts[other].box.overlaps(texts[later].box) {
          earlier.append(other)
        }
      }
      return earlier.sorted().map { finding(texts[$0], texts[later]) }
    }
  }

  private func finding(_ one: PlacedText, _ other: PlacedText) -> LintFinding {
    LintFinding(
      .textOverText,
      "\(words(one.index).capitalizedFirst) and "
        + "\(words(other.index))\(ofPanel(other.item.panel)) lie over each other; move or "
        + "shorten one of them.",
      items: [one.index, other.index], box: one.box.box.intersection(other.box.box))
  }
}
