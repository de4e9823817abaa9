package import AnalysisKit
package import Reports

/// Shows every kind of figure, drawn from sample data.
package struct GalleryTool: AnalysisTool {
  /// What `evtools help` says about it.
  package static let card = ToolCard(
    name: "gallery",
    summary: "Every kind of figure, drawn from sample data",
    group: .help,
    discussion: """
      Draws every mark and every kind of figure that the tools use, so that one can see what there is and \
      check it against the rules of a journal before there are data of one's own.

      The data are samples: small models of queues, roads, sites and learners, each described in the file of its \
      figure. They are always the same; --seed changes nothing.
      """,
    examples: [
      .init("gallery --only pareto-front", "one figure"),
      .init("gallery --only learning-curves,performance-profiles", "two figures"),
    ])

  /// Makes the tool ready to run.
  package init() {}

  /// Draws what was asked for.
  package func run(_ options: GalleryOptions, in workshop: Workshop) throws(ToolFailure) -> Report {
    GalleryReport(wanted: options.only).report
  }
}
