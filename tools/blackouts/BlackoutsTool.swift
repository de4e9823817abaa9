package import AnalysisKit
package import Reports

/// Finds out when stations lack power, and what would have prevented it.
package struct BlackoutsTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "blackouts",
    summary: "When does power fail, and what would have prevented it?",
    group: .planning,
    discussion: """
      Keeps a ledger of every time a station could not give a tenth or more of what its cars would have taken: how long, how \
      much, why, and how many at once; and tries the same days again with more grid, batteries and sun, step by step, \
      to find for each event the cheapest step that would have prevented it.

      RUN is the folder of a run of `evtools simulate`, whose days are run again exactly. Without one, days are those of --scenario; \
      where its grids neither fail nor end, each fails once in 48 hours for an hour. \
      --rare LEVEL tells how likely a day is with more than so many kWh not served, however rare, by importance \
      splitting.
      """,
    examples: [
      .init("blackouts", "the calibrated road with grids that fail by chance"),
      .init(
        "blackouts --grid-kw 500 --outage-gap 0 --growth 0,30 --replications 4",
        "grids that are too weak, today and with 30 % more traffic"),
      .init(
        "blackouts --rare 6000 --replications 4 --effort 60 --repetitions 4",
        "how likely a very bad day is"),
    ])

  /// It asks studies, which other processes can work on.
  package static let studies = true

  /// Makes the tool ready to run.
  package init() {}

  /// Runs the days with and without remedies, and reports what failed.
  package func run(
    _ options: BlackoutsOptions, in workshop: Workshop
  ) throws(ToolFailure) -> Report {
    let plan = try BlackoutsPlan(options, in: workshop)
    return BlackoutsReport(try BlackoutsStudy(plan).result(in: workshop)).report
  }
}
