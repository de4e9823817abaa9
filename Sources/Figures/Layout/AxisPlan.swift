/// The ticks and texts of one axis, worked out for a length.
struct AxisPlan {
  let axis: Axis
  let scale: Scale
  /// The ticks, with their labels in lines.
  var labels: [(value: Double, lines: [RichText])] = []
  var minor: [Double] = []
  /// How labels are turned: 0, or −45 or −90 where there is no room for level ones.
  var turn: Double = 0
  /// The lines of the axis label.
  var title: [RichText] = []
  /// What had no room.
  var losses: [String] = []
  /// How much room the tick labels take away from the axis.
  var depth: Double = 0
  /// How far the first and the last label reach beyond the ends of the axis.
  var overhang: (start: Double, end: Double) = (0, 0)

  /// Whether names run from top to bottom, as one reads.
  let isReversed: Bool
}

extension AxisPlan {
  /// Leaves out what a chosen domain has no place for.
  fileprivate mutating func keepWithin() {
    func isWithin(_ value: Double) -> Bool {
      scale.position(of: value).map { $0 >= -1e-6 && $0 <= 1 + 1e-6 } ?? false
    }
    labels.removeAll { !isWithin($0.value) }
    minor.removeAll { !isWithin($0) }
  }
}

/// Works out axes for the rules of a journal.
struct AxisPlanner {
  let measure: any TextMeasure
  let type: TypeSizes

  private var fitting: TextFitting { TextFitting(measure: measure) }
  private var leading: Double { 1.18 * type.tick }

  /// An axis from left to right of so many points; labels may reach so far below it.
  func horizontal(
    _ axis: Axis, _ scale: Scale, length: Double, titleLength: Double? = nil, depth: Double,
    labels: Bool
  ) -> AxisPlan {
    var plan = AxisPlan(axis: axis, scale: scale, isReversed: axis.isReversed)
    guard axis.isShown else { return plan }
    if let names = axis.categoryNames {
      placeNames(names, length, depth, in: &plan)
    } else {
      let ticks = Ticks(
        for: scale, about: Swift.max(length > 60 ? 3 : 2, Swift.min(9, Int(length / 38))),
        room: Ticks.LabelRoom(length: length, em: type.tick) { [measure, type] in
          measure.extent(of: $0, size: type.tick).width
        })
      plan.labels = ticks.major.map { ($0.value, [$0.label]) }
      plan.minor = ticks.minor
      plan.title = title(axis, ticks.note, length: titleLength ?? length, &plan.losses)
    }
    plan.keepWithin()
    if axis.categoryNames != nil {
      plan.title = title(axis, nil, length: titleLength ?? length, &plan.losses)
    }
    guard labels else {
      (plan.labels, plan.title) = (plan.labels.map { ($0.value, []) }, [])
      return plan
    }
    measureHorizontal(&plan, length)
    return plan
  }

  /// An axis from bottom to top of so many points; labels may be so long.
  func vertical(_ axis: Axis, _ scale: Scale, length: Double, depth: Double, labels: Bool)
    -> AxisPlan
  {
    let isReversed = axis.categoryNames == nil ? axis.isReversed : !axis.isReversed
    var plan = AxisPlan(axis: axis, scale: scale, isReversed: isReversed)
    guard axis.isShown else { return plan }
    if let names = axis.categoryNames {
      let slot = length / Double(Swift.max(1, names.count))
      let stride = Swift.max(1, Int((leading / Swift.max(0.01, slot)).rounded(.up)))
      var shortened = 0
      for (index, name) in names.enumerated() where index.isMultiple(of: stride) {
        let count = Swift.max(1, Swift.min(2, Int(slot * Double(stride) / leading)))
        let lines = fitting.lines(
          RichText(plain: name), size: type.tick, length: depth, atMost: count)
        if !lines.isWhole { shortened += 1 }
        plan.labels.append((Double(index), lines.lines))
      }
      note(names.count, stride, shortened, &plan.losses)
      plan.title = title(axis, nil, length: length, &plan.losses)
    } else {
      let ticks = Ticks(
        for: scale, about: Swift.max(length > 40 ? 3 : 2, Swift.min(8, Int(length / 22))),
        room: Ticks.LabelRoom(length: length, em: type.tick) { [type] _ in type.tick })
      plan.labels = ticks.major.map { tick in
        let text = fitting.shortened(tick.label, size: type.tick, length: Swift.max(30, depth))
        return (tick.value, [text.text])
      }
      plan.minor = ticks.minor
      plan.title = title(axis, ticks.note, length: length, &plan.losses)
    }
    guard labels else {
      (plan.labels, plan.title) = (plan.labels.map { ($0.value, []) }, [])
      return plan
    }
    plan.keepWithin()
    plan.depth = plan.labels.flatMap(\.lines).map { fitting.width($0, type.tick) }.max() ?? 0
    let half = plan.labels.map { leading * Double(Swift.max(1, $0.lines.count)) / 2 }.max() ?? 0
    plan.overhang = (half, half)
    return plan
  }

