/// Ticks of a linear axis: the labelling that is best in simplicity, coverage, density and legibility.
///
/// Source: J. Talbot, S. Lin and P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes", IEEE TVCG 16 (2010), doi:10.1109/TVCG.2010.130. Weights .25, .2, .5, .05; the
/// search stops where no step could beat the best one. In a figure (with a room for labels) only
/// multiples of the step are taken, where there are any.
struct LinearTicks {
  private(set) var ticks = Ticks(major: [])

  /// A labelling: *count* ticks from *start* · *q* · 10^*exponent* in steps of *skip* of those.
  private struct Labelling {
    let q: Int
    let skip: Int
    let start: Int
    let count: Int
    let exponent: Int

    func tick(_ index: Int) -> TenPower {
      TenPower(digits: (start + index * skip) * Self.nice[q], exponent: exponent)
    }

    /// The nice steps in order of preference, in tenths.
    static let nice = [10, 50, 20, 25, 40, 30]

    /// How many small steps a step is divided into; whole units where there are some.
    static let parts = [5, 5, 4, 5, 4, 3]
  }

  private let low: Double
  private let high: Double
  private let wanted: Int
  private let reach: Ticks.Reach
  private let room: Ticks.LabelRoom?
  private var best: (score: Double, labelling: Labelling)?

  init(
    _ domain: ClosedRange<Double>, about count: Int, reach: Ticks.Reach,
    room: Ticks.LabelRoom? = nil
  ) {
    (low, high) = (domain.lowerBound, domain.upperBound)
    (wanted, self.reach, self.room) = (count, reach, room)
    search()
    guard let best = best?.labelling else {
      ticks = Ticks(major: TickLabels.ticks([low, high].map(TickLabels.nearest)).ticks)
      return
    }
    let numbers = (0..<best.count).map(best.tick)
    let labelled = TickLabels.ticks(numbers)
    ticks = Ticks(major: labelled.ticks, minor: minor(best), note: labelled.note)
  }

  // MARK: - The search

  private mutating func search() {
    for skip in 1...40 {
      for q in Labelling.nice.indices {
        let mostSimple = simplicity(q, skip, hasZero: true)
        guard canBeat(mostSimple, 1, 1) else { return }
        search(q, skip, mostSimple)
      }
      // On paper, 0.5, 1.0, 1.5 read better than 0.65, 0.85, 1.05, however well those cover the axis.
      if room != nil, best != nil { return }
    }
  }

  private mutating func search(_ q: Int, _ skip: Int, _ mostSimple: Double) {
    for count in 2...(4 * wanted + 4) {
      let mostDense = count >= wanted ? 2 - Double(count - 1) / Double(wanted - 1) : 1
      guard canBeat(mostSimple, 1, mostDense) else { return }
      let least = (high - low) / (Double(count + 1) * Double(skip * Labelling.nice[q]))
      var exponent = TenPower.exponent(of: least) + 1
      while true {
        let step = TenPower.value(skip * Labelling.nice[q], exponent)
        let spare = Swift.max(0, step * Double(count - 1) - (high - low)) / 2
        guard step.isFinite, canBeat(mostSimple, coverage(spare, spare), mostDense) else { break }
        search(q, skip, count, exponent, step)
        exponent += 1
      }
    }
  }

  private mutating func search(
    _ q: Int, _ skip: Int, _ count: Int, _ exponent: Int, _ step: Double
  ) {
    let first = Int((high / step).rounded(.down)) * skip - (count - 1) * skip
    let last = Int((low / step).rounded(.up)) * skip
    guard first <= last else { return }
    for start in first...last {
      let labelling = Labelling(q: q, skip: skip, start: start, count: count, exponent: exponent)
      let ends = (labelling.tick(0).value, labelling.tick(count - 1).value)
      guard ends.0.isFinite, ends.1.isFinite, isAllowed(ends.0, ends.1) else { continue }
      let hasZero =
        start % skip == 0 && start <= 0 && start + (count - 1) * skip >= 0
      let simple = simplicity(q, skip, hasZero: hasZero)
      let covered = coverage(ends.0 - low, high - ends.1)
      let dense = density(count, ends.0, ends.1)
      guard canBeat(simple, covered, dense) else { continue }
      let score = Self.score(simple, covered, dense, legibility(labelling))
      if score > best?.score ?? -2 { best = (score, labelling) }
    }
  }

  private func isAllowed(_ first: Double, _ last: Double) -> Bool {
    switch reach {
    case .near: true
    case .inside: first >= low && last <= high
    case .around: first <= low && last >= high
    }
  }

  private func canBeat(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Bool {
    Self.score(simplicity, coverage, density, 1) > best?.score ?? -2
  }

  // MARK: - The scores, each at most 1

  private static func score(_ s: Double, _ c: Double, _ d: Double, _ l: Double) -> Double {
    0.25 * s + 0.2 * c + 0.5 * d + 0.05 * l
  }

  private func simplicity(_ q: Int, _ skip: Int, hasZero: Bool) -> Double {
    1 - Double(q) / Double(Labelling.nice.count - 1) - Double(skip) + (hasZero ? 1 : 0)
  }

  private func coverage(_ below: Double, _ above: Double) -> Double {
    let tenth = 0.1 * (high - low)
    let (b, a) = (below / tenth, above / tenth)
    return 1 - 0.5 * (b * b + a * a)
  }

  private func density(_ count: Int, _ first: Double, _ last: Double) -> Double {
    let dense = Double(count - 1) / (last - first)
    let wish = Double(wanted - 1) / (Swift.max(last, high) - Swift.min(first, low))
    return 2 - Swift.max(dense / wish, wish / dense)
  }

  /// Plain decimals are best; labels nearer than 1.5 em lose, and those that touch are out.
  private func legibility(_ labelling: Labelling) -> Double {
    guard let room else { return 1 }
    let numbers = (0..<labelling.count).map(labelling.tick)
    let labelled = TickLabels.ticks(numbers)
    let form = labelled.note == nil ? 1 : 0.3
    let least = Ticks.gaps(labelled.ticks, in: room) { ($0 - low) / (high - low) }.min()
    guard let least, least < 1.5 * room.em else { return (form + 2) / 3 }
    guard least > 0 else { return -.infinity }
    return (form + 1 + 2 - 1.5 * room.em / least) / 3
  }

  // MARK: - Small ticks

  private func minor(_ labelling: Labelling) -> [Double] {
    let parts = labelling.skip == 1 ? Labelling.parts[labelling.q] : labelling.skip
    let whole = labelling.skip * Labelling.nice[labelling.q]
    let first = labelling.start * Labelling.nice[labelling.q]
    var values: [Double] = []
    for step in -parts...(labelling.count * parts) where step % parts != 0 {
      // A hundredth of a unit makes every division whole.
      let digits = first * 60 + whole * 60 / parts * step
      let value = TenPower.value(digits, labelling.exponent) / 60
      if value >= low, value <= high { values.append(value) }
    }
    return values
  }
}
