package import AnalysisKit
package import Reports

/// Finds the designs of a highway that no other beats.
package struct ParetoTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "pareto",
    summary: "Which stations give the most for their cost?",
    group: .planning,
    discussion: """
      Chooses how many stations a highway has, and their chargers, waiting spots, grid, sun and battery, so that cost, \
      stranding and waits are as small as they can be together. Every design is simulated several times with the same \
      cars; those that chance does not let tell apart are tried again until they are, or the runs are used up.

      Answers with the front (the designs that no other beats) and how likely each is on it, the knee, a compromise, \
      and the cheapest design that keeps the limits with 95 % confidence. STUDY is corridor (a day on 300 km), \
      upstream-grid (chargers and waiting spots on 200 km, all 280 designs) or a JSON file; options are laid over \
      it. `--resume RUN` goes on with a search that was broken off and ends with the same bytes.
      """,
    examples: [
      .init("pareto", "the corridor, in less than a minute"),
      .init("pareto upstream-grid", "all designs of a grid, ten times each"),
      .init(
        "pareto --stations 3-6 --chargers 4-12 --spots 4 --grid-kw 800 --solar-kw 0 --battery-kwh 0 --designs 40",
        "stations and chargers alone"),
      .init(
        "pareto --objectives cost,co2 --max-stranding 2 --designs 60", "cost against emissions"),
    ])

  /// Every design is an evaluation of a study.
  package static let studies = true

  /// Makes the tool ready to run.
  package init() {}

  /// Searches, and reports what was found.
  package func run(_ options: ParetoOptions, in workshop: Workshop) throws(ToolFailure) -> Report {
    let plan = try ParetoPlan(options, in: workshop)
    var search = try ParetoSearch(plan, in: workshop)
    return ParetoReport(try search.result()).report
  }
}
