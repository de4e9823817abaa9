package import RunRecords
package import Text

/// Pieces of work that are handed out together, cut into chunks: what one worker takes in one go.
///
/// In its file an evaluation has no name: whoever reads it works the names out again from the study's document, so
/// that a file that was changed leads to no result under a wrong name.
package struct StudyBatch: Equatable, Sendable {
  /// The pieces of each chunk.
  package var chunks: [[StudyPiece]]

  /// Cuts pieces into chunks of so many, the last of which may be smaller.
  package init(_ pieces: [StudyPiece], perChunk: Int) {
    chunks = stride(from: 0, to: pieces.count, by: perChunk).map {
      Array(pieces[$0..<min($0 + perChunk, pieces.count)])
    }
  }

  /// Reads what a file says; nil when it is none of a batch.
  package init?(_ json: JSON, keys: StudyKeys) {
    guard let list = json["chunks"]?.array else { return nil }
    chunks = []
    for chunk in list {
      let pieces = (chunk.array ?? []).compactMap { StudyPiece($0, keys: keys) }
      guard pieces.count == chunk.array?.count else { return nil }
      chunks.append(pieces)
    }
  }

  /// What a file says; every number reads back as the same one.
  package var json: JSON {
    ["chunks": .array(chunks.map { .array($0.map(\.json)) })]
  }

  /// Every evaluation.
  package var keys: [ContentKey] { chunks.flatMap { $0.flatMap(\.keys) } }
}

extension StudyPiece {
  fileprivate init?(_ json: JSON, keys: StudyKeys) {
    guard let numbers = json["design"]?.array, let list = json["replicates"]?.array else {
      return nil
    }
    let design = numbers.compactMap(\.number)
    let replicates = list.compactMap(\.integer)
    guard design.count == numbers.count, replicates.count == list.count else { return nil }
    self.init(
      design: design, replicates: replicates, keys: keys.keys(of: design, replicates: replicates))
  }

  fileprivate var json: JSON {
    [
      "design": .array(design.map { .number($0) }),
      "replicates": .array(replicates.map { .integer($0) }),
    ]
  }
}
