import AnalysisKit
import Optimisation
import Randomness
import Statistics

/// Changes assumptions and looks at what moves.
struct SensitivityStudy<Model: StudyModel> {
  private let problem: SensitivityProblem<Model>
  private let options: SensitivityOptions
  private let runner: StudyRunner<Model>
  private let key: RandomKey

  init(
    _ problem: SensitivityProblem<Model>, _ options: SensitivityOptions, in workshop: Workshop
  ) throws(ToolFailure) {
    (self.problem, self.options) = (problem, options)
    runner = try workshop.study(of: problem.model)
    key = RandomKey(seed: UInt64(workshop.seed)).key("sensitivity")
  }

  /// Does all that was asked for.
  func result() throws(ToolFailure) -> SensitivityResult {
    var result = SensitivityResult(
      factors: problem.factors, outputs: problem.outputs, exact: problem.exact)
    if isAsked(.tornado) { result.tornado = try tornado() }
    if isAsked(.morris) { result.morris = try morris() }
    if isAsked(.sobol) { result.sobol = try sobol() }
    result.evaluations = runner.evaluations
    result.measures = problem.model.measures
    return result
  }

  private func isAsked(_ method: SensitivityOptions.Method) -> Bool {
    options.method == .all || options.method == method
  }

  // MARK: - Methods

  private func tornado() throws(ToolFailure) -> TornadoResult {
    // A formula is the same every time.
    let replications = problem.exact == nil ? 8 * problem.replications : 1
    let design = OneAtATime(factors: problem.factors.count)
    let values = try values("one at a time", design.points, replications)
    return TornadoResult(
      points: design.points.map(problem.space.point(at:)),
      outputs: values.map { Tornado($0) }, values: values, replications: replications)
  }

  private func morris() throws(ToolFailure) -> MorrisResult {
    let key = key.key("morris")
    let design = MorrisTrajectories(
      factors: problem.factors.count, trajectories: options.trajectories, key: key.key("design"))
    let values = try values("Morris's screening", design.points, problem.replications)
    return MorrisResult(
      outputs: values.enumerated().map { output, points in
        MorrisEffects(means(points), of: design, key: key.key(output))
      }, trajectories: options.trajectories, replications: problem.replications)
  }

  private func sobol() throws(ToolFailure) -> SobolResult {
    let key = key.key("sobol")
    let design = SaltelliSample(
      factors: problem.factors.count, basePoints: problem.points, key: key.key("design"))
    let values = try values("Sobol's indices", design.points, problem.replications)
    var result = SobolResult(points: problem.points, replications: problem.replications)
    for (output, points) in values.enumerated() {
      let key = key.key(output)
      let noise =
        problem.replications > 1 ? NoiseShare(points, key: key.key("noise")) : nil
      result.noise.append(noise)
      result.outputs.append(
        SobolIndices(
          means(points), of: design,
          noiseVariance: (noise?.variance ?? 0) / Double(problem.replications),
          key: key.key("indices")))
    }
    return result
  }

  private func means(_ points: [[Double]]) -> [Double] { points.map { RunningMoments($0).mean } }

  /// The outputs at points of the unit cube: for each output and each point one number per replicate.
  private func values(
    _ name: String, _ points: DesignPoints, _ replications: Int
  ) throws(ToolFailure) -> [[[Double]]] {
    let designs = points.map(problem.space.point(at:))
    let rows = try runner.evaluate(
      name, designs.map { StudyTask($0, replicates: 0..<replications) })
    var values = problem.outputs.map { _ in [[Double]]() }
    for (design, rows) in zip(designs, rows) {
      let judged = try problem.judge(design, rows)
      for output in values.indices { values[output].append(judged.map { $0[output] }) }
    }
    return values
  }
}
