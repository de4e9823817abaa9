internal import Figures
internal import Templating
internal import Text

/// What the template of a figure is filled with.
struct FigureModel {
  /// How many rows of data a page shows; the CSV file has them all.
  static let mostRows = PageFigure.mostRows

  private let figure: Figure
  private let drawn: PageFigure
  private let number: Int

  init(_ figure: Figure, _ drawn: PageFigure, number: Int) {
    self.figure = figure
    self.drawn = drawn
    self.number = number
  }

  var members: TemplateObject {
    let downloads = downloads
    let data = Self.table(of: drawn.csv)
    return [
      "id": .text("figure-\(number)"), "label": .text("Figure \(number)"),
      "altText": .text(drawn.altText.isEmpty ? figure.title : drawn.altText),
      "drawing": .html(drawing), "title": .text(figure.title.asSentence),
      "caption": .html(figure.caption.html),
      "hasDownloads": .flag(!downloads.isEmpty), "downloads": .list(downloads),
      "filesBeside": drawn.filesBeside.isEmpty
        ? .nothing : .text(drawn.filesBeside.listed(conjunction: "and")),
      "data": data.map { .object(members(of: $0)) } ?? .nothing,
      "problem": data == nil && !drawn.csv.isEmpty
        ? "The data of this figure are not a table that can be shown; the CSV file has them."
        : .nothing,
    ]
  }

  /// The drawing without what stands before it in a file of its own.
  private var drawing: SafeHTML {
    let start = drawn.svg.firstIndex(of: "<", followedBy: "svg") ?? drawn.svg.startIndex
    return SafeHTML(trusted: String(drawn.svg[start...]))
  }

  // MARK: - Files

  private var csvName: String { drawn.name + ".csv" }

  private var downloads: [TemplateValue] {
    let isBeside = drawn.filesBeside.contains { $0.hasSuffix("/" + csvName) }
    let csv = drawn.csv.isEmpty || isBeside ? [] : [(csvName, Array(drawn.csv.utf8))]
    return (drawn.attachments.map { ($0.fileName, $0.bytes) } + csv).map { name, bytes in
      [
        "name": .text(name), "type": .text(Self.type(name)),
        "url": .url(SafeURL(download: bytes)),
      ]
    }
  }

  /// The end of a file's name in capitals, or the whole name.
  private static func type(_ name: String) -> String {
    let parts = name.split(separator: ".")
    return parts.count > 1 ? parts[parts.count - 1].uppercased() : name
  }

  // MARK: - Data

  private static func table(of csv: String) -> CSVTable? {
    csv.isEmpty ? nil : try? CSVReader.read(csv, separator: .comma)
  }

  private func members(of table: CSVTable) -> TemplateObject {
    let rows = table.rows.prefix(Self.mostRows)
    let width = table.header?.count ?? table.rows.first?.count ?? 0
    let header = table.header ?? (0..<width).map { "column \($0 + 1)" }
    return [
      "tableID": .text("data-\(number)"), "sentence": .text(sentence(about: table)),
      "columns": .list(header.map { .text($0) }),
      "rows": .list(
        rows.map { row in ["cells": .list(row.map { .text(Self.shortened($0)) })] }),
    ]
  }

  private func sentence(about table: CSVTable) -> String {
    let more = table.rows.count - Self.mostRows
    let rounding = "Numbers are rounded to 6 digits"
    guard more > 0 else { return "\(rounding); \(csvName) has them all." }
    return "\(rounding). These are the first \(Self.mostRows) rows; \(more.groupedText) more "
      + "\(more == 1 ? "stands" : "stand") in \(csvName), with every digit."
  }

  /// Six digits of a number that has a fraction.
  private static func shortened(_ field: CSVField) -> String {
    guard field.text.utf8.count > 7, let number = field.number, number != number.rounded() else {
      return field.text
    }
    return number.text(significantDigits: 6)
  }
}

extension String {
  /// The text with a full stop, unless it ends a sentence already.
  var asSentence: String {
    isEmpty || hasSuffix(".") || hasSuffix("?") || hasSuffix("!") ? self : self + "."
  }

  /// The first place of a character behind which a text follows.
  fileprivate func firstIndex(of character: Character, followedBy text: String) -> Index? {
    indices.first { self[$0] == character && self[index(after: $0)...].hasPrefix(text) }
  }
}
