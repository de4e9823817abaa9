import AnalysisKit
import Figures
import HighwayStudies
import Optimisation
import Text

/// What there is to see of an optimisation.
struct ParetoFigures {
  let result: ParetoResult

  /// What the designs are.
  var designs: [Figure] { [pairs, parallel, heatMap].compactMap { $0 } }

  /// How they were found, and how sure they are.
  var sureness: [Figure] { [band, allocation, progress, theory].compactMap { $0 } }

  private var plan: ParetoPlan { result.plan }

  /// The values of an objective of all designs.
  private func values(_ objective: Int) -> [Double] { result.designs.map { $0.means[objective] } }

  private func axis(_ objective: Int, from: Double? = nil, to: Double? = nil) -> Axis {
    let kind = plan.objectives[objective].objective
    return Axis(kind.label, unit: kind.unit(plan.costs), from: from, to: to)
  }

  /// As far as the front goes and a little more: what is worse is of no interest.
  private func window(_ objective: Int) -> ClosedRange<Double> {
    let on = result.front.map { result.designs[$0].means[objective] }
    let (low, high) = (on.min() ?? 0, on.max() ?? 1)
    let margin = max(0.35 * (high - low), 0.05 * high.magnitude, 1e-6)
    return max(0, low - 0.3 * margin)...(high + margin)
  }

  private func isShown(_ design: Int, _ objectives: [Int]) -> Bool {
    objectives.allSatisfy { window($0).contains(result.designs[design].means[$0]) }
  }

  // MARK: - The front

  /// The first two objectives: what one costs in terms of the other.
  var front: Figure {
    let (x, y) = (values(0), values(1))
    let shown = result.designs.indices.filter { isShown($0, [0, 1]) }
    let inPlane = ParetoFront(of: result.front.map { [x[$0], y[$0]] }).indices.map {
      result.front[$0]
    }
    let stairs = ParetoStaircase(x: inPlane.map { x[$0] }, y: inPlane.map { y[$0] })
    let (right, top) = (window(0).upperBound, window(1).upperBound)
    let steps = stairs.staircase(to: (right, top))
    let kept = shown.filter { result.designs[$0].violation(plan) == 0 }
    let broken = shown.filter { result.designs[$0].violation(plan) > 0 }
    return Figure(
      "front", "\(label(0)) against \(label(1).lowercasedFirst)",
      caption: frontCaption, keywords: ["Pareto", "design"], legend: .none
    ) {
      Panel(
        x: axis(0, from: window(0).lowerBound, to: right),
        y: axis(1, from: window(1).lowerBound, to: top), aspect: 0.72
      ) {
        Band(x: steps.x, low: steps.y, high: steps.y.map { _ in top }, opacity: 0.1)
        Dots(
          x: broken.map { x[$0] }, y: broken.map { y[$0] }, size: 2, shape: .cross,
          emphasis: .context)
        Dots(
          x: kept.map { x[$0] }, y: kept.map { y[$0] }, size: 2, shape: .circle,
          emphasis: .context)
        if let limit = plan.limits.first(where: { $0.objective == plan.objectives[1].objective }),
          limit.most < top
        {
          Rule(y: limit.most, "limit")
        }
        Line(x: steps.x, y: steps.y, series: "front")
        Dots(
          x: inPlane.map { x[$0] }, y: inPlane.map { y[$0] }, series: "front", size: 3.4)
        if let knee = result.knee, isShown(knee, [0, 1]) {
          Callout(x: x[knee], y: y[knee], plain: "knee")
        }
        if let cheapest = result.cheapest, cheapest != result.knee, isShown(cheapest, [0, 1]) {
          Callout(x: x[cheapest], y: y[cheapest], plain: "cheapest that is safe")
        }
      }
    }
  }

  private var frontCaption: String {
    let more =
      plan.objectives.count > 2
      ? " Of the \(result.front.count) designs on the front those that no other beats in these two are joined."
      : ""
    return """
      Steps: designs that no other of the \(result.designs.count.groupedText) tried beats; shaded: what they beat.\(more)\
      \(plan.limits.isEmpty ? "" : " Grey crosses exceed a limit or may do so, grey dots keep all with confidence.") Means of \(plan.replications) runs or more.
      """
  }

  private func label(_ objective: Int) -> String { plan.objectives[objective].objective.label }

  /// All objectives, two by two.
  private var pairs: Figure? {
    guard plan.objectives.count > 2 else { return nil }
    let places = Array(plan.objectives.indices)
    let pairs = places.flatMap { one in places.filter { $0 > one }.map { (one, $0) } }
    return Figure(
      "objectives", "The objectives, two by two",
      caption: """
        Blue: the front, designs that no other beats in all \(plan.objectives.count) objectives together; grey: the others.
        """,
      keywords: ["Pareto", "scatter matrix"],
      arrangement: Arrangement(columns: min(3, pairs.count)),
      legend: .none
    ) {
      for (across, up) in pairs {
        let shown = result.designs.indices.filter { isShown($0, [across, up]) }
        Panel(
          x: axis(across, from: window(across).lowerBound, to: window(across).upperBound),
          y: axis(up, from: window(up).lowerBound, to: window(up).upperBound), aspect: 0.9
        ) {
          Dots(
            x: shown.map { values(across)[$0] }, y: shown.map { values(up)[$0] }, size: 1.4,
            emphasis: .context)
          Dots(
            x: result.front.map { values(across)[$0] }, y: result.front.map { values(up)[$0] },
            series: "front", size: 2.6)
        }
      }
    }
  }

