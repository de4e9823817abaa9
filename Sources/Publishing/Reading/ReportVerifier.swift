internal import RunRecords
internal import Text

/// Tells whether a report is still what was written, and what in it was altered.
///
///     let file = try ReportVerifier(bytes)
///     file.alterations.map(\.words)   // ["the drawing of Figure 1 was altered"]
///
/// It finds what was changed by accident, by a program in between, or by hand. It cannot find a forger who writes
/// all fingerprints anew.
public struct ReportVerifier: Sendable {
  /// How the report says it was made.
  public let provenance: Provenance
  /// The title of the page.
  public let title: String
  /// How many parts have fingerprints of their own.
  public let partCount: Int
  /// What is not as it was written, in the order of the page; empty when all is.
  public let alterations: [Alteration]

  /// Something that is not as it was written.
  public enum Alteration: Equatable, Sendable {
    /// A part has other content.
    case altered(PagePart)
    /// A part is not there any more.
    case removed(PagePart)
    /// There is a part that was not written.
    case added(PagePart)
    /// What the report says about how it was made.
    case account
    /// Something outside all parts: prose, captions, or how the page is built.
    case elsewhere

    /// The alteration as a sentence without a full stop.
    public var words: String {
      switch self {
      case .altered(let part): "\(part.words) was altered"
      case .removed(let part): "\(part.words) was removed"
      case .added(let part): "\(part.words) was added"
      case .account: "what the file says about how it was made was altered"
      case .elsewhere:
        "something else was altered: headings, prose, captions, or how the page is built"
      }
    }
  }

  /// Whether every byte is as it was written.
  public var isSound: Bool { alterations.isEmpty }

  /// Reads a file and holds it against its fingerprints.
  public init(_ bytes: [UInt8]) throws(ReportFileFailure) {
    let content = try PageContent(bytes)
    let block = try ProvenanceBlock(bytes, content)
    provenance = block.provenance
    title = content.title
    partCount = block.parts.count
    var found = Self.differences(written: block.parts, found: content.parts)
    if !block.accountIsSound { found.append(.account) }
    if found.isEmpty, try ProvenanceBlock.fingerprint(of: bytes, content) != block.pageSHA256 {
      found.append(.elsewhere)
    }
    alterations = found
  }

  /// What happened, in one sentence or a few.
  public var verdict: String {
    guard !isSound else {
      return "Every byte is as it was written: the page and "
        + "\(partCount.counted("part", "parts")) with fingerprints of their own."
    }
    let sentences = alterations.map { alteration in
      let words = alteration.words
      return words.prefix(1).uppercased() + words.dropFirst() + "."
    }
    return sentences.joined(separator: "\n")
  }

  /// Compares part by part, those of one kind and name in their order.
  private static func differences(written: [PagePart], found: [PagePart]) -> [Alteration] {
    var left = found
    var differences: [Alteration] = []
    for part in written {
      guard let place = left.firstIndex(where: { $0.isNamed(as: part) }) else {
        differences.append(.removed(part))
        continue
      }
      if left.remove(at: place).sha256 != part.sha256 { differences.append(.altered(part)) }
    }
    return differences + left.map { .added($0) }
  }
}

extension PagePart {
  fileprivate func isNamed(as other: PagePart) -> Bool { (kind, name) == (other.kind, other.name) }
}
