import Text

extension LintedScene {
  /// What CIEDE2000 must be at least between two series of a panel.
  private static let leastDifference = 10.0

  /// Series of one panel whose colours some eye takes for one another.
  ///
  /// It is advice where the kind of mark, dash, marker or hatch tells them apart, else a fault. Colours that stand for values are no
  /// matter of this rule.
  var similarColours: [LintFinding] {
    var panels: [Int?] = []
    for item in scene.items where item.role == .mark && item.series != nil {
      if !panels.contains(item.panel) { panels.append(item.panel) }
    }
    var book = DifferenceBook()
    return panels.flatMap { panel -> [LintFinding] in
      let looks = SeriesLook.all(in: scene, panel: panel).filter { !isNamedInPlace($0, panel) }
      return looks.indices.flatMap { later in
        looks.prefix(later).compactMap { finding($0, looks[later], panel, &book) }
      }
    }
  }

  /// Whether the series is known by where it stands: its name is a tick label, or beside its areas.
  private func isNamedInPlace(_ look: SeriesLook, _ panel: Int?) -> Bool {
    let naming = texts.filter { $0.text.text.plainText == look.series }.map(\.item)
    return naming.contains { $0.panel == panel && $0.role == .tickLabel }
      || look.hasAreasOnly && !naming.contains { $0.role == .legendText }
        && naming.contains { $0.panel == panel && ($0.role == .label || $0.role == .value) }
  }

  private func finding(
    _ one: SeriesLook, _ other: SeriesLook, _ panel: Int?, _ book: inout DifferenceBook
  ) -> LintFinding? {
    var worst: (difference: Double, eye: ColourVision)?
    for colour in one.ownColours {
      for second in other.ownColours {
        let least = book.least(colour, second)
        if least.difference < worst?.difference ?? .infinity { worst = least }
      }
    }
    guard let worst, worst.difference < Self.leastDifference else { return nil }
    let isToldApart = one.differsWithoutColour(from: other)
    let advice =
      isToldApart
      ? "only their kind, dash, marker or hatch tells them apart"
      : "give one of them another colour or dash"
    return LintFinding(
      .similarColours,
      "The series \(one.series.quoted) and \(other.series.quoted)\(ofPanel(panel)) look alike"
        + "\(worst.eye.words) (CIEDE2000 \(worst.difference.text(decimals: 1)), "
        + "at least 10 is wanted); \(advice).",
      severity: isToldApart ? .advice : .fault, items: (one.items + other.items).sorted())
  }
}

/// The differences of pairs of colours, each worked out once.
private struct DifferenceBook {
  private var known: [[Colour]: (difference: Double, eye: ColourVision)] = [:]

  /// The least difference of two colours to any eye.
  mutating func least(_ one: Colour, _ other: Colour) -> (difference: Double, eye: ColourVision) {
    if let least = known[[one, other]] { return least }
    var least = (difference: Double.infinity, eye: ColourVision.normal)
    for eye in ColourVision.allCases {
      let difference = one.difference(from: other, seenBy: eye)
      if difference < least.difference { least = (difference, eye) }
    }
    known[[one, other]] = least
    return least
  }
}

extension ColourVision {
  fileprivate var words: String {
    switch self {
    case .normal: ""
    case .deuteranopia: " to eyes without medium cones (deuteranopia)"
    case .protanopia: " to eyes without long cones (protanopia)"
    case .tritanopia: " to eyes without short cones (tritanopia)"
    }
  }
}