  /// The designs of the front as lines over what was chosen and what came of it.
  private var parallel: Figure? {
    guard result.front.count > 1 else { return nil }
    let factors = plan.question.factors.indices.filter { factor in
      Set(result.front.map { result.designs[$0].point[factor] }).count > 1
    }
    guard (1...7).contains(factors.count) else { return nil }
    let columns =
      factors.map { factor in result.front.map { result.designs[$0].point[factor] } }
      + plan.objectives.indices.map { objective in
        result.front.map { result.designs[$0].means[objective] }
      }
    let scaled = ParallelScaling(columns)
    let names =
      factors.map { plan.question.factors[$0].shortLabel } + plan.objectives.map(\.objective.label)
    let labels = zip(names, scaled.ranges).map { name, range in
      guard let range else { return name }
      let ends = [range.lowerBound, range.upperBound].map { $0.text(significantDigits: 3) }
      return "\(name) \(ends[0])–\(ends[1])"
    }
    let places = labels.indices.map(Double.init)
    func line(_ index: Int) -> [Double] { scaled.columns.map { $0[index] ?? .nan } }
    var named: [(String, Int)] = []
    for (name, design) in [
      ("cheapest that is safe", result.cheapest), ("knee", result.knee),
      ("compromise", result.compromise),
    ] {
      guard let place = design.flatMap({ result.front.firstIndex(of: $0) }),
        !named.contains(where: { $0.1 == place })
      else { continue }
      named.append((name, place))
    }
    return Figure(
      "designs", "The designs of the front",
      caption: """
        Each line is a design: what was chosen, then what came of it, each from the least to the greatest value on the \
        front.
        """,
      keywords: ["Pareto", "parallel coordinates"], format: FigureFormat(.report, .double),
      legend: .above
    ) {
      Panel(
        x: .categories(labels), y: .number("From least to greatest", from: -0.02, to: 1.02),
        aspect: 0.4
      ) {
        for index in result.front.indices { Line(x: places, y: line(index), emphasis: .context) }
        for (name, index) in named { Line(x: places, y: line(index), series: name, markers: true) }
      }
    }
  }

  // MARK: - The grid

  /// A grid of two factors as a map of stranding, with the line where the limit is kept.
  private var heatMap: Figure? {
    let factors = plan.question.factors
    guard plan.method == .grid, factors.count == 2, let stranding = result.place(of: .stranding)
    else { return nil }
    let x = Set(result.designs.map { $0.point[0] }).sorted()
    let y = Set(result.designs.map { $0.point[1] }).sorted()
    guard x.count * y.count == result.designs.count, x.count > 1, y.count > 1 else { return nil }
    var values = [Double](repeating: .nan, count: x.count * y.count)
    for design in result.designs {
      guard let column = x.firstIndex(of: design.point[0]),
        let row = y.firstIndex(of: design.point[1])
      else { continue }
      values[row * x.count + column] = max(0.01, design.means[stranding])
    }
    let limit = plan.limits.first { $0.objective == .stranding }?.most
    return Figure(
      "map",
      "Stranding over \(factors[0].label.lowercasedFirst) and \(factors[1].label.lowercasedFirst)",
      caption: """
        Colour: share of cars that strand because of the network\
        \(limit.map { "; heavy line: \($0.text(significantDigits: 3)) %" } ?? ""). Dots: designs of the front.
        """,
      keywords: ["Pareto", "heat map"], legend: .none
    ) {
      Panel(
        x: Axis(factors[0].label, unit: factors[0].unit).counted(factors[0]),
        y: Axis(factors[1].label, unit: factors[1].unit).counted(factors[1])
      ) {
        Cells(
          x: x, y: y, values: values,
          ColourChannel("Stranded", unit: "%", .viridis, from: 0.01, logarithmic: true))
        if let limit, limit > 0 {
          ContourLines(x: x, y: y, values: values, levels: [limit], target: limit, decimals: 1)
        }
        Dots(
          x: result.front.map { result.designs[$0].point[0] },
          y: result.front.map { result.designs[$0].point[1] }, series: "front", size: 3)
      }
    }
  }

  // MARK: - How sure

