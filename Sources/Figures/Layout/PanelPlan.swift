/// A panel whose scales, colours and names are worked out.
struct PanelPlan {
  let panel: Panel
  let index: Int
  var reach = Reach()
  var x: Scale
  var y: Scale
  /// What colours stand for, with their range; one for the whole panel.
  let channel: (colours: ColourChannel, range: ColourRange)?
  let keys: [LegendKey]
  /// Whether thin lines wear the colours, so that pale ones would not be seen.
  let hasColouredLines: Bool

  init(_ panel: Panel, _ index: Int) {
    (self.panel, self.index) = (panel, index)
    let contents = panel.marks.map(\.content)
    for content in contents { content.extend(&reach) }
    x = panel.x.scale(for: reach.x)
    y = panel.y.scale(for: reach.y)
    let channels = contents.compactMap(\.channel)
    channel = channels.first.map { first in
      let values = channels.filter { $0.colours.label == first.colours.label }.flatMap(\.values)
      return (first.colours, first.colours.range(for: values))
    }
    hasColouredLines = panel.marks.contains { if case .segments = $0 { true } else { false } }
    keys = Self.merged(contents.flatMap(\.legendKeys))
  }

  /// Whether areas stand side by side that have to be told apart without colour too.
  var hatchesAreas: Bool {
    keys.count { $0.signs.contains(.hatchedPatch) || $0.signs.contains(.patch) } > 1
  }

  /// One key for each series, with the signs of all its marks.
  static func merged(_ keys: [LegendKey]) -> [LegendKey] {
    var merged: [LegendKey] = []
    for key in keys {
      if let place = merged.firstIndex(where: { $0.series == key.series }) {
        merged[place].signs.formUnion(key.signs)
      } else {
        merged.append(key)
      }
    }
    return merged
  }

  /// What stands at the right of the panel beside the ends of lines, if that can name all series.
  func lineEnds(in frame: PanelFrame) -> [(series: String, y: Double, x: Double)]? {
    guard (1...7).contains(keys.count), !panel.x.isReversed,
      keys.allSatisfy({
        $0.signs.isSubset(of: [.line, .strongLine, .marker, .band])
          && !$0.signs.isDisjoint(with: [.line, .strongLine])
      })
    else { return nil }
    var ends: [String: (y: Double, x: Double)] = [:]
    for case .line(let line) in panel.marks {
      guard let series = line.series else { continue }
      for index in line.x.indices.reversed() where index < line.y.count {
        guard let place = frame.place(line.x[index], line.y[index]) else { continue }
        guard frame.area.contains(place), place.x > frame.area.right - 0.12 * frame.area.width
        else { return nil }
        ends[series] = (place.y, place.x)
        break
      }
    }
    let found = keys.compactMap { key in ends[key.series].map { (key.series, $0.y, $0.x) } }
    return found.count == keys.count ? found : nil
  }
}
