public import Text

/// Why a file is not a report as evtools writes it.
public enum ReportFileFailure: Error, Equatable, Sendable {
  /// The HTML breaks off or contradicts itself at a place.
  case brokenPage(TextPosition, problem: String)
  /// There is no block that says how the report was made.
  case noProvenance
  /// There is more than one such block.
  case severalProvenances
  /// The block is no JSON.
  case brokenProvenance(problem: String)
  /// The block is of a form that this version does not know.
  case otherFormat(String)
  /// A member of the block is missing or of the wrong kind.
  case badMember(String)
}

extension ReportFileFailure: CustomStringConvertible {
  /// The failure as one sentence without a full stop.
  public var description: String {
    switch self {
    case .brokenPage(let position, let problem): "\(problem) at \(position)"
    case .noProvenance:
      "it does not say how it was made: it has no block with the id \"provenance\""
    case .severalProvenances:
      "it says twice how it was made: more than one block has the id \"provenance\""
    case .brokenProvenance(let problem): "what says how it was made is damaged: \(problem)"
    case .otherFormat(let found):
      "what says how it was made is of the form \(found.quoted), not \(ProvenanceBlock.format.quoted)"
    case .badMember(let key):
      "what says how it was made lacks a proper \(key.quoted)"
    }
  }
}
