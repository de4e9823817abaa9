import AnalysisKit
import Figures
import Foundation
import Reports
import Testing
import Text

@Suite("The gallery")
struct GalleryTests {
  @Test("has a figure for every kind of analysis")
  func names() throws {
    let report = try #require(everything)
    #expect(
      report.figures.map(\.name) == [
        "stranding-over-traffic", "stranding-map", "demand-over-day", "traffic-patterns",
        "sensitivity", "pareto-front", "pairwise-objectives", "parallel-coordinates",
        "hypervolume", "attainment-surfaces", "learning-curves", "aggregate-scores",
        "performance-profiles", "probability-of-improvement", "loss-and-entropy",
        "cost-breakdown", "savings-waterfall", "power-by-source", "blackout-timeline",
        "load-duration", "charge-fan", "energy-flows", "cost-calendar", "space-time",
        "queue-strips", "charging-gantt", "forecast-fan", "price-trajectories",
        "best-response-map", "session-lanes", "wait-histogram", "arrival-charge",
        "strand-distance", "wait-distribution", "patience-survival", "charging-times",
        "sessions-of-week",
      ])
    #expect(report.animations.map(\.name) == ["site-day"])
    #expect(Set(report.figures.map(\.title)).count == report.figures.count)
  }

  @Test("says of every figure what is to be seen and that its data are samples")
  func captions() throws {
    for figure in try #require(everything).figures {
      let caption = figure.caption.plainText
      #expect(caption.lowercased().contains("sample data"), "\(figure.name)")
      #expect(caption.hasSuffix("."), "\(figure.name)")
      #expect(!caption.contains("nan") && !caption.contains("inf "), "\(figure.name): \(caption)")
      #expect(!figure.keywords.isEmpty, "\(figure.name)")
    }
  }

  @Test("is the same whenever it is drawn, whatever the seed")
  func sameTwice() throws {
    let (first, second) = (try #require(everything), try gallery(seed: 7))
    // As texts, because gaps are not numbers and so equal nothing.
    let isSame = "\(first.figures) \(first.animations)" == "\(second.figures) \(second.animations)"
    #expect(isSame)
  }

  @Test("draws only what is asked for")
  func only() throws {
    let report = try gallery("--only pareto-front,space-time")
    #expect(report.figures.map(\.name) == ["pareto-front", "space-time"])
    #expect(report.animations.isEmpty)
    #expect(report.verdict == "2 figures, drawn from sample data.")
    #expect(try gallery("--only site-day").animations.count == 1)
  }

  @Test(
    "refuses the name of no figure", arguments: ["pareto", "", "pareto-front,", "all,pareto-front"])
  func unknown(name: String) {
    #expect(throws: OptionFailure.self) { try gallery("--only=\(name)") }
  }

  @Test("is drawn by the rules of every journal")
  func presets() throws {
    #expect(try #require(everything).presets == JournalPreset.allCases)
  }

  @Test("is described in the tool's README")
  func readme() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "tools/gallery/README.md"), encoding: .utf8)
    let report = try #require(everything)
    for name in report.figures.map(\.name) + report.animations.map(\.name) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  @Test("shows the vehicles on the site in every frame of its animation")
  func animation() throws {
    let report = try #require(everything)
    let animation = try #require(report.animations.first)
    #expect(animation.frames.count == 72)
    #expect(animation.printedFrames.count == 6)
    // The site's limit holds in every frame.
    for frame in animation.frames {
      guard case .bars(let bars)? = frame.panels.first?.marks.first else {
        Issue.record("no bars")
        continue
      }
      let power = bars.layers.flatMap(\.values)
      #expect(power.count == 6 && power.reduce(0, +) <= 240 + 1e-9)
    }
  }
}