  // MARK: - Names

  private func placeNames(
    _ names: [String], _ length: Double, _ depth: Double, in plan: inout AxisPlan
  ) {
    let slot = length / Double(Swift.max(1, names.count))
    let texts = names.map { RichText(plain: $0) }
    let level = texts.map { fitting.lines($0, size: type.tick, length: slot - 4, atMost: 3) }
    let count = level.map(\.lines.count).max() ?? 0
    // Level names, in up to three lines, as long as none is cut and few are broken.
    if level.allSatisfy(\.isWhole), count <= 2 || names.count <= 6 {
      plan.labels = level.enumerated().map { (Double($0.offset), $0.element.lines) }
      return
    }
    plan.turn = slot >= 1.55 * leading ? -45 : -90
    let stride = Swift.max(1, Int((1.1 * leading / Swift.max(0.01, slot)).rounded(.up)))
    let reach = plan.turn == -45 ? depth * 1.3 : depth
    var shortened = 0
    for (index, text) in texts.enumerated() where index.isMultiple(of: stride) {
      let short = fitting.shortened(text, size: type.tick, length: Swift.max(14, reach))
      if !short.isWhole { shortened += 1 }
      plan.labels.append((Double(index), [short.text]))
    }
    note(names.count, stride, shortened, &plan.losses)
  }

  private func note(_ count: Int, _ stride: Int, _ shortened: Int, _ losses: inout [String]) {
    if stride > 1 {
      losses.append("the names of \(count - (count + stride - 1) / stride) of \(count) categories")
    }
    if shortened > 0 { losses.append("the ends of \(shortened) names") }
  }

  // MARK: - Sizes

  /// No label reaches farther beyond its axis; longer ones are taken away in the end.
  private static let farthest = 48.0

  private func measureHorizontal(_ plan: inout AxisPlan, _ length: Double) {
    for (value, lines) in plan.labels {
      guard let share = plan.scale.position(of: value) else { continue }
      let place = (plan.isReversed ? 1 - share : share) * length
      let width = lines.map { fitting.width($0, type.tick) }.max() ?? 0
      switch plan.turn {
      case 0:
        plan.depth = Swift.max(plan.depth, leading * Double(lines.count) - 0.2 * type.tick)
        plan.overhang.start = Swift.max(plan.overhang.start, width / 2 - place)
        plan.overhang.end = Swift.max(plan.overhang.end, place + width / 2 - length)
      case -45:
        let reach = 0.7071 * width
        plan.depth = Swift.max(plan.depth, reach + 0.75 * type.tick)
        plan.overhang.start = Swift.max(plan.overhang.start, reach + 0.2 * type.tick - place)
      default:
        plan.depth = Swift.max(plan.depth, width)
        plan.overhang.start = Swift.max(plan.overhang.start, type.tick / 2 - place)
      }
    }
    plan.overhang.start = Swift.min(plan.overhang.start, Self.farthest)
    plan.overhang.end = Swift.min(plan.overhang.end, Self.farthest)
  }

  /// The axis label with its unit, which takes up a common power of ten: "Energy (10⁶ kWh)".
  private func title(
    _ axis: Axis, _ note: RichText?, length: Double, _ losses: inout [String]
  ) -> [RichText] {
    var text = axis.label
    let factor = note.flatMap { $0.plainText.first == "×" ? $0.withoutTimes : nil }
    let unit = [factor, axis.unit].compactMap { $0 }.filter { !$0.isEmpty }
    if let first = unit.first {
      let joined = unit.dropFirst().reduce(first) { $0 + RichText(plain: "\u{202F}") + $1 }
      text = text + RichText(plain: text.isEmpty ? "(" : " (") + joined + RichText(plain: ")")
    }
    if let note, factor == nil {
      text = text + RichText(plain: text.isEmpty ? "" : ", ") + note
    }
    let lines = fitting.lines(text, size: type.label, length: length, atMost: 3)
    if !lines.isWhole { losses.append("the end of the axis label \"\(axis.label.plainText)\"") }
    return lines.lines
  }
}

extension RichText {
  /// The text without the sign of multiplication that it begins with.
  fileprivate var withoutTimes: RichText {
    var runs = runs
    if let first = runs.first { runs[0].text = String(first.text.dropFirst()) }
    return RichText(runs: runs)
  }
}
