import Text

extension LintedScene {
  /// A series of more colours than these is coloured by its values, whose map has faint ends on purpose.
  private static let mostColours = 8

  /// Data lines whose contrast with the paper is below 2.25, as printed with two decimals.
  var faintLines: [LintFinding] {
    var groups: [(panel: Int?, series: String?, lines: [Line])] = []
    for (index, item) in scene.items.enumerated() where item.role == .mark {
      guard case .path(_, nil, let stroke?) = item.shape, stroke.paint.isInk else { continue }
      let line = Line(
        index: index, colour: stroke.paint.colour(on: .light).over(PageTheme.light.paper))
      let place = groups.firstIndex { $0.panel == item.panel && $0.series == item.series }
      if let place {
        groups[place].lines.append(line)
      } else {
        groups.append((item.panel, item.series, [line]))
      }
    }
    return groups.compactMap { group in
      var colours: [Colour] = []
      for line in group.lines
      where !colours.contains(line.colour) && colours.count <= Self.mostColours {
        colours.append(line.colour)
      }
      let values = ValueColours(scene, panel: group.panel)
      let faint = group.lines.filter { $0.contrast < 2.245 && !values.contains($0.colour) }
      let worst = faint.map(\.contrast).min()
      guard let worst, colours.count <= Self.mostColours else { return nil }
      return LintFinding(
        .faintLine,
        "\(words(faint[0].index).capitalizedFirst)\(ofPanel(group.panel)) has a contrast of "
          + "\(worst.text(decimals: 2)) with the paper, and 2.25 is the least for lines; draw "
          + "it darker.",
        items: faint.map(\.index), box: visibleBox(faint[0].index))
    }
  }

  private struct Line {
    let index: Int
    let colour: Colour
    var contrast: Double { colour.contrast(with: PageTheme.light.paper) }
  }
}
