import AnalysisKit
import HighwayStudies
import HighwayWorld
import Optimisation
import Reports
import Statistics
import Text

/// Puts what was found into words and tables.
struct ParetoReport {
  private let result: ParetoResult

  init(_ result: ParetoResult) { self.result = result }

  private var plan: ParetoPlan { result.plan }

  /// The whole report.
  var report: Report {
    let figures = ParetoFigures(result: result)
    var parts: [Report.Part] = [.keyNumbers(keyNumbers), .figure(figures.front)]
    parts += [.section("The designs"), .table(decisionTable)] + figures.designs.map { .figure($0) }
    if let costTable { parts += [.section("What they cost"), .table(costTable)] }
    parts += [.section("How sure this is"), .prose(method)] + figures.sureness.map { .figure($0) }
    var report = Report(
      title: "What gives the most for its cost?", verdict: verdict, parts: parts, json: json,
      data: [frontData, designData, evaluationData])
    if let costs = try? JSON(encoding: plan.costs).object {
      report.documents = [(name: "costs", content: costs)]
    }
    return report
  }

  // MARK: - Words

  private var verdict: String {
    if result.isBeyondLimits {
      return "None of the \(result.designs.count.groupedText) designs tried keeps \(limits) with "
        + "\(confidence) confidence; nearest comes \(words(result.nearest))."
    }
    let cost = result.place(of: .cost)
    guard let cheapest = result.cheapest, let cost else {
      return
        "\(result.front.count.counted("design", "designs")) of \(result.designs.count.groupedText) "
        + "cannot be bettered; the best compromise is \(words(result.compromise ?? result.front[0]))."
    }
    let price = result.designs[cheapest].means[cost].text(decimals: 2)
    let safe =
      plan.limits.isEmpty
      ? "The cheapest design costs"
      : "The cheapest design that keeps \(limits) with \(confidence) confidence costs"
    var text = "\(safe) \(price) M\(plan.costs.currency) a year: \(words(cheapest))."
    if let knee = result.knee, knee != cheapest {
      let design = result.designs[knee]
      text +=
        " The knee of the front costs \(design.means[cost].text(decimals: 2)) "
        + "M\(plan.costs.currency)"
        + (design.violation(plan) > 0 ? " and may exceed the limit" : "") + ": \(words(knee))."
    }
    return text
  }

  private var confidence: String {
    "\((100 * plan.options.confidence).text(significantDigits: 3)) %"
  }

  private var limits: String {
    plan.limits.map { limit in
      let unit = limit.objective.unit(plan.costs).map { " \($0)" } ?? ""
      return
        "\(limit.objective.phrase) at \(limit.most.text(significantDigits: 3))\(unit) or less"
    }.listed(conjunction: "and")
  }

  /// A design as one says it: `5 stations of 8 chargers, 4 waiting spots, 800 kW of grid`.
  private func words(_ design: Int) -> String {
    zip(plan.question.factors, result.designs[design].point).compactMap { factor, value in
      let text = factor.words(for: value)
      switch HighwayFactor(rawValue: factor.name) {
      case .stations: return Int(value).counted("station", "stations")
      case .chargers: return Int(value).counted("charger", "chargers") + " each"
      case .spots: return Int(value).counted("waiting spot", "waiting spots")
      case .grid: return "\(text) kW of grid"
      case .solar: return value > 0 ? "\(text) kW of sun" : nil
      case .battery: return value > 0 ? "\(text) kWh of battery" : nil
      case .wind: return value > 0 ? "\(text) kW of wind" : nil
      default:
        return "\(factor.name) \(text)" + (factor.unit.map { " \($0)" } ?? "")
      }
    }.joined(separator: ", ")
  }

