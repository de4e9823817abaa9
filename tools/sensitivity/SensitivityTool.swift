package import AnalysisKit
package import Reports

/// Finds which assumptions matter.
package struct SensitivityTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "sensitivity",
    summary: "Which assumptions matter?",
    group: .planning,
    discussion: """
      Changes traffic, chargers, waiting spots, patience, grid and price within ranges and tells which of them strandings, waits \
      and costs depend on, and how much is left to chance. Three methods, from quick to thorough: tornado (one factor at a time, \
      from low to high), morris (screening: the mean size of a factor's effects, and how much it depends on the others), and sobol \
      (the share of the variance that each factor decides, alone and with others).

      A range replaces that of the study or adds a factor; a single value fixes it. --function ishigami runs the methods on a \
      formula whose answers are known.
      """,
    examples: [
      .init("sensitivity", "six assumptions by all methods"),
      .init(
        "sensitivity --method morris --traffic 100-200 --chargers 6-12 --grid-kw 800 --trajectories 8 --duration 4",
        "a quick screening with the grid fixed"),
      .init("sensitivity --function ishigami --method sobol", "a check against exact answers"),
    ])

  /// It asks studies, which other processes can work on.
  package static let studies = true

  /// Makes the tool ready to run.
  package init() {}

  /// Tries designs, and reports what was found.
  package func run(
    _ options: SensitivityOptions, in workshop: Workshop
  ) throws(ToolFailure) -> Report {
    let result =
      options.function == .ishigami
      ? try SensitivityStudy(.ishigami(options), options, in: workshop).result()
      : try SensitivityStudy(.highway(options, in: workshop), options, in: workshop).result()
    return SensitivityReport(result).report
  }
}
