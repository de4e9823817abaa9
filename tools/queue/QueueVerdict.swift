import Text

/// The answer to the question, in a sentence or two.
struct QueueVerdict {
  private let options: QueueOptions
  private let answers: [StationAnswer]
  private let targets: Targets

  init(_ options: QueueOptions, _ answers: [StationAnswer], _ targets: Targets) {
    self.options = options
    self.answers = answers
    self.targets = targets
  }

  /// The verdict.
  var sentence: String {
    if answers[0].plan.chargers == nil { return unlimited(answers[0]) }
    if !targets.isEmpty { return judged }
    if answers.count == 1 { return described(answers[0]) }
    guard let first = answers.first(where: \.plan.isStable) else {
      return described(answers[answers.count - 1])
    }
    let last = answers[answers.count - 1]
    return described(first)
      + (last.chargers == first.chargers
        ? "" : " With \(last.chargers.counted("charger", "chargers")): \(wait(last)).")
  }

  // MARK: - With targets

  private var judged: String {
    let standings = answers.map { targets.standing(of: $0) }
    let firstMet = standings.indices.first { index in
      if case .met = standings[index] { true } else { false }
    }
    guard let firstMet else { return noneMeets(standings) }
    let answer = answers[firstMet]
    var sentence =
      "\(answer.chargers.counted("charger is", "chargers are")) enough: "
      + targets.targets.map { achieved($0, answer) }.listed(conjunction: "and")
      + ", with \(percent(options.confidence)) confidence."
    if firstMet > 0 { sentence += " " + why(answers[firstMet - 1], standings[firstMet - 1]) }
    return sentence
  }

  private func noneMeets(_ standings: [Targets.Standing]) -> String {
    let last = answers[answers.count - 1]
    let subject =
      answers.count > 1
      ? "No number of chargers up to \(last.chargers) meets"
      : last.chargers.counted("charger does not meet", "chargers do not meet")
    return
      (["\(subject) the targets with \(percent(options.confidence)) confidence."]
      + [why(last, standings[standings.count - 1]), advice(last)].filter { !$0.isEmpty })
      .joined(separator: " ")
  }

  /// What to try next, where larger numbers of chargers can help at all.
  private func advice(_ last: StationAnswer) -> String {
    if targets.targets.contains(where: { $0.limit == 0 }) {
      return "That something never happens cannot be shown by watching; ask for a small share."
    }
    let first = max(last.chargers, Int(last.plan.offeredLoad)) + 1
    guard first <= ChargerCounts.largest else { return "" }
    return "Try --chargers \(first)-\(min(ChargerCounts.largest, first + max(3, first / 4)))."
  }

  private func why(_ answer: StationAnswer, _ standing: Targets.Standing) -> String {
    let count = answer.chargers.counted("charger", "chargers")
    switch standing {
    case .met: return ""
    case .missed where !answer.plan.isStable:
      return "With \(count) the queue grows without end."
    case .missed(let target):
      return "With \(count) \(stated(target, answer))."
    case .tooShort(let customers):
      return "With \(count) \(tooShort(customers))."
    case .undecided(let target):
      return "With \(count) it is undecided: \(stated(target, answer)), and the interval "
        + "includes the target; more --replications would decide."
    }
  }

  private func achieved(_ target: Targets.Target, _ answer: StationAnswer) -> String {
    stated(target, answer) + " (target \(value(target.limit, target.measure)))"
  }

  private func stated(_ target: Targets.Target, _ answer: StationAnswer) -> String {
    let text = value(answer[target.measure].mean, target.measure)
    switch target.measure {
    case .waitMean: return "the mean wait is \(text)"
    case .waitP95: return "95 % of customers wait at most \(text)"
    case .waitProbability: return "\(text) must wait"
    case .blockedShare: return "\(text) are turned away"
    case .abandonedShare: return "\(text) give up"
    default: return "\(target.measure.rawValue) is \(text)"
    }
  }

  /// Why the runs show nothing yet.
  private func tooShort(_ customers: Double) -> String {
    let needed = (customers / 1000).rounded(.up) * 1000
    guard needed <= Double(QueueOptions.mostCustomers) else {
      return "no run that can be asked for is long enough for a station this slow to forget how it "
        + "began; trust the exact numbers where there are any"
    }
    return "the runs are too short for a station this slow to forget how it began: it takes "
      + "--customers \(Int(needed))"
  }

  // MARK: - Without targets

  private func described(_ answer: StationAnswer) -> String {
    let count = answer.chargers.counted("charger", "chargers")
    guard answer.plan.isStable else {
      let load = answer.plan.offeredLoad.text(significantDigits: 3)
      return "\(count) cannot keep up: the customers need \(load) all the time, and the queue "
        + "grows without end."
        + (answer.plan.offeredLoad < Double(ChargerCounts.largest)
          ? " Try at least \(Int(answer.plan.offeredLoad) + 1)." : "")
    }
    return "\(count): \(wait(answer)); they are in use "
      + "\(percent(answer[.utilisation].mean)) of the time." + caution(answer)
  }

  /// A warning where the runs are too short.
  private func caution(_ answer: StationAnswer) -> String {
    guard case .needs(let customers) = answer.settling else { return "" }
    return " But \(tooShort(customers))."
  }

  private func wait(_ answer: StationAnswer) -> String {
    guard answer.plan.isStable else { return "the queue grows without end" }
    var parts: [String] = []
    if answer[.waitMean].mean > 0 || answer.plan.waitingSpots != 0 {
      let mean = answer[.waitMean]
      parts.append(
        "customers wait \(value(mean.mean, .waitMean)) on average\(range(mean, .waitMean)), and "
          + "95 % wait at most \(value(answer[.waitP95].mean, .waitP95))")
    }
    for (measure, verb) in [
      (Measure.blockedShare, "are turned away"), (.abandonedShare, "give up"),
    ] {
      let estimate = answer[measure]
      guard estimate.mean > 0 else { continue }
      parts.append("\(value(estimate.mean, measure))\(range(estimate, measure)) \(verb)")
    }
    return parts.listed(conjunction: "and")
  }

  private func unlimited(_ answer: StationAnswer) -> String {
    let mean = answer[.busyMean].mean.text(significantDigits: 3)
    guard
      let peak = answer.busyByHour.indices.max(by: {
        answer.busyByHour[$0].mean < answer.busyByHour[$1].mean
      })
    else {
      return "If nobody ever had to wait, \(mean) chargers would be in use on average."
        + caution(answer)
    }
    return "If nobody ever had to wait, \(mean) chargers would be in use on average, and most "
      + "between \(peak) and \(peak + 1) o'clock: "
      + "\(answer.busyByHour[peak].mean.text(significantDigits: 3))."
  }

  // MARK: - Numbers

  private func range(_ estimate: Estimate, _ measure: Measure) -> String {
    guard let low = estimate.low, let high = estimate.high else { return "" }
    return " (\(value(low, measure, unit: false)) to \(value(high, measure, unit: false)))"
  }

  private func value(_ value: Double, _ measure: Measure, unit: Bool = true) -> String {
    if measure.isShare { return (100 * value).text(significantDigits: 3) + (unit ? " %" : "") }
    return value.text(significantDigits: 3) + (unit ? " minutes" : "")
  }

  private func percent(_ share: Double) -> String {
    (100 * share).text(significantDigits: 3) + " %"
  }
}

extension StationAnswer {
  /// The number of chargers, where there is one.
  fileprivate var chargers: Int { plan.chargers ?? 0 }
}
