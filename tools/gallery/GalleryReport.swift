import Figures
import Reports
import Text

/// The figures as a report.
struct GalleryReport {
  let wanted: FigureNames

  /// Everything that was asked for, section by section.
  var report: Report {
    let sections = Gallery.sections.map { section in
      (section.title, section.figures.filter { wanted.contains($0.name) })
    }
    let count = sections.map(\.1.count).reduce(0, +)
    var report = Report(
      title: "Gallery", verdict: verdict(count, hasAnimation: wanted.contains(SiteDay.name)))
    report.parts.append(
      .prose(
        "All data are samples, made by small models in the tool; they say nothing of any site."))
    for (title, figures) in sections where !figures.isEmpty {
      report.parts.append(.section(title))
      report.parts += figures.map { .figure($0.figure) }
    }
    if wanted.contains(SiteDay.name) {
      report.parts += [.section("Animation"), .animation(SiteDay.animation)]
    }
    report.presets = JournalPreset.allCases
    report.json = ["figures": .array(Gallery.names.filter(wanted.contains).map { .string($0) })]
    return report
  }

  private func verdict(_ figures: Int, hasAnimation: Bool) -> String {
    let drawn = figures == 1 ? "1 figure" : "\(figures) figures"
    return "\(drawn)\(hasAnimation ? " and 1 animation" : ""), drawn from sample data."
  }
}
