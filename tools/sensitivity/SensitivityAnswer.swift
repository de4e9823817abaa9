import AnalysisKit
import Statistics
import Text

/// What was found, for machines.
struct SensitivityAnswer {
  private let result: SensitivityResult

  init(_ result: SensitivityResult) { self.result = result }

  var json: JSONObject {
    var json: JSONObject = [
      "factors": .array(result.factors.map { factor in .string(factor.name) }),
      "runs": .integer(result.evaluations.count),
      "outputs": .object(
        JSONObject(result.outputs.indices.map { (result.outputs[$0].name, output($0)) })),
    ]
    if let exact = result.exact {
      json["exact"] = .object(
        perFactor { ["alone": .number(exact.first[$0]), "total": .number(exact.total[$0])] })
    }
    return json
  }

  private func output(_ output: Int) -> JSON {
    var members: JSONObject = [
      "ranking": .array(result.ranking(output).map { .string(result.factors[$0].name) })
    ]
    if let sobol = result.sobol {
      let indices = sobol.outputs[output]
      members["sobol"] = .object([
        "base_points": .integer(sobol.points), "replications": .integer(sobol.replications),
        "variance": .number(indices.variance), "noise": .number(indices.noise),
        "noise_of_one_run": sobol.noise[output].map { interval($0.ofOne) } ?? .null,
        "factors": .object(
          perFactor {
            ["alone": interval(indices.first[$0]), "total": interval(indices.total[$0])]
          }),
      ])
    }
    if let morris = result.morris {
      let effects = morris.outputs[output]
      members["morris"] = .object([
        "trajectories": .integer(morris.trajectories),
        "replications": .integer(morris.replications),
        "factors": .object(
          perFactor { factor in
            [
              "mu_star": interval(effects[factor].muStar), "mu": .number(effects[factor].mu),
              "sigma": .number(effects[factor].sigma),
            ]
          }),
      ])
    }
    if let tornado = result.tornado {
      let bars = tornado.outputs[output].bars.sorted { $0.factor < $1.factor }
      members["tornado"] = .object([
        "base": .number(tornado.outputs[output].base),
        "replications": .integer(tornado.replications),
        "factors": .object(
          perFactor { factor in
            [
              "low": .number(bars[factor].low), "high": .number(bars[factor].high),
              "high_less_low": bars[factor].interval.map { interval($0) } ?? .null,
            ]
          }),
      ])
    }
    return .object(members)
  }

  private func perFactor(_ members: (Int) -> JSONObject) -> JSONObject {
    JSONObject(result.factors.indices.map { (result.factors[$0].name, .object(members($0))) })
  }

  private func interval(_ interval: Interval) -> JSON {
    .object([
      "mean": .number(interval.mean), "low": .number(interval.low), "high": .number(interval.high),
    ])
  }
}
