/// Those who work on the batches of a study folder: processes of this machine, the jobs of a cluster, or anybody.
///
/// A crew is never asked whether it is done; that is seen in the shards. It has to make sure that somebody is at work.
public protocol WorkerCrew: Sendable {
  /// How many are at work at a time; nil where nobody knows.
  var size: Int? { get }

  /// Whether nobody is to work, and the first batch is only to be shown.
  var isRehearsal: Bool { get }

  /// Learns of a batch, at the beginning or again after a run was broken off.
  func begin(_ job: CrewJob) throws(ToolFailure)

  /// Looks after those who work on a batch, again and again, until nothing is missing.
  ///
  /// - Parameters:
  ///   - job: The batch.
  ///   - gaps: The chunks of which something is missing, in the order of their numbers.
  /// - Throws: That a chunk was begun again and again and nothing came of it.
  func tend(_ job: CrewJob, gaps: [ChunkGap]) throws(ToolFailure)

  /// Learns that somebody asked to stop.
  func stop()
}

/// A batch as a crew has to know it.
public struct CrewJob: Equatable, Sendable {
  /// The folder of the study.
  public let folder: String
  /// The fingerprint of the study.
  public let study: String
  /// The number of the batch.
  public let batch: Int
  /// How many chunks it has.
  public let chunks: Int

  /// Where workers say what they have to say.
  public var logs: String { folder + "/logs" }

  /// Makes a job.
  public init(folder: String, study: String, batch: Int, chunks: Int) {
    (self.folder, self.study, self.batch, self.chunks) = (folder, study, batch, chunks)
  }
}

/// A chunk of which something is missing.
public struct ChunkGap: Equatable, Sendable {
  /// The number of the chunk in its batch, from 0 on.
  public let chunk: Int
  /// How many evaluations are missing.
  public let evaluations: Int

  /// Notes what is missing of a chunk.
  public init(chunk: Int, evaluations: Int) {
    (self.chunk, self.evaluations) = (chunk, evaluations)
  }
}