  /// Between which fronts the true one lies.
  private var band: Figure? {
    guard plan.objectives.count == 2, result.front.count > 1 else { return nil }
    let grid = (0...120).map { step in
      window(0).lowerBound + Double(step) / 120 * (window(0).upperBound - window(0).lowerBound)
    }
    func level(_ table: ObjectiveTable) -> [Double] {
      let scales = PairedReplicates.scales(result.designs, plan)
      // Nothing that is counted here can be below zero, whatever an interval says.
      let rows = (0..<table.count).map { row in zip(table[row], scales).map { max(0, $0 * $1) } }
      return grid.map { x in rows.filter { $0[0] <= x }.map { $0[1] }.min() ?? .nan }
    }
    let means = ObjectiveTable(
      result.front.map { result.designs[$0].means })
    let line = grid.map { x in
      (0..<means.count).filter { means[$0][0] <= x }.map { means[$0][1] }.min() ?? .nan
    }
    return Figure(
      "sureness", "Between which fronts the true one lies",
      caption: """
        Line: the front of the means; band: with \
        \((100 * result.confidence.confidence).text(decimals: 0)) % confidence the whole true front of the designs \
        tried lies in it.
        """,
      keywords: ["Pareto", "attainment", "confidence"]
    ) {
      Panel(x: axis(0), y: axis(1), aspect: 0.72) {
        Band(
          x: grid, low: level(result.confidence.best), high: level(result.confidence.worst),
          series: "front", steps: .after)
        Line(x: grid, y: line, series: "front", steps: .after)
      }
    }
  }

  /// How much of the room was won after how many designs.
  private var progress: Figure? {
    guard result.generations.count > 2 else { return nil }
    let objectives = plan.objectives.indices
    let reference = objectives.map { window($0).upperBound }
    let floor = objectives.map { window($0).lowerBound }
    let room = zip(reference, floor).reduce(1) { $0 * ($1.0 - $1.1) }
    let indicator = Hypervolume(reference: reference)
    let kept = result.designs.map { $0.violation(plan, slack: ParetoPlan.slack) == 0 }
    let shares = result.generations.map { count in
      let table = ObjectiveTable((0..<count).filter { kept[$0] }.map { result.designs[$0].means })
      return 100 * indicator.volume(of: table) / room
    }
    return Figure(
      "progress", "The front while the search went on",
      caption: """
        Share of the objectives' room that the designs tried so far dominate (hypervolume up to the ends of the first \
        figure), by the final means.
        """,
      keywords: ["Pareto", "hypervolume"]
    ) {
      Panel(
        x: .number("Designs tried", zero: true), y: Axis("Dominated room", unit: "%", zero: true)
      ) {
        Line(x: result.generations.map(Double.init), y: shares, markers: true)
      }
    }
  }

  /// Where the runs went.
  private var allocation: Figure? {
    let counts = result.designs.map { Double($0.replications) }
    guard Set(counts).count > 1 else { return nil }
    let shown = result.designs.indices.filter { isShown($0, [0, 1]) }
      .sorted { counts[$0] < counts[$1] }
    return Figure(
      "allocation", "Where the runs went",
      caption: """
        Colour: how often each design was run. Designs that chance does not let tell apart are run more often; \(result.runs.groupedText) runs in \
        all.
        """,
      keywords: ["Pareto", "replications"], legend: .none
    ) {
      Panel(
        x: axis(0, from: window(0).lowerBound, to: window(0).upperBound),
        y: axis(1, from: window(1).lowerBound, to: window(1).upperBound), aspect: 0.72
      ) {
        Dots(
          x: shown.map { values(0)[$0] }, y: shown.map { values(1)[$0] }, size: 3,
          values: shown.map { counts[$0] },
          colours: .number("Runs", .viridis, from: 1, logarithmic: true))
      }
    }
  }
}

extension ParetoFigures {
  /// What queueing theory expects beside what was simulated.
  private var theory: Figure? {
    let theory = result.theory
    let shown = theory.expected.indices.filter { theory.expected[$0].isFinite }
    let (right, top) = (
      105 * (shown.map { theory.expected[$0] }.max() ?? 0),
      105 * (shown.map { theory.simulated[$0] }.max() ?? 0)
    )
    guard shown.count > 2, right > 1, top > 1 else { return nil }
    let end = min(right, top)
    return Figure(
      "theory", "Queueing theory beside simulation",
      caption: """
        Visits that come to nothing per car: turned away, not joined or left the line. Theory takes every hour of every \
        station for a queue of its own and knows of no driver who goes elsewhere; it only says which designs are hopeless, \
        and steadies means.
        """,
      keywords: ["queueing", "validation"], legend: .none
    ) {
      Panel(
        x: Axis("By queueing theory", unit: "% of cars", from: 0, to: right),
        y: Axis("Simulated", unit: "% of cars", from: 0, to: top), aspect: 0.7
      ) {
        Line(x: [0, end], y: [0, end], emphasis: .context)
        Dots(
          x: shown.map { 100 * theory.expected[$0] }, y: shown.map { 100 * theory.simulated[$0] },
          size: 2)
      }
    }
  }
}

extension Axis {
  /// The axis of a factor: a count has no unit, and none is missing.
  fileprivate func counted(_ factor: Factor) -> Axis {
    var axis = self
    axis.isUnitless = factor.unit == nil
    return axis
  }
}

extension Factor {
  /// What it is called where there is little room.
  var shortLabel: String { name.prefix(1).uppercased() + name.dropFirst() }
}

extension String {
  /// As it stands within a sentence: `Mean wait` becomes `mean wait`, `CO₂` stays.
  var lowercasedFirst: String {
    guard dropFirst().first?.isLowercase == true else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
