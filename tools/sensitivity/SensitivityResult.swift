import AnalysisKit
import Statistics

/// What was found out about all factors and outputs.
struct SensitivityResult {
  let factors: [Factor]
  let outputs: [SensitivityOutput]
  let exact: ExactIndices?
  var tornado: TornadoResult?
  var morris: MorrisResult?
  var sobol: SobolResult?
  var evaluations: [StudyEvaluation] = []
  var measures: [String] = []
}

/// One factor at a time from low to high.
struct TornadoResult {
  /// The base case, and low and high of each factor.
  let points: [[Double]]
  /// One for each output.
  let outputs: [Tornado]
  /// For each output and each point one number per replicate.
  let values: [[[Double]]]
  let replications: Int

  /// How far an output moves with each factor low, and with each high: paired differences from the base case with
  /// their intervals; nothing where there is a single replicate.
  func changes(_ output: Int) -> [[Interval]] {
    let points = values[output]
    return [1, 2].map { end in
      stride(from: end, to: points.count, by: 2).compactMap { place in
        Interval.studentT(zip(points[place], points[0]).map { $0 - $1 })
      }
    }.filter { !$0.isEmpty }
  }
}

/// The effects of all factors along ways through the space.
struct MorrisResult {
  /// One for each output.
  let outputs: [MorrisEffects]
  let trajectories: Int
  let replications: Int
}

/// The shares of all factors in the variance.
struct SobolResult {
  /// One for each output.
  var outputs: [SobolIndices] = []
  /// The share of chance for each output; nil where there is no chance.
  var noise: [NoiseShare?] = []
  let points: Int
  let replications: Int
}

extension SensitivityResult {
  /// The factors by how much they matter for an output, the most first, by the most thorough method that was used.
  func ranking(_ output: Int) -> [Int] {
    let weights: [Double]
    if let sobol {
      weights = sobol.outputs[output].total.map(\.mean)
    } else if let morris {
      weights = morris.outputs[output].factors.map(\.muStar.mean)
    } else if let tornado {
      var reaches = [Double](repeating: 0, count: factors.count)
      for bar in tornado.outputs[output].bars { reaches[bar.factor] = bar.reach }
      weights = reaches
    } else {
      weights = factors.map { _ in 0 }
    }
    return factors.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
  }
}
