import AnalysisKit
import Reports
import Statistics
import Text

/// Puts what was found into words and tables.
struct SensitivityReport {
  private let result: SensitivityResult

  init(_ result: SensitivityResult) { self.result = result }

  /// The whole report.
  var report: Report {
    let figures = SensitivityFigures(result: result)
    var parts: [Report.Part] = [.keyNumbers(keyNumbers)]
    if let sobol = result.sobol {
      parts.append(.section("Who decides how much (Sobol)"))
      parts += figures.sobol.map { .figure($0) }
      parts.append(.table(table(sobol)))
    }
    if let morris = result.morris {
      parts.append(.section("Screening (Morris)"))
      parts += figures.morris.map { .figure($0) }
      parts.append(.table(table(morris)))
    }
    if let tornado = result.tornado {
      parts.append(.section("One at a time (tornado)"))
      parts += figures.tornado.map { .figure($0) }
      parts.append(.table(table(tornado)))
    }
    parts.append(.prose(method))
    return Report(
      title: "Which assumptions matter?", verdict: verdict, parts: parts,
      json: SensitivityAnswer(result).json, data: SensitivityData(result).tables)
  }

  // MARK: - Words

  private var verdict: String {
    result.outputs.indices.map { output in
      let label = result.outputs[output].label
      let first = result.ranking(output)[0]
      let name = result.factors[first].name
      if let sobol = result.sobol?.outputs[output] {
        guard sobol.variance > 0 else { return "\(label) does not depend on any of them." }
        let second = result.ranking(output).dropFirst().first.map {
          ", then \(result.factors[$0].name) \(percent(sobol.total[$0].mean)) %"
        }
        let chance =
          result.sobol?.noise[output] == nil
          ? "" : "; chance \(fine(sobol.noise)) %"
        return
          "\(label) depends most on \(name): \(percent(sobol.total[first].mean)) % of its variance "
          + "(\(range(sobol.total[first]))) with all interactions\(second ?? "")\(chance)."
      }
      if let morris = result.morris?.outputs[output] {
        let effect = morris[first].muStar
        return "\(label) depends most on \(name): its whole range moves it by "
          + "\(number(effect.mean)) (\(number(effect.low)) to \(number(effect.high)))\(unit(output)) on the average."
      }
      guard let bar = result.tornado?.outputs[output].bars.first else { return "" }
      return
        "\(label) depends most on \(name): from low to high it moves by \(number(bar.high - bar.low))\(unit(output))."
    }.joined(separator: " ")
  }

  private func unit(_ output: Int) -> String {
    result.outputs[output].unit.map { " " + $0.plainUnit } ?? ""
  }

  private func percent(_ share: Double) -> String { (100 * share).text(decimals: 0) }

  /// A share in percent of which little is left.
  private func fine(_ share: Double) -> String { (100 * share).text(significantDigits: 2) }

  private func range(_ interval: Interval) -> String {
    "\(percent(interval.low)) to \(percent(interval.high))"
  }

  private func number(_ value: Double) -> String { value.text(significantDigits: 3) }

  private var method: String {
    var sentences: [String] = []
    if let sobol = result.sobol {
      let noise =
        result.exact == nil
        ? " Outputs are means of \(sobol.replications) runs; what is left of their variance when factors stand still is chance's share (noise), taken out of the totals."
        : ""
      sentences.append(
        "Sobol's indices from \(sobol.points.groupedText) base points of a scrambled Sobol sequence, \((sobol.points * (result.factors.count + 2)).groupedText) designs (Saltelli 2010, Jansen 1999); intervals: bootstrap over blocks of points."
          + noise)
    }
    if let morris = result.morris {
      sentences.append(
        "Morris: \(morris.trajectories) ways of \(result.factors.count + 1) designs; μ* is the mean size of a factor's effects over its whole range, σ how much they differ; intervals: bootstrap over ways."
      )
    }
    if let tornado = result.tornado {
      let runs =
        result.exact == nil ? ", each \(tornado.replications.counted("time", "times"))" : ""
      sentences.append(
        "Tornado: each factor alone at a tenth and nine tenths of its range, the others in the middle\(runs)."
      )
    }
    if result.exact == nil {
      sentences.append(
        "Replicate r meets the same cars at every design (common random numbers), so that differences are due to the factors."
      )
    }
    sentences.append("Within a range every value is taken to be as likely as any other.")
    return sentences.joined(separator: " ")
  }

