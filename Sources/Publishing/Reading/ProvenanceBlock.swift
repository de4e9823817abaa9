internal import RunRecords
internal import Text

/// The JSON in a page that says how it was made, with fingerprints of its parts, of itself and of the page.
///
/// The fingerprint of the page is that of its bytes with zeros in its own place, which is always the same:
/// right behind the name of the format.
struct ProvenanceBlock {
  static let format = "evtools report 1"
  private static let start = "{\"format\":\"\(format)\",\"page_sha256\":\""
  private static let zeros = String(repeating: "0", count: 64)

  let provenance: Provenance
  let parts: [PagePart]
  /// The fingerprint of the page that the block names; zeros before the page is sealed.
  private(set) var pageSHA256 = Self.zeros
  /// The fingerprint of the account that the block names.
  private(set) var accountSHA256: String

  init(provenance: Provenance, parts: [PagePart]) {
    self.provenance = provenance
    self.parts = parts
    accountSHA256 = Self.fingerprint(provenance.json)
  }

  var json: JSON {
    [
      "format": .string(Self.format), "page_sha256": .string(pageSHA256),
      "account_sha256": .string(accountSHA256), "account": provenance.json,
      "parts": .array(parts.map(\.json)),
    ]
  }

  /// Whether the account is the one whose fingerprint the block names.
  var accountIsSound: Bool { accountSHA256 == Self.fingerprint(provenance.json) }

  /// Of the account as it reads back, as 3.0 is written and read as 3.
  private static func fingerprint(_ account: JSON) -> String {
    let text = account.compactText
    let readBack = (try? JSONReader.read(text))?.json.compactText
    return SHA256.hex(of: Array((readBack ?? text).utf8))
  }

  // MARK: - Reading

  /// Reads the block of a page.
  init(_ page: [UInt8], _ content: PageContent) throws(ReportFileFailure) {
    guard let range = content.provenance else { throw .noProvenance }
    let json: JSON
    do { json = try JSONReader.read(page[range]).json } catch {
      throw .brokenProvenance(problem: error.description)
    }
    guard let format = json["format"]?.string else { throw .badMember("format") }
    guard format == Self.format else { throw .otherFormat(format) }
    guard page[range].starts(with: Self.start.utf8), let page = json["page_sha256"]?.string,
      page.utf8.count == 64
    else { throw .badMember("page_sha256") }
    guard let account = json["account_sha256"]?.string else { throw .badMember("account_sha256") }
    guard let values = json["parts"]?.array else { throw .badMember("parts") }
    provenance = try Provenance(json["account"] ?? .null)
    parts = values.compactMap(PagePart.init)
    guard parts.count == values.count else { throw .badMember("parts") }
    (pageSHA256, accountSHA256) = (page, account)
  }

  // MARK: - The whole page

  /// Returns the page with its fingerprint in place of the zeros.
  static func sealed(_ page: [UInt8]) throws(ReportFileFailure) -> [UInt8] {
    let place = try place(in: page, PageContent(page))
    var sealed = page
    sealed.replaceSubrange(place, with: SHA256.hex(of: page).utf8)
    return sealed
  }

  /// The fingerprint of a page with zeros in the place of its own.
  static func fingerprint(
    of page: [UInt8], _ content: PageContent
  ) throws(ReportFileFailure) -> String {
    var blank = page
    blank.replaceSubrange(try place(in: page, content), with: zeros.utf8)
    return SHA256.hex(of: blank)
  }

  private static func place(
    in page: [UInt8], _ content: PageContent
  ) throws(ReportFileFailure) -> Range<Int> {
    guard let range = content.provenance else { throw .noProvenance }
    let first = range.lowerBound + start.utf8.count
    guard page[range].starts(with: start.utf8), first + 64 <= range.upperBound else {
      throw .badMember("page_sha256")
    }
    return first..<first + 64
  }
}
