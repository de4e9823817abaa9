package import AnalysisKit
package import Reports

/// Finds out how many chargers a station needs.
package struct QueueTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "queue",
    summary: "How many chargers does a station need?",
    group: .planning,
    discussion: """
      Simulates one charging station as a queue and puts the exact result of queueing theory beside \
      each number wherever one is known: M/M/c, M/M/c/K, M/D/c, M/G/1, Erlang B, Erlang A, Mt/G/inf. \
      Says which is the smallest number of chargers that meets the targets.

      Every number of chargers meets the very same customers. A wait is that of a customer who is \
      served, from arrival until a charger is free; "must wait" is the share of those not turned \
      away who cannot start at once.
      """,
    examples: [
      .init(
        "queue --arrivals 8 --service-mean 25 --chargers 4",
        "one station, all numbers"),
      .init(
        "queue --arrivals 12 --service lognormal --service-mean 30 --target-wait-p95 10",
        "the smallest station where 95 % wait at most 10 minutes"),
      .init(
        "queue --arrivals 20 --chargers 6-12 --waiting-spots 4 --target-blocked 0.02",
        "a small forecourt that turns away at most 2 %"),
      .init(
        "queue --arrivals 10 --pattern rush-hour --chargers unlimited",
        "how many chargers are in use at which hour"),
    ])

  /// Makes the tool ready to run.
  package init() {}

  /// Runs the simulations and compares them with theory and targets.
  package func run(
    _ options: QueueOptions, in workshop: Workshop
  ) throws(ToolFailure) -> Report {
    let answers = try QueueStudy(options, workshop).answers(workshop)
    return QueueReport(options, answers).report
  }
}
