import AnalysisKit
import RunRecords
import Synchronization

/// Where the studies of a run remember: in the run's folder until it is complete, and in a cache of the output folder
/// for the studies to come.
final class StudyMemories: Sendable {
  private let folder: RunFolder
  private let output: String
  /// Those that are open, by study: a run may ask the same study from several places.
  private let opened = Mutex<[String: [any EvaluationMemory]]>([:])

  init(_ folder: RunFolder, output: String) {
    self.folder = folder
    self.output = output
  }

  /// The cache below an output folder.
  static func cache(in output: String) -> String { output + "/.cache/evaluations.sqlite" }

  /// Opens the memories of the study with a fingerprint.
  @Sendable func open(_ study: String) throws(FileFailure) -> [any EvaluationMemory] {
    try opened.withLock { (opened) throws(FileFailure) in
      if let memories = opened[study] { return memories }
      try FileSystem.makeFolder(folder.studies)
      let own = try StudyStore(
        at: folder.studies + "/" + study.prefix(16) + ".sqlite", identity: study)
      let memories = [own, cache()].compactMap { $0.map { StoreMemory($0) } }
      opened[study] = memories
      return memories
    }
  }

  /// A cache that cannot be used costs time and nothing else.
  private func cache() -> StudyStore? {
    let path = Self.cache(in: output)
    guard (try? FileSystem.makeFolder(FileSystem.folder(of: path))) != nil else { return nil }
    return try? StudyStore(at: path, identity: "evaluations 1", use: .shared)
  }
}
