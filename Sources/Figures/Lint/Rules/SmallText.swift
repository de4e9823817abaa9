import Text

extension LintedScene {
  /// The size below which no text is ever fit to be printed.
  private static let never = 5.0

  /// Texts below the journal's least size, with scripts as small as they are set.
  ///
  /// A script below the journal's least size is advice as long as it has 5 points.
  var smallTexts: [LintFinding] {
    var groups: [(key: Key, items: [Int])] = []
    for text in texts {
      for key in keys(text) {
        if let place = groups.firstIndex(where: { $0.key == key }) {
          groups[place].items.append(text.index)
        } else {
          groups.append((key, [text.index]))
        }
      }
    }
    return groups.map(finding)
  }

  /// What one finding speaks of.
  private struct Key: Equatable {
    let role: SceneItem.Role
    let panel: Int?
    let size: Double
    let isScript: Bool
  }

  /// The smallest size on the base line and in scripts, where too small.
  private func keys(_ text: PlacedText) -> [Key] {
    let runs = zip(text.text.text.runs, text.text.text.glyphRuns(size: text.text.size))
      .filter { $0.0.text.contains { !$0.isWhitespace } }
    return [false, true].compactMap { isScript in
      let sizes = runs.filter { $0.0.scripts.isEmpty != isScript }.map(\.1.size)
      guard let size = sizes.min(), size < scene.preset.type.least - 1e-9 else { return nil }
      return Key(role: text.item.role, panel: text.item.panel, size: size, isScript: isScript)
    }
  }

  private func finding(_ group: (key: Key, items: [Int])) -> LintFinding {
    let key = group.key
    let least = scene.preset.type.least
    let isFault = !key.isScript || key.size < Self.never - 1e-9
    let wanted = key.isScript && isFault && least > Self.never ? Self.never : least
    return LintFinding(
      .smallText, sentence(group, wanted: wanted), severity: isFault ? .fault : .advice,
      items: group.items, box: visibleBox(group.items[0]))
  }

  private func sentence(_ group: (key: Key, items: [Int]), wanted: Double) -> String {
    let key = group.key
    let others = group.items.count - 1
    let verb = others > 0 && !key.isScript ? "have" : "has"
    let subject =
      (key.isScript ? "A script in " : "") + words(group.items[0])
      + (others > 0 ? " and " + others.counted("other", "others") : "") + ofPanel(key.panel)
    return subject.capitalizedFirst
      + " \(verb) a size of \(key.size.text(significantDigits: 3)) points, "
      + "and \(wanted.text(significantDigits: 3)) are the least; set it larger."
  }
}
