/// Ticks at round times: seconds to hours, days, Mondays, months and years.
enum TimeTicks {
  /// A distance between ticks, and the one between the small ticks in it.
  enum Step {
    case seconds(Int, minor: Int)
    case months(Int, minor: Int)

    /// A typical length, in seconds.
    var length: Double {
      switch self {
      case .seconds(let count, _): Double(count)
      case .months(let count, _): Double(count) * 2_629_746
      }
    }
  }

  private static let (minute, hour, day) = (60, 3600, 86_400)

  private static let clockSteps: [Step] =
    [
      .seconds(1, minor: 1), .seconds(2, minor: 1), .seconds(5, minor: 1), .seconds(10, minor: 5),
      .seconds(15, minor: 5), .seconds(30, minor: 10),
    ]
    + [(1, 30), (2, 60), (5, 60), (10, 300), (15, 300), (20, 300), (30, 600)].map {
      .seconds($0.0 * minute, minor: $0.1)
    }
    + [(1, 900), (2, 1800), (3, 3600), (6, 3600), (12, 10_800)].map {
      .seconds($0.0 * hour, minor: $0.1)
    }

  private static let weekSteps: [Step] = [
    .seconds(day, minor: 6 * hour), .seconds(2 * day, minor: day), .seconds(7 * day, minor: day),
    .seconds(14 * day, minor: 7 * day),
  ]

  private static let yearSteps: [Step] =
    [.months(1, minor: 1), .months(2, minor: 1), .months(3, minor: 1), .months(6, minor: 1)]
    + [1, 10, 100, 1000].flatMap { size -> [Step] in
      [
        .months(12 * size, minor: size == 1 ? 3 : 12 * size / 5),
        .months(24 * size, minor: size == 1 ? 6 : 12 * size),
        .months(60 * size, minor: 12 * size),
      ]
    }

  private static let manyDays: [Step] = [1, 10, 100, 1000, 10_000, 100_000].flatMap { size in
    [1, 2, 5].map { .seconds($0 * size * day, minor: $0 * size == 1 ? 21_600 : size * day / 2) }
  }

  /// The step whose number of ticks comes nearest to the wish, in ratio.
  private static func nearest(_ steps: [Step], span: Double, about count: Int) -> Step {
    let wish = span / Double(count - 1)
    func badness(_ step: Step) -> Double {
      // A domain holds at least one full step, so that there are two ticks at least nearly always.
      let ratio = Swift.max(step.length / wish, wish / step.length)
      return step.length * 2 > span ? 100 * ratio : ratio
    }
    return steps.min { badness($0) < badness($1) } ?? steps[0]
  }

  // MARK: - Time of day

  /// Ticks at seconds since midnight; a later day is marked by a raised +1.
  static func timeOfDay(_ domain: ClosedRange<Double>, about count: Int) -> Ticks {
    let span = domain.upperBound - domain.lowerBound
    let step = nearest(clockSteps + manyDays, span: span, about: count)
    guard case .seconds(let size, let minor) = step else { return Ticks(major: []) }
    let shown = multiples(of: size, in: domain)
    let endsAtMidnight = domain.lowerBound >= 0 && domain.upperBound == 86_400
    let major = shown.map { second in
      let isEnd = endsAtMidnight && second == day
      let (dayNumber, rest) = isEnd ? (0, day) : split(second)
      let sign = dayNumber < 0 ? "\u{2212}" : "+"
      let raised = dayNumber == 0 ? "" : sign + "\(abs(dayNumber))"
      let label = RichText(runs: [
        .init(clock(rest, inSeconds: size < minute)), .init(raised, scripts: [.superscript]),
      ])
      return Ticks.Tick(value: Double(second), label: label)
    }
    return Ticks(major: major, minor: small(minor, in: domain, without: shown, offset: 0))
  }

  private static func split(_ second: Int) -> (day: Int, rest: Int) {
    let number = Int((Double(second) / Double(day)).rounded(.down))
    return (number, second - number * day)
  }

