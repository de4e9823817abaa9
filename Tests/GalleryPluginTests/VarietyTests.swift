import Figures
import Testing

@Suite("The figures of the gallery together")
struct VarietyTests {
  private let figures = everything?.printed ?? []
  private var panels: [Panel] { figures.flatMap(\.panels) }
  private var marks: [Mark] { panels.flatMap(\.marks) }

  @Test("have every mark")
  func everyMark() {
    let kinds = Set(marks.map(\.kind))
    #expect(
      kinds == [
        "line", "band", "area", "dots", "bars", "intervals", "cells", "contours", "tracks", "rule",
        "reference band", "callout", "segments", "histogram", "density", "distributions", "steps",
        "flows",
      ])
  }

  @Test("have every kind of axis, with units or pure numbers on all")
  func everyAxis() {
    let axes = panels.flatMap { [$0.x, $0.y] }
    #expect(
      Set(axes.map(\.kindName)) == [
        "linear", "log10", "symlog", "time of day", "date", "categories",
      ])
    #expect(axes.contains { $0.isReversed })
    #expect(axes.contains { !$0.isShown })
  }

  @Test("have legends in every place")
  func everyLegend() {
    #expect(Set(figures.map(\.legend)) == Set(LegendPlacement.allCases))
  }

  @Test("have every style of distribution")
  func everyDistribution() {
    let styles = marks.compactMap { mark -> Distributions.Style? in
      guard case .distributions(let groups) = mark else { return nil }
      return groups.style
    }
    #expect(Set(styles) == Set(Distributions.Style.allCases))
  }

  @Test("have insets, colour bars, arrows, steps, shared axes and panels side by side")
  func everythingElse() {
    #expect(panels.contains { !$0.insets.isEmpty })
    #expect(figures.contains { $0.arrangement.sharesX && $0.arrangement.sharesY })
    #expect(figures.contains { !$0.arrangement.columnWeights.isEmpty })
    #expect(
      marks.contains { mark in
        guard case .segments(let segments) = mark else { return false }
        return segments.hasArrows
      })
    #expect(
      marks.contains { mark in
        guard case .segments(let segments) = mark else { return false }
        return segments.colours?.showsBar == true
      })
    #expect(
      marks.contains { mark in
        guard case .dots(let dots) = mark else { return false }
        return !dots.weights.isEmpty
      })
    #expect(
      marks.contains { mark in
        guard case .steps(let steps) = mark else { return false }
        return steps.isSurvival && steps.isCensored.contains(true)
      })
  }

  @Test("show at most six series each")
  func fewSeries() {
    for figure in figures {
      let names = Set(figure.panels.flatMap(\.marks).flatMap(\.lineSeries))
      #expect(names.count <= 6, "\(figure.name): \(names.sorted())")
    }
  }
}

extension Mark {
  /// What kind of mark it is; a new kind has to be named here.
  fileprivate var kind: String {
    switch self {
    case .line: "line"
    case .band: "band"
    case .area: "area"
    case .dots: "dots"
    case .bars: "bars"
    case .intervals: "intervals"
    case .cells: "cells"
    case .contours: "contours"
    case .tracks: "tracks"
    case .rule: "rule"
    case .referenceBand: "reference band"
    case .callout: "callout"
    case .segments: "segments"
    case .histogram: "histogram"
    case .density: "density"
    case .distributions: "distributions"
    case .steps: "steps"
    case .flows: "flows"
    }
  }

  /// The series that are told apart by colour alone with dash and marker.
  fileprivate var lineSeries: [String] {
    switch self {
    case .line(let line): [line.series].compactMap { $0 }
    case .dots(let dots): [dots.series].compactMap { $0 }
    case .area(let area): area.layers.map(\.series)
    case .bars(let bars): bars.layers.map(\.series)
    default: []
    }
  }
}

extension Axis {
  fileprivate var kindName: String {
    switch kind {
    case .linear: "linear"
    case .log10: "log10"
    case .symlog: "symlog"
    case .timeOfDay: "time of day"
    case .date: "date"
    case .categories: "categories"
    }
  }
}
