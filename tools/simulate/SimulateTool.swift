package import AnalysisKit
package import Reports

/// Simulates charging along a highway.
package struct SimulateTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "simulate",
    summary: "What happens on a highway with charging stations?",
    group: .planning,
    discussion: """
      Lets cars enter a road one by one, drive, choose where to stop, wait, charge, give up, arrive or \
      strand, event by event and without a time step. Tells how long they wait, who strands and why, where \
      the energy comes from and what is missing; four books (vehicles, minutes, kWh, money) must close.

      --scenario takes a preset (calibrated, corridor-300, demo, upstream, textbook) or a JSON file; the options \
      are laid over it, in seed 0's words. With --replications every number has a 95 % interval; \
      figures, waits and tables are of the first replication. `evtools audit RUN` derives all numbers again \
      from the run's event log.
      """,
    examples: [
      .init("simulate highway --duration 6 --seed 42", "six hours of the calibrated road"),
      .init(
        "simulate highway --scenario demo --energy-grid-max-kw 150", "two hours with a weak grid"),
      .init(
        "simulate highway --chargers-per-station 12 --duration 6 --replications 5 --output road",
        "with intervals, kept in the folder road"),
    ])

  /// Makes the tool ready to run.
  package init() {}

  /// Runs the road and reports what came of it.
  package func run(
    _ options: SimulateOptions, in workshop: Workshop
  ) throws(ToolFailure) -> Report {
    HighwayReport(try HighwayStudy(options, workshop).result(workshop), options).report
  }
}