  // MARK: - Numbers

  private var keyNumbers: [KeyNumber] {
    result.outputs.indices.flatMap { output -> [KeyNumber] in
      let label = result.outputs[output].label
      guard let sobol = result.sobol, sobol.outputs[output].variance > 0 else { return [] }
      let first = result.ranking(output)[0]
      let total = sobol.outputs[output].total[first]
      var numbers = [
        KeyNumber(
          "\(label): share of \(result.factors[first].name)", percent(total.mean),
          interval: range(total), unit: "%", sampleSize: sobol.points)
      ]
      if let noise = sobol.noise[output] {
        numbers.append(
          KeyNumber(
            "\(label): chance in one run", fine(noise.ofOne.mean),
            interval: "\(fine(noise.ofOne.low)) to \(fine(noise.ofOne.high))",
            unit: "%", sampleSize: sobol.points * (result.factors.count + 2)))
      }
      return numbers
    }
  }

  private func words(_ interval: Interval) -> String {
    "\(interval.mean.text(decimals: 3)) (\(interval.low.text(decimals: 3)) to \(interval.high.text(decimals: 3)))"
  }

  /// A table with the factors of one measure after those of another, those that matter most first.
  private func table(
    _ caption: String, _ columns: [ReportTable.Column],
    _ rows: (_ output: Int) -> [[String]]
  ) -> ReportTable {
    let isAlone = result.outputs.count == 1
    let head = (isAlone ? [] : ["measure"]) + ["factor"]
    return ReportTable(
      caption: caption, columns: head.map { .init($0, isNumeric: false) } + columns,
      rows: result.outputs.enumerated().flatMap { place, output in
        let unit = output.unit.map { " (\($0.plainUnit))" } ?? ""
        return rows(place).map { (isAlone ? [] : [output.label + unit]) + $0 }
      })
  }

  private func table(_ sobol: SobolResult) -> ReportTable {
    let exact = result.exact
    return table(
      "The share of the variance that each factor decides alone, and with all interactions, with 95 % intervals",
      [.init("alone", isNumeric: false), .init("with others", isNumeric: false)]
        + (exact == nil ? [] : [.init("exact: alone"), .init("exact: with others")])
    ) { output in
      let indices = sobol.outputs[output]
      let rows = result.ranking(output).map { factor in
        [result.factors[factor].name, words(indices.first[factor]), words(indices.total[factor])]
          + (exact.map { [$0.first[factor], $0.total[factor]].map { $0.text(decimals: 3) } } ?? [])
      }
      let chance = sobol.noise[output].map { _ in
        ["chance", indices.noise.text(decimals: 3), "–"]
      }
      return rows + (chance.map { [$0] } ?? [])
    }
  }

  private func table(_ morris: MorrisResult) -> ReportTable {
    table(
      "What a factor's whole range moves: mean size μ* with 95 % interval, and spread σ",
      [.init("μ*", isNumeric: false), .init("σ")]
    ) { output in
      result.ranking(output).map { factor in
        let effect = morris.outputs[output][factor]
        let ends = "\(number(effect.muStar.low)) to \(number(effect.muStar.high))"
        return [
          result.factors[factor].name, "\(number(effect.muStar.mean)) (\(ends))",
          number(effect.sigma),
        ]
      }
    }
  }

  private func table(_ tornado: TornadoResult) -> ReportTable {
    table(
      "High less low of each factor alone, with 95 % intervals",
      [.init("low"), .init("high"), .init("difference", isNumeric: false)]
    ) { output in
      tornado.outputs[output].bars.map { bar in
        let ends = [1, 2].map { place in
          result.factors[bar.factor].words(for: tornado.points[2 * bar.factor + place][bar.factor])
        }
        let range = bar.interval.map { " (\(number($0.low)) to \(number($0.high)))" }
        return [result.factors[bar.factor].name] + ends
          + [number(bar.high - bar.low) + (range ?? "")]
      }
    }
  }
}

extension String {
  /// A unit without markup, for tables.
  var plainUnit: String {
    replacing("a^{-1}", with: "a year").replacing("^{-1}", with: "⁻¹").replacing("_{2}", with: "₂")
  }
}
