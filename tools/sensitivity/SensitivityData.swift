import AnalysisKit
import Reports
import Statistics

/// What was found as tables to keep.
struct SensitivityData {
  private let result: SensitivityResult

  init(_ result: SensitivityResult) { self.result = result }

  var tables: [DataTable] { [sobol, morris, tornado, evaluations].compactMap { $0 } }

  /// A table with a row for every output and factor.
  private func table(
    _ name: String, _ columns: [String], _ row: (_ output: Int, _ factor: Int) -> [Double?]
  ) -> DataTable {
    let pairs = result.outputs.indices.flatMap { output in
      result.factors.indices.map { (output, $0) }
    }
    return DataTable(
      name: name,
      words: [
        .init("measure", pairs.map { result.outputs[$0.0].name }),
        .init("factor", pairs.map { result.factors[$0.1].name }),
      ], columns: columns, rows: pairs.map { row($0.0, $0.1) })
  }

  private var sobol: DataTable? {
    guard let sobol = result.sobol else { return nil }
    let exact = result.exact
    return table(
      "sobol",
      ["alone", "alone_low", "alone_high", "total", "total_low", "total_high", "noise"]
        + (exact == nil ? [] : ["exact_alone", "exact_total"])
    ) { output, factor in
      let indices = sobol.outputs[output]
      return ends(indices.first[factor]) + ends(indices.total[factor]) + [indices.noise]
        + (exact.map { [$0.first[factor], $0.total[factor]] } ?? [])
    }
  }

  private var morris: DataTable? {
    guard let morris = result.morris else { return nil }
    return table("morris", ["mu_star", "mu_star_low", "mu_star_high", "mu", "sigma"]) {
      let effect = morris.outputs[$0][$1]
      return ends(effect.muStar) + [effect.mu, effect.sigma]
    }
  }

  private var tornado: DataTable? {
    guard let tornado = result.tornado else { return nil }
    return table(
      "tornado",
      [
        "low_value", "high_value", "base", "low", "high", "difference", "difference_low",
        "difference_high",
      ]
    ) { output, factor in
      let own = tornado.outputs[output]
      let bar = own.bars.first { $0.factor == factor }
      let values = [1, 2].map { tornado.points[2 * factor + $0][factor] }
      return values + [own.base, bar?.low, bar?.high]
        + (bar?.interval.map { ends($0) } ?? [nil, nil, nil])
    }
  }

  private func ends(_ interval: Interval) -> [Double?] {
    [interval.mean, interval.low, interval.high]
  }

  private var evaluations: DataTable {
    var table = DataTable(
      name: "evaluations",
      columns: ["design"] + result.factors.map(\.name) + ["replicate"] + result.measures,
      rows: result.evaluations.map { evaluation in
        [Double(evaluation.number)] + evaluation.design + [Double(evaluation.replicate)]
          + evaluation.values
      })
    table.isOnPage = false
    return table
  }
}
