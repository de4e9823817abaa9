internal import RunRecords
internal import Templating
internal import Text

/// A report of a site: its page, the files beside it, and what its card says.
struct SiteReport {
  /// The name of its folder.
  let name: String
  /// The files in its folder.
  let files: [(path: String, bytes: [UInt8])]

  private let record: RunRecord
  private let title: String
  private let date: String?
  /// The words to find it by.
  let tags: [String]
  private let thumbnail: String?

  /// Reads the report of a run; nothing when it has none.
  init?(_ folder: RunFolder, _ record: RunRecord) throws(Unfit) {
    let path = folder.path + "/report.html"
    guard FileSystem.exists(path) else { return nil }
    let page = try Self.read(path)
    let content: PageContent
    let verified: ReportVerifier
    do {
      content = try PageContent(page)
      verified = try ReportVerifier(page)
    } catch {
      throw Unfit("report.html is damaged: \(error)")
    }
    if let first = verified.alterations.first {
      throw Unfit("report.html is not as it was written: \(first.words)")
    }
    name = FileSystem.name(of: folder.path)
    self.record = record
    title = content.title.isEmpty ? record.tool : content.title
    date = verified.provenance.date
    tags = ([record.tool] + verified.provenance.tags).map(\.oneLine).uniqued
    var files = [("index.html", page)]
    for output in record.outputs where output.path != "report.html" {
      guard output.path.isSafeRelativePath, output.path != "index.html" else { continue }
      let bytes = try Self.read(folder.path + "/" + output.path)
      guard SHA256.hex(of: bytes) == output.sha256 else {
        throw Unfit("\(output.path) has changed since the run")
      }
      files.append((output.path, bytes))
    }
    thumbnail = Self.thumbnail(of: content, &files)
    self.files = files.map { (path: $0.0, bytes: $0.1) }
  }

  /// Why a run cannot be published, in a clause.
  struct Unfit: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  private static func read(_ path: String) throws(Unfit) -> [UInt8] {
    do { return try FileSystem.read(path) } catch {
      throw Unfit("\(FileSystem.name(of: path)) cannot be read: \(error.reason.words)")
    }
  }

  // MARK: - The picture

  /// The first figure as a file: the PNG that the run wrote, the one in the page, or the drawing itself.
  private static func thumbnail(
    of content: PageContent, _ files: inout [(String, [UInt8])]
  ) -> String? {
    if let picture = content.downloads.first(where: { $0.name.hasSuffix(".png") }) {
      if let file = files.first(where: { $0.1 == picture.bytes }) { return file.0 }
      files.append(("thumbnail.png", picture.bytes))
      return "thumbnail.png"
    }
    guard let drawing = content.firstDrawing else { return nil }
    files.append(("thumbnail.svg", Array(standalone(drawing, content.figureCSS).utf8)))
    return "thumbnail.svg"
  }

  /// A drawing of a page as a file of its own, with the rules it needs.
  private static func standalone(_ drawing: String, _ css: String) -> String {
    let start = drawing.prefix { $0 != ">" }
    let space = start.contains("xmlns=") ? "" : " xmlns=\"http://www.w3.org/2000/svg\""
    let style = css.isEmpty ? "" : "<style><![CDATA[\(css)]]></style>"
    return start + space + ">" + style + drawing.dropFirst(start.count + 1) + "\n"
  }

  // MARK: - The card

  var card: TemplateValue {
    let links = files.filter { $0.path != "index.html" && !$0.path.hasPrefix("thumbnail.") }
    return [
      "link": link("index.html"), "title": .text(title),
      "verdict": .text(record.verdict ?? ""), "tool": .text(record.tool),
      "runName": record.name.map { .text($0) } ?? .nothing,
      "date": date.map { .text($0) } ?? .nothing,
      "thumbnail": thumbnail.map { ["url": link($0)] } ?? .nothing,
      "hasTags": .flag(!tags.isEmpty), "tags": .list(tags.map { .text($0) }),
      "tagText": .text(tags.joined(separator: "\n")), "hasFiles": .flag(!links.isEmpty),
      "files": .list(links.map { ["name": .text($0.path), "url": link($0.path)] }),
    ]
  }

  private func link(_ path: String) -> TemplateValue {
    let address = (name + "/" + path).percentEncoded
    return SafeURL(relativePath: address).map { .url($0) } ?? .text(address)
  }
}

extension String {
  /// The text with blanks for line ends and other control characters.
  fileprivate var oneLine: String {
    String(map { $0.isNewline || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } ? " " : $0 })
  }

  /// The path as an address: all but letters, digits, `-._~` and the strokes by their numbers.
  ///
  /// Source: T. Berners-Lee and others, RFC 3986 (2005), section 2.3, doi:10.17487/RFC3986.
  fileprivate var percentEncoded: String {
    var address = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~/".utf8.contains(byte): address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return address
  }
}

extension [String] {
  /// The texts without repetitions, in their order.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
