/// The results of all workers of a study, in a folder of shards.
///
///     let merged = try ShardFolder("run/shards", identity: study).merge()
///     merged.evaluations   // each key once, in the order of keys
///     merged.torn          // files whose ends could not be read, with how many bytes
public struct ShardFolder: Sendable {
  /// Where it is.
  public let path: String
  private let identity: String

  /// What stands at the end of the name of a complete file, and of one that is being written.
  static let ending = ".shard"
  static let partEnding = ".shard.part"
  /// No file of a worker is longer.
  static let longestFile = 8 * 1_073_741_824

  /// Names the folder of a study's shards; it need not exist.
  public init(_ path: String, identity: String) { (self.path, self.identity) = (path, identity) }

  /// What all files together say.
  public struct Merged: Equatable, Sendable {
    /// The evaluations by key, each once.
    public var evaluations: [KeptEvaluation] = []
    /// How many evaluations stood in more than one place.
    public var duplicates = 0
    /// The files with unreadable ends.
    public var torn: [Torn] = []
  }

  /// A file that could be read only up to a place, as after a kill.
  public struct Torn: Equatable, Sendable {
    /// The file.
    public let path: String
    /// How many bytes at its end were left out.
    public let bytes: Int
  }

  /// Reads all files, complete or not, and merges them.
  ///
  /// Equal duplicates count once. Two results of one evaluation are a failure that names both files: they come
  /// from two versions of the model, or from a machine that computes wrongly.
  public func merge() throws(FileFailure) -> Merged {
    guard FileSystem.exists(path) else { return Merged() }
    var merged = Merged()
    var all: [Item] = []
    for file in try files {
      guard let bytes = try bytes(of: file) else { return try merge() }
      let content = try Self.content(of: bytes, at: file, identity: identity)
      if content.soundBytes < bytes.count {
        merged.torn.append(Torn(path: file, bytes: bytes.count - content.soundBytes))
      }
      all += content.evaluations.map { Item(evaluation: $0, file: file) }
    }
    try merged.add(all)
    return merged
  }

  /// The content of a file; nil when it has been completed and renamed since it was listed.
  private func bytes(of file: String) throws(FileFailure) -> [UInt8]? {
    do throws(FileFailure) {
      return try FileSystem.read(file, limit: Self.longestFile)
    } catch {
      guard error.reason == .missing, file.hasSuffix(Self.partEnding) else { throw error }
      return nil
    }
  }

  /// The files of workers, by name.
  private var files: [String] {
    get throws(FileFailure) {
      try FileSystem.list(path)
        .filter { $0.hasSuffix(Self.ending) || $0.hasSuffix(Self.partEnding) }
        .map { path + "/" + $0 }
    }
  }

  /// What could be read of a file, up to where it is torn.
  static func content(
    of bytes: [UInt8], at path: String, identity: String
  ) throws(FileFailure) -> ShardFrame.Content {
    do throws(ShardFrame.Fault) {
      return try ShardFrame.read(bytes, identity: identity)
    } catch {
      throw FileFailure(.read, path, error == .damaged ? .damaged : .otherStudy)
    }
  }
}

/// An evaluation and the file that holds it.
private struct Item {
  let evaluation: KeptEvaluation
  let file: String
}

extension ShardFolder.Merged {
  /// Adds evaluations of several files, each key once, in the order of keys.
  fileprivate mutating func add(_ items: [Item]) throws(FileFailure) {
    let items = items.sorted {
      // By file too, so that a failure always names the same two in the same order.
      $0.evaluation.key == $1.evaluation.key
        ? $0.file < $1.file : $0.evaluation.key < $1.evaluation.key
    }
    var first: Item?
    for item in items {
      guard let known = first, known.evaluation.key == item.evaluation.key else {
        evaluations.append(item.evaluation)
        first = item
        continue
      }
      guard known.evaluation == item.evaluation else {
        throw FileFailure(
          .read, item.file, .disagrees(with: known.file, key: item.evaluation.key))
      }
      duplicates += 1
    }
  }
}