  private static func clock(_ second: Int, inSeconds: Bool) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let text = two(second / hour) + ":" + two(second / minute % 60)
    return inSeconds ? text + ":" + two(second % 60) : text
  }

  private static func multiples(
    of size: Int, in domain: ClosedRange<Double>, offset: Int = 0
  ) -> [Int] {
    let first = ((domain.lowerBound - Double(offset)) / Double(size)).rounded(.up)
    let last = ((domain.upperBound - Double(offset)) / Double(size)).rounded(.down)
    guard first <= last, last - first <= 1000 else { return [] }
    return (Int(first)...Int(last)).map { $0 * size + offset }
      .filter { domain.contains(Double($0)) }
  }

  private static func small(
    _ size: Int, in domain: ClosedRange<Double>, without shown: [Int], offset: Int
  ) -> [Double] {
    let taken = Set(shown)
    return multiples(of: size, in: domain, offset: offset).filter { !taken.contains($0) }
      .map(Double.init)
  }

  // MARK: - Dates

  /// Ticks at seconds since the start of 1970; what all share is the note.
  static func date(_ domain: ClosedRange<Double>, about count: Int) -> Ticks {
    let span = domain.upperBound - domain.lowerBound
    let step = nearest(clockSteps + weekSteps + yearSteps, span: span, about: count)
    switch step {
    case .seconds(let size, let minor):
      // Weeks begin on Mondays; 5 January 1970 was one.
      let offset = size >= 7 * day ? 4 * day : 0
      let shown = multiples(of: size, in: domain, offset: offset)
      let labels = size < day ? hourLabels(shown, inSeconds: size < minute) : dayLabels(shown)
      return Ticks(
        major: zip(shown, labels.texts).map { tick(Double($0), $1) },
        minor: small(minor, in: domain, without: shown, offset: offset), note: labels.note)
    case .months(let size, let minor):
      let shown = months(size, in: domain)
      let labels = monthLabels(shown, inYears: size >= 12)
      let taken = Set(shown.map(\.seconds))
      return Ticks(
        major: zip(shown, labels.texts).map { tick($0.seconds, $1) },
        minor: months(minor, in: domain).map(\.seconds).filter { !taken.contains($0) },
        note: labels.note)
    }
  }

  private static func tick(_ value: Double, _ label: String) -> Ticks.Tick {
    Ticks.Tick(value: value, label: RichText(plain: label))
  }

  private static func months(_ size: Int, in domain: ClosedRange<Double>) -> [CivilDate] {
    func month(_ second: Double) -> Int {
      let date = CivilDate(dayNumber: Int((second / 86_400).rounded(.down)))
      return 12 * date.year + date.month - 1
    }
    func floored(_ month: Int) -> Int {
      Int((Double(month) / Double(size)).rounded(.down)) * size
    }
    let (first, last) = (floored(month(domain.lowerBound)), month(domain.upperBound))
    guard (last - first) / size <= 1000 else { return [] }
    return stride(from: first, through: last, by: size).map {
      CivilDate(year: 0, month: $0 + 1, day: 1)
    }.filter { domain.contains($0.seconds) }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func year(_ date: CivilDate) -> String {
    (date.year < 0 ? "\u{2212}" : "") + "\(abs(date.year))"
  }

  private static func dayAndMonth(_ date: CivilDate) -> String {
    "\(date.day)\u{A0}" + monthNames[date.month - 1]
  }

  /// The labels, and what all of them have in common.
  private typealias Labels = (texts: [String], note: RichText?)

  private static func monthLabels(_ dates: [CivilDate], inYears: Bool) -> Labels {
    guard !inYears else { return (dates.map(year), nil) }
    return shared(dates, dates.map { monthNames[$0.month - 1] })
  }

  private static func dayLabels(_ seconds: [Int]) -> Labels {
    let dates = seconds.map { CivilDate(dayNumber: split($0).day) }
    return shared(dates, dates.map(dayAndMonth))
  }

  private static func hourLabels(_ seconds: [Int], inSeconds: Bool) -> Labels {
    let dates = seconds.map { CivilDate(dayNumber: split($0).day) }
    let clocks = seconds.map { clock(split($0).rest, inSeconds: inSeconds) }
    guard let first = dates.first else { return ([], nil) }
    guard dates.contains(where: { $0 != first }) else {
      return (clocks, RichText(plain: dayAndMonth(first) + "\u{A0}" + year(first)))
    }
    return shared(dates, zip(dates, clocks).map { dayAndMonth($0) + " " + $1 })
  }

  /// One year for all is the note; several stand in each label.
  private static func shared(_ dates: [CivilDate], _ texts: [String]) -> Labels {
    guard let first = dates.first else { return ([], nil) }
    guard dates.contains(where: { $0.year != first.year }) else {
      return (texts, RichText(plain: year(first)))
    }
    return (zip(texts, dates).map { $0 + "\u{A0}" + year($1) }, nil)
  }
}
