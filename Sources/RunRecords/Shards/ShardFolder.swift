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
    // A file that is completed meanwhile might be missed under both its names; so the folder is read until
    // it says the same before and after. Complete files never change and are read once.
    var known: [String: Reading] = [:]
    for _ in 0..<Self.mostTries {
      let files = try files
      let readings = try read(files, &known)
      if let readings, try self.files == files { return try Merged(readings) }
    }
    throw FileFailure(.read, path, .busy)
  }

  private static let mostTries = 1_000

  /// Reads files that are not known yet; nil when one has been completed and renamed since it was listed.
  private func read(
    _ files: [String], _ known: inout [String: Reading]
  ) throws(FileFailure) -> [Reading]? {
    var readings: [Reading] = []
    for file in files {
      if known[file] == nil { known[file] = try read(file) }
      guard let reading = known[file] else { return nil }
      readings.append(reading)
      if file.hasSuffix(Self.partEnding) { known[file] = nil }
    }
    return readings
  }

  /// Reads a file; nil when it is there no more.
  private func read(_ file: String) throws(FileFailure) -> Reading? {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(file, limit: Self.longestFile)
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
    let content = try Self.content(of: bytes, at: file, identity: identity)
    return Reading(
      file: file, evaluations: content.evaluations, tornBytes: bytes.count - content.soundBytes)
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

/// What was read of a file.
private struct Reading {
  let file: String
  let evaluations: [KeptEvaluation]
  let tornBytes: Int
}

extension ShardFolder.Merged {
  /// Puts together the evaluations of several files, each key once, in the order of keys.
  fileprivate init(_ readings: [Reading]) throws(FileFailure) {
    for reading in readings where reading.tornBytes > 0 {
      torn.append(ShardFolder.Torn(path: reading.file, bytes: reading.tornBytes))
    }
    // By file too, so that a failure always names the same two in the same order.
    let items = readings.enumerated().flatMap { place, reading in
      reading.evaluations.map { (evaluation: $0, file: place) }
    }.sorted { ($0.evaluation.key, $0.file) < ($1.evaluation.key, $1.file) }
    var first: (evaluation: KeptEvaluation, file: Int)?
    for item in items {
      guard let known = first, known.evaluation.key == item.evaluation.key else {
        evaluations.append(item.evaluation)
        first = item
        continue
      }
      guard known.evaluation == item.evaluation else {
        throw FileFailure(
          .read, readings[item.file].file,
          .disagrees(with: readings[known.file].file, key: item.evaluation.key))
      }
      duplicates += 1
    }
  }
}
