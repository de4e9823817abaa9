import Drawing
import Figures
import Publishing

extension PageFigure {
  /// What a page is to weigh at most, as long as its drawings and tables allow: a megabyte for twenty figures.
  private static func mostBytes(of figures: Int) -> Int { 50_000 * Swift.max(20, figures) }
  /// Style, script, what is told of the run, and the words and fingerprints of each figure.
  private static func frame(of figures: Int) -> Int { 30_000 + 2200 * figures }

  /// The figures of a page, each with the files that the page has room for, the smallest first.
  static func figures(_ drawn: [DrawnFigure], _ fonts: EmbeddedFonts) -> [PageFigure] {
    let drawings = drawn.enumerated().map {
      $0.element.inlineSVG(number: $0.offset + 1, family: fonts.family)
    }
    var room = mostBytes(of: drawn.count) - frame(of: drawn.count) - fonts.css.utf8.count
    for (figure, drawing) in zip(drawn, drawings) {
      room -= drawing.utf8.count + tableBytes(of: figure.scene.csv)
    }
    let files = drawn.flatMap(\.takeaways).sorted { ($0.bytes, $0.path) < ($1.bytes, $1.path) }
    var held: Set<String> = []
    for file in files {
      // Base 64 makes four letters of three bytes.
      room -= file.bytes * 4 / 3
      guard room >= 0 else { break }
      held.insert(file.path)
    }
    return zip(drawn, drawings).map { figure, drawing in
      PageFigure(
        name: figure.name, svg: drawing,
        attachments: figure.attachments.filter { held.contains(figure.path(of: $0.fileName)) },
        filesBeside: figure.takeaways.map(\.path).filter { !held.contains($0) },
        csv: figure.scene.csv, altText: figure.scene.alternativeText)
    }
  }

  /// About what the rows of data weigh that a page shows of a figure: its numbers are rounded.
  private static func tableBytes(of csv: String) -> Int {
    let (rowTags, cellTags, longestField) = (10, 9, 10)
    var (bytes, field, rows) = (0, 0, 0)
    for byte in csv.utf8 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        bytes += Swift.min(field, longestField) + cellTags
        field = 0
      default: field += 1
      }
      guard byte == UInt8(ascii: "\n") else { continue }
      bytes += rowTags
      rows += 1
      if rows > mostRows { break }
    }
    return bytes
  }
}

extension DrawnFigure {
  /// Where a file of the figure is in the folder of the run.
  fileprivate func path(of file: String) -> String { "figures/" + file }

  /// The files that a reader may want to take from the page and finds in the folder else.
  fileprivate var takeaways: [(path: String, bytes: Int)] {
    let csv = scene.csv.isEmpty ? [] : [(path(of: name + ".csv"), scene.csv.utf8.count)]
    return attachments.map { (path(of: $0.fileName), $0.bytes.count) } + csv
  }
}
