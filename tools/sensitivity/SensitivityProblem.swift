import AnalysisKit
import Optimisation

/// What is asked: a model, its factors, and the numbers that depend on them.
struct SensitivityProblem<Model: StudyModel>: Sendable {
  let model: Model
  let factors: [Factor]
  let space: DecisionSpace
  let outputs: [SensitivityOutput]
  /// How often each design is tried.
  let replications: Int
  /// How many base points Sobol's indices take.
  let points: Int
  /// The exact answer, where there is one.
  let exact: ExactIndices?
  /// Turns the rows of results of a design into one row of outputs for each replicate.
  let judge: @Sendable (_ design: [Double], _ rows: [[Double]]) throws(ToolFailure) -> [[Double]]
}

/// A number that depends on factors.
struct SensitivityOutput: Equatable, Sendable {
  /// Its name in files.
  let name: String
  /// What it is called in figures.
  let label: String
  /// Its unit.
  let unit: String?
}

extension SensitivityProblem<IshigamiModel> {
  /// The formula that checks the methods.
  static func ishigami(_ options: SensitivityOptions) throws(ToolFailure) -> Self {
    do {
      return SensitivityProblem(
        model: IshigamiModel(), factors: IshigamiModel.factors,
        space: try IshigamiModel.factors.space(),
        outputs: [SensitivityOutput(name: "f", label: "f", unit: nil)], replications: 1,
        points: options.points ?? 8192, exact: IshigamiModel.exact, judge: { $1 })
    } catch {
      throw .input(error)
    }
  }
}