  private var method: String {
    let way: String =
      switch plan.method {
      case .grid: "All \(result.designs.count.groupedText) designs of the grid were tried"
      case .nsga3: "NSGA-III tried \(result.designs.count.groupedText) designs"
      default: "NSGA-II tried \(result.designs.count.groupedText) designs"
      }
    let again = result.allocation.reduce(0, +)
    let refined =
      again > 0
      ? "; \(again.groupedText) further runs in \(result.allocation.count.counted("round", "rounds")) went to designs that were hard to tell apart"
      : ""
    return """
      \(way), each \(plan.replications) times with the same cars for all (common random numbers)\(refined): \
      \(result.runs.groupedText) runs of \(plan.question.scenario.duration.shortestText) h. Limits are kept when the upper end of a \
      one-sided \(confidence) interval does; a share that was never seen has an upper bound, not a zero. "On the front" is how \
      often a design is there in \(1000.groupedText) bootstraps over replicates. Costs are annuities of the prices in data/costs.json, \
      upkeep and the grid's bill, scaled from the hours simulated to a year.\(screening)\(steadying)
      """
  }

  private var screening: String {
    guard result.screened > 0 else { return "" }
    return
      " \(result.screened.counted("further design", "further designs")) of the search were not simulated, because "
      + "queueing theory expects more than \((100 * ParetoScreen.hopeless).text(decimals: 0)) % of cars to find no charger."
  }

  private var steadying: String {
    let factors = plan.objectives.indices.compactMap { objective in
      result.theory.varianceReduction(objective).map {
        "\(plan.objectives[objective].objective.phrase) \($0.text(significantDigits: 2))"
      }
    }
    guard !factors.isEmpty else { return "" }
    return
      " With theory's loss for the number of cars as control variate the means in data/front.csv are as sure as with so "
      + "many times as many runs, as measured: \(factors.listed(conjunction: "and"))."
  }

  // MARK: - Numbers

  private var keyNumbers: [KeyNumber] {
    var numbers: [KeyNumber] = []
    if let cheapest = result.cheapest, let cost = result.place(of: .cost) {
      let design = result.designs[cheapest]
      numbers.append(
        KeyNumber(
          "Cheapest that keeps the limits", design.means[cost].text(decimals: 2),
          interval: design.interval(cost).map {
            "\($0.low.text(decimals: 2)) to \($0.high.text(decimals: 2))"
          }, unit: "M\(plan.costs.currency) a year", sampleSize: design.replications))
      for (place, limit) in plan.limits.enumerated() {
        let bound = design.bound(place, plan)
        let unit = limit.objective.unit(plan.costs)
        numbers.append(
          KeyNumber(
            "Upper bound of its " + limit.objective.phrase.withoutArticle,
            bound.text(significantDigits: 2), unit: unit, sampleSize: design.replications,
            judgement: .init(
              .met,
              "\(limit.most.text(significantDigits: 3))\(unit.map { " " + $0 } ?? "") with \(confidence) confidence"
            )))
      }
    }
    numbers.append(KeyNumber("Designs on the front", "\(result.front.count)", sampleSize: nil))
    numbers.append(
      KeyNumber("Designs tried", result.designs.count.groupedText, sampleSize: nil))
    numbers.append(KeyNumber("Runs", result.runs.groupedText, sampleSize: nil))
    return numbers
  }

  private static let mostRows = 24

  /// The designs worth deciding about: those that stand out and the rest of the front, thinned out.
  private var shownFront: [Int] {
    guard result.front.count > Self.mostRows else { return result.front }
    let step = Double(result.front.count - 1) / Double(Self.mostRows - 1)
    var shown = Set((0..<Self.mostRows).map { result.front[Int((Double($0) * step).rounded())] })
    for design in [result.cheapest, result.knee, result.compromise] {
      if let design, result.front.contains(design) { shown.insert(design) }
    }
    return result.front.filter(shown.contains)
  }

  private func marks(_ design: Int) -> String {
    [("cheapest", result.cheapest), ("knee", result.knee), ("compromise", result.compromise)]
      .filter { $0.1 == design }.map(\.0).joined(separator: ", ")
  }

