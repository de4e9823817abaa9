internal import RunRecords

/// How far the batches of a study have come, as its folder says.
public struct StudyProgress: Equatable, Sendable {
  /// The number of the batch.
  public let batch: Int
  /// How many of its evaluations are done.
  public let done: Int
  /// How many evaluations it has.
  public let total: Int

  /// Reads how far each batch of a study has come.
  public static func all(of folder: StudyFolder) throws(ToolFailure) -> [StudyProgress] {
    try ToolFailure.ofFiles { () throws(FileFailure) in
      guard let newest = try folder.newestBatch else { return [] }
      var reader = folder.reader()
      try reader.readOn()
      return try (1...newest).map { (number) throws(FileFailure) in
        let keys = try folder.batch(number).keys
        let done = folder.isDone(number) ? keys.count : keys.count { reader[$0] != nil }
        return StudyProgress(batch: number, done: done, total: keys.count)
      }
    }
  }
}
