import AnalysisKit
import RunRecords

/// Where the studies of a run remember: in the run's folder until it is complete, and in a cache of the output folder
/// for the studies to come.
struct StudyMemories {
  private let folder: RunFolder
  private let output: String

  init(_ folder: RunFolder, output: String) {
    self.folder = folder
    self.output = output
  }

  /// The cache below an output folder.
  static func cache(in output: String) -> String { output + "/.cache/evaluations.sqlite" }

  /// Opens the memories of the study with a fingerprint.
  @Sendable func open(_ study: String) throws(FileFailure) -> [any EvaluationMemory] {
    try FileSystem.makeFolder(folder.studies)
    let own = try StudyStore(
      at: folder.studies + "/" + study.prefix(16) + ".sqlite", identity: study)
    guard let cache = cache() else { return [StoreMemory(own)] }
    return [StoreMemory(own), StoreMemory(cache)]
  }

  /// A cache that cannot be used costs time and nothing else.
  private func cache() -> StudyStore? {
    let path = Self.cache(in: output)
    guard (try? FileSystem.makeFolder(FileSystem.folder(of: path))) != nil else { return nil }
    return try? StudyStore(at: path, identity: "evaluations 1", use: .shared)
  }
}