  private var decisionTable: ReportTable {
    let factors = plan.question.factors
    let rows = shownFront.map { design -> [String] in
      let one = result.designs[design]
      return zip(factors, one.point).map { $0.words(for: $1) }
        + plan.objectives.indices.map { objective in
          let mean = one.means[objective]
          let digits = decimals(objective)
          let spread = one.interval(objective).map { $0.halfWidth } ?? 0
          return mean.text(decimals: digits) + " ± " + spread.text(decimals: digits)
        } + [(100 * result.probability(design)).text(decimals: 0)]
        + (marginal.isEmpty ? [] : [marginal[design] ?? "–"])
        + (plan.limits.isEmpty ? [] : [one.violation(plan) > 0 ? "no" : "yes"]) + [marks(design)]
    }
    let objectives = plan.objectives.map { entry in
      entry.objective.label + (entry.objective.unit(plan.costs).map { " (\($0.plainUnit))" } ?? "")
    }
    return ReportTable(
      caption: """
        The front\(shownFront.count < result.front.count ? ", \(shownFront.count) of its \(result.front.count) designs" : ""): means ± half of the 95 % interval, and how likely each is on the true front\
        \(marginal.isEmpty ? "" : "; what it costs to avoid one stranding more than the design before")
        """,
      columns: factors.map { .init($0.name + ($0.unit.map { " (\($0.plainUnit))" } ?? "")) }
        + objectives.map { .init($0) } + [.init("on the front %")]
        + (marginal.isEmpty ? [] : [.init("\(plan.costs.currency) per stranding avoided")])
        + (plan.limits.isEmpty ? [] : [.init("keeps limits", isNumeric: false)])
        + [.init("which", isNumeric: false)],
      rows: rows)
  }

  private func decimals(_ objective: Int) -> Int {
    plan.objectives[objective].objective == .carbon ? 0 : 2
  }

  /// What each design of the front costs for each stranding that it avoids beside the next cheaper one of the plane of cost
  /// and stranding.
  private var marginal: [Int: String] {
    guard let cost = result.place(of: .cost), let stranding = result.place(of: .stranding) else {
      return [:]
    }
    let carsPerYear =
      8766 * (result.designs[0].cars / Double(max(1, result.designs[0].replications)))
      / max(plan.question.scenario.duration - plan.question.scenario.warmUp, 1e-9)
    let plane = ObjectiveTable(
      result.front.map { index in
        let means = result.designs[index].means
        return [means[cost], means[stranding] / 100 * carsPerYear]
      })
    return Dictionary(
      MarginalRate.along(plane).filter { $0.gain > 0.5 }.map { step in
        let price = step.rate * 1e6
        return (result.front[step.to], price.groupedText(decimals: price < 10 ? 2 : 0))
      }, uniquingKeysWith: { first, _ in first })
  }

