package import AnalysisKit
package import Reports

/// Finds how much traffic a road takes before cars strand.
package struct StrandingTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "stranding",
    summary: "How much traffic can a road take before cars strand?",
    group: .planning,
    discussion: """
      Sends more and more traffic over a road with stations of several sizes, each level many times and all sizes with the \
      same cars, and tells which share of the cars the network leaves standing: the traffic at which it reaches \
      the target, with an interval, and the knee beyond which it grows fast. Cars that could reach no station when they came \
      are counted apart.

      Around the critical traffic it asks further: how six ways in which traffic spreads over the day compare, which assumption \
      matters most, and station by station whether one more charger would have saved the cars that stranded.

      The road is 200 km with four stations and 30 waiting spots each, 20 hours of Poisson traffic, and drivers who join any line \
      that has room. --scenario upstream sends the earlier system's cars over it; a scenario file is taken as it is.
      """,
    examples: [
      .init("stranding", "three sizes of stations, seven levels of traffic"),
      .init(
        "stranding --chargers 10 --no-patterns --no-attribution --no-tornado", "one size alone"),
      .init(
        "stranding --traffic 40-200:40 --chargers 4,8 --duration 8 -r 8 --target 2",
        "a shorter day, and a target of 2 %"),
    ])

  /// It asks studies, which other processes can work on.
  package static let studies = true

  /// Makes the tool ready to run.
  package init() {}

  /// Sweeps, and reports what was found.
  package func run(
    _ options: StrandingOptions, in workshop: Workshop
  ) throws(ToolFailure) -> Report {
    let plan = try StrandingPlan(options, in: workshop)
    return StrandingReport(try StrandingResult(plan, in: workshop)).report
  }
}
