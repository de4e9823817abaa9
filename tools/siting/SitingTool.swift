package import AnalysisKit
package import Reports

/// Finds where stations should stand on a highway, and how many chargers each should have.
package struct SitingTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "siting",
    summary: "Where should stations stand?",
    group: .planning,
    discussion: """
      Chooses places on a highway and chargers for each so that stations and cars that have to be towed cost least: exactly, \
      by a dynamic programme over every --step km. Chargers are sized by queueing theory for the busiest hour; \
      a car is towed over a way that it cannot drive with a full battery and its driver's buffer.

      Tells how far a given design (the scenario's stations, or --design) is from the optimum, what every other number of \
      stations would cost, and simulates optimum, evenly spread stations and the given design with the same cars. \
      data/designs.csv has all of them with what they cost and how many strand. --pareto RUN draws optimum and given design \
      beside the front of a run of `evtools pareto`, on its road and with its cars.
      """,
    examples: [
      .init("siting", "300 km, against the calibrated road's six stations"),
      .init(
        "siting --design 60:12,120:12,180:12,240:12 --wait-p95 5",
        "how good four stations are, with waits of 5 minutes"),
      .init(
        "siting --scenario corridor-300 --coverage 99.9 --replications 4",
        "every way drivable for 999 of 1000 cars"),
    ])

  /// It asks studies, which other processes can work on.
  package static let studies = true

  /// Makes the tool ready to run.
  package init() {}

  /// Finds the optimum, simulates it beside others, and reports both.
  package func run(_ options: SitingOptions, in workshop: Workshop) throws(ToolFailure) -> Report {
    let plan = try SitingPlan(options, in: workshop)
    return SitingReport(try SitingStudy(plan).result(in: workshop)).report
  }
}