  private var costTable: ReportTable? {
    guard let place = result.place(of: .cost) else { return nil }
    let chosen = [
      ("cheapest", result.cheapest), ("knee", result.knee), ("compromise", result.compromise),
    ]
    .compactMap { name, design in design.map { (name, result.designs[$0]) } }
    guard !chosen.isEmpty else { return nil }
    let names = chosen.flatMap { $0.1.building.map(\.name) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    func row(_ name: String, _ amount: (ParetoDesign) -> Double) -> [String] {
      [name] + chosen.map { (amount($0.1) / 1000).groupedText(decimals: 0) }
    }
    let building = names.map { name in
      row(name) { $0.building.first { $0.name == name }?.perYear ?? 0 }
    }
    return ReportTable(
      caption: "What they cost in a year, in thousand \(plan.costs.currency)",
      columns: [.init("for", isNumeric: false)] + chosen.map { .init($0.0) },
      rows: building + [
        row("energy and demand") { design in
          design.means[place] * 1e6 - design.building.reduce(0) { $0 + $1.perYear }
        }, row("all") { $0.means[place] * 1e6 },
      ])
  }

  // MARK: - For machines

  private var json: JSONObject {
    func design(_ index: Int?) -> JSON {
      guard let index else { return .null }
      let one = result.designs[index]
      return .object([
        "design": .object(
          JSONObject(
            zip(plan.question.factors, one.point).map { ($0.name, $0.json(of: $1)) })),
        "point": .array(one.point.map { .number($0) }),
        "objectives": .object(
          JSONObject(
            plan.objectives.indices.map { (plan.objectives[$0].name, .number(one.means[$0])) })),
        "limits": .object(
          JSONObject(
            plan.limits.indices.map { (plan.limits[$0].name, .number(one.bound($0, plan))) })),
        "on_front": .number(result.probability(index)), "replications": .integer(one.replications),
      ])
    }
    return [
      "study": .string(plan.options.study), "method": .string(plan.method.rawValue),
      "verdict": .string(verdict), "limits_kept": .bool(!result.isBeyondLimits),
      "cheapest": design(result.cheapest), "knee": design(result.knee),
      "compromise": design(result.compromise), "front": .array(result.front.map { design($0) }),
      "designs": .integer(result.designs.count), "runs": .integer(result.runs),
      "screened": .integer(result.screened),
      "variance_reduction": .object(
        JSONObject(
          plan.objectives.indices.map { objective in
            (
              plan.objectives[objective].name,
              result.theory.varianceReduction(objective).map { .number($0) } ?? .null
            )
          })),
      "costs": (try? JSON(encoding: plan.costs)) ?? .null,
      "question": .object(plan.question.document),
    ]
  }

  private var factorNames: [String] { plan.question.factors.map(\.name) }

  private var frontData: DataTable { table("front", result.front) }

  private var designData: DataTable {
    var table = table("designs", Array(result.designs.indices))
    table.isOnPage = false
    return table
  }

  private func table(_ name: String, _ designs: [Int]) -> DataTable {
    DataTable(
      name: name,
      columns: ["design"] + factorNames + ["replications"]
        + plan.objectives.flatMap { [$0.name, $0.name + "_low", $0.name + "_high"] }
        + plan.objectives.flatMap {
          [$0.name + "_adjusted", $0.name + "_adjusted_low", $0.name + "_adjusted_high"]
        } + plan.limits.map { $0.name + "_bound" } + ["violation", "on_front", "lost_by_theory"],
      rows: designs.map { index in
        let design = result.designs[index]
        return [Double(index)] + design.point + [Double(design.replications)]
          + plan.objectives.indices.flatMap { objective -> [Double?] in
            let interval = design.interval(objective)
            return [design.means[objective], interval?.low, interval?.high]
          }
          + plan.objectives.indices.flatMap { objective -> [Double?] in
            let interval = result.theory.adjusted[index]?[objective].interval
            return [interval?.mean, interval?.low, interval?.high]
          } + plan.limits.indices.map { design.bound($0, plan) }
          + [design.violation(plan), result.probability(index), result.theory.expected[index]]
      })
  }

  private var evaluationData: DataTable {
    var table = DataTable(
      name: "evaluations",
      columns: ["design"] + factorNames + ["replicate"] + plan.question.measures,
      rows: result.evaluations.map { evaluation in
        [Double(evaluation.number)] + evaluation.design + [Double(evaluation.replicate)]
          + evaluation.values
      })
    table.isOnPage = false
    return table
  }
}

extension String {
  /// As it stands after a possessive.
  fileprivate var withoutArticle: String { hasPrefix("the ") ? String(dropFirst(4)) : self }

  /// A unit without markup, for tables.
  fileprivate var plainUnit: String {
    replacing("a^{-1}", with: "a year").replacing("^{-1}", with: "⁻¹").replacing("_{2}", with: "₂")
  }
}
