extension Scene {
  /// Takes away texts that still cover one another, cover data or leave the page, those that matter
  /// least first, and says so.
  ///
  /// Layout gives every text a place of its own where there is one. What is left are crowded panels and names
  /// that no page could hold: there a figure without the text is better than one that cannot be read.
  mutating func removeTextsInTheWay() {
    let linter = FigureLinter(rules: [.textOverText, .textOverData, .cutOff, .faintText])
    for _ in 0..<4 {
      let findings = linter.findings(in: self).filter { $0.severity == .fault }
      let chosen = Set(findings.compactMap { leastImportant(of: $0.items) })
      guard !chosen.isEmpty else { return }
      let texts = chosen.sorted().compactMap { index -> String? in
        guard case .text(let text) = items[index].shape else { return nil }
        return "\"\(text.text.plainText)\""
      }
      items = items.enumerated().filter { !chosen.contains($0.offset) }.map(\.element)
      let more = texts.count > 3 ? " and \(texts.count - 3) more texts" : ""
      losses.append(texts.prefix(3).joined(separator: ", ") + more)
    }
  }

  /// Of items that are in each other's way, the text that is missed least.
  private func leastImportant(of indices: [Int]) -> Int? {
    indices.filter { rank($0) != nil }.min { (rank($0) ?? 0, -$0) < (rank($1) ?? 0, -$1) }
  }

  private func rank(_ index: Int) -> Int? {
    guard items.indices.contains(index), case .text = items[index].shape else { return nil }
    return switch items[index].role {
    case .value: 0
    case .label: 1
    case .tickLabel: 2
    case .panelTitle: 3
    case .legendText: 4
    case .axisLabel: 5
    default: 6
    }
  }
}
