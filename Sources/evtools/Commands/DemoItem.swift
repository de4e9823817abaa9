import AnalysisKit
import SimulatePlugin

/// `evtools demo`: the two-hour demonstration.
struct DemoItem: RackItem {
  private let tool = ToolItem<SimulateTool>()

  let card = ToolCard(
    name: "demo", summary: "See two hours of a highway with sun, wind and batteries",
    group: .help,
    discussion: """
      The same as `evtools simulate highway --scenario demo`: 200 km, four stations with sun, wind and a battery, \
      two hours. Takes all options of `simulate`.
      """,
    examples: [.init("demo", "the demonstration")])

  var options: [OptionDescription] { tool.options.filter { $0.name != "scenario" } }
  var commonOptions: [OptionDescription] { tool.commonOptions }
  var arguments: ArgumentsWords? { nil }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    try tool.run(["highway", "--scenario", "demo"] + arguments, at: door)
  }
}
