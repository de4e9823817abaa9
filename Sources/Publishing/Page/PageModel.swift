internal import Figures
internal import Reports
internal import Templating
internal import Text

/// What the template of a report is filled with: numbered sections, figures and tables.
struct PageModel {
  private let page: ReportPage
  private var sections: [TemplateValue] = []
  private var contents: [TemplateValue] = []
  private var number = 0
  private var figureCount = 0
  private var tableCount = 0
  private var shown: [String: Int] = [:]

  init(_ page: ReportPage) { self.page = page }

  /// The members that do not depend on what else is in the page.
  var content: TemplateObject {
    var model = self
    return model.made()
  }

  private mutating func made() -> TemplateObject {
    let report = page.report
    var parts = report.parts[...]
    let lead = parts.prefix { !$0.isSection }
    var keyNumbers = TemplateValue.nothing
    if let place = lead.firstIndex(where: { $0.keyNumbers != nil }) {
      keyNumbers = NumbersModel.value(parts[place].keyNumbers ?? [])
      parts.remove(at: place)
    }
    addSections(parts)
    let data = dataValue(report.data)
    addContents("How this was made", "provenance-section")
    return [
      "title": .text(report.title), "verdict": .text(report.verdict.keepingPercent),
      "tool": .text(page.provenance.tool),
      "runName": page.provenance.runName.map { .text($0) } ?? .nothing,
      "date": page.provenance.date.map { .text($0) } ?? .nothing,
      "keyNumbers": keyNumbers, "sections": .list(sections), "data": data,
      "contents": .list(contents),
    ]
  }

  // MARK: - Sections

  private mutating func addSections(_ parts: ArraySlice<Report.Part>) {
    var rest = parts
    let lead = items(rest.prefix { !$0.isSection })
    if !lead.isEmpty { addSection(nil, lead) }
    rest = rest.drop { !$0.isSection }
    while case .section(let title)? = rest.first {
      rest.removeFirst()
      number += 1
      addContents(title, "section-\(number)", number: "\(number)")
      addSection(title, items(rest.prefix { !$0.isSection }))
      rest = rest.drop { !$0.isSection }
    }
  }

  private mutating func addSection(_ title: String?, _ items: [TemplateValue]) {
    sections.append([
      "id": title == nil ? .nothing : .text("section-\(number)"),
      "title": title.map { .text($0.isEmpty ? "Section \(number)" : $0) } ?? .nothing,
      "number": .number("\(number)"), "items": .list(items),
    ])
  }

  /// What has no number is an appendix.
  private mutating func addContents(_ title: String, _ id: String, number: String = "") {
    contents.append(["title": .text(title), "number": .text(number), "link": .link(to: id)])
  }

  private mutating func items(_ parts: ArraySlice<Report.Part>) -> [TemplateValue] {
    parts.map { item($0) }
  }

  private mutating func item(_ part: Report.Part) -> TemplateValue {
    switch part {
    case .section(let text), .prose(let text):
      return ["kind": "prose.html", "text": .text(text.keepingPercent)]
    case .keyNumbers(let numbers):
      return .object(NumbersModel.members(numbers).with("kind", "numbers.html"))
    case .table(let table):
      tableCount += 1
      return .object(TableModel(table, number: tableCount).members.with("kind", "table.html"))
    case .figure(let figure): return item(figure)
    case .animation(let animation):
      var still = Figure(animation.name, animation.title)
      still.caption = animation.caption
      return item(still)
    }
  }

  private mutating func item(_ figure: Figure) -> TemplateValue {
    if let number = shown[figure.name] {
      return ["kind": "note.html", "text": .text("\(figure.title): see Figure \(number) above.")]
    }
    figureCount += 1
    shown[figure.name] = figureCount
    guard let drawn = page.figures.first(where: { $0.name == figure.name }) else {
      let text = "Figure \(figureCount), \(figure.title), was not drawn."
      return ["kind": "note.html", "text": .text(text)]
    }
    let model = FigureModel(figure, drawn, number: figureCount)
    return .object(model.members.with("kind", "figure.html"))
  }

  // MARK: - Data

  private mutating func dataValue(_ tables: [DataTable]) -> TemplateValue {
    let carried = tables.filter(\.isOnPage)
    guard !carried.isEmpty else { return .nothing }
    addContents("Data", "data")
    let files = carried.map { table -> TemplateValue in
      [
        "name": .text(table.name + ".csv"),
        "url": .url(SafeURL(download: Array(table.csv.utf8))),
        "rows": .text(
          "\(table.rows.count.groupedText) \(table.rows.count == 1 ? "row" : "rows"), "
            + table.header.count.counted("column", "columns")),
      ]
    }
    return ["files": .list(files)]
  }
}

extension Report.Part {
  fileprivate var isSection: Bool {
    if case .section = self { true } else { false }
  }

  fileprivate var keyNumbers: [KeyNumber]? {
    if case .keyNumbers(let numbers) = self { numbers } else { nil }
  }
}

extension TemplateObject {
  /// The same members and one more.
  func with(_ key: String, _ value: TemplateValue) -> TemplateObject {
    var members = self
    members[key] = value
    return members
  }
}

extension TemplateValue {
  /// A link to a place in the page.
  static func link(to id: String) -> TemplateValue {
    SafeURL(fragment: id).map { .url($0) } ?? .text(id)
  }
}
