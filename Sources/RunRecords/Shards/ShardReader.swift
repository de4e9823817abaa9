/// What workers have written so far, read again and again without reading anything twice.
///
///     var reader = ShardReader(ShardFolder("run/shards", identity: study))
///     try reader.readOn()     // what is new
///     try reader.readOn()     // what has come since
///     reader[key]             // the numbers of an evaluation
///
/// A file is read from where it was sound last time, whatever it is called by now: workers only ever append, and drop no
/// sound byte.
public struct ShardReader: Sendable {
  private let folder: ShardFolder
  private let identity: String
  /// How far each file has been read, by its number on the disk.
  private var soundBytes: [UInt64: Int] = [:]
  /// The complete files, which never change and need not be looked at again.
  private var complete: Set<String> = []
  private var known: [ContentKey: Source] = [:]

  /// An evaluation and the file that it was found in.
  private struct Source {
    let evaluation: KeptEvaluation
    let file: String
  }

  /// Begins to read a folder, which need not exist yet.
  public init(_ path: String, identity: String) {
    folder = ShardFolder(path, identity: identity)
    self.identity = identity
  }

  /// How many different evaluations have been read.
  public var count: Int { known.count }

  /// The numbers of an evaluation; nil while no file holds it.
  public subscript(key: ContentKey) -> [Double]? {
    known[key].flatMap { $0.evaluation.status == .done ? $0.evaluation.values : nil }
  }

  /// Reads what has been appended since the last time; returns how many evaluations are new.
  ///
  /// What is being renamed at this moment is found the next time. Two results of one evaluation are a failure that
  /// names both files.
  @discardableResult
  public mutating func readOn() throws(FileFailure) -> Int {
    guard FileSystem.exists(folder.path) else { return 0 }
    let before = known.count
    for name in try FileSystem.list(folder.path) where !complete.contains(name) {
      let isComplete = name.hasSuffix(ShardFolder.ending)
      guard isComplete || name.hasSuffix(ShardFolder.partEnding) else { continue }
      try readOn(folder.path + "/" + name)
      if isComplete { complete.insert(name) }
    }
    return known.count - before
  }

  private mutating func readOn(_ file: String) throws(FileFailure) {
    guard let number = FileSystem.number(of: file) else { return }
    let start = soundBytes[number] ?? 0
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(file, from: start, limit: ShardFolder.longestFile)
    } catch {
      guard error.reason == .missing else { throw error }
      return
    }
    guard !bytes.isEmpty else { return }
    let content =
      start == 0
      ? try ShardFolder.content(of: bytes, at: file, identity: identity)
      : ShardFrame.readOn(bytes)
    for evaluation in content.evaluations { try take(evaluation, from: file) }
    soundBytes[number] = start + content.soundBytes
  }

  private mutating func take(
    _ evaluation: KeptEvaluation, from file: String
  ) throws(FileFailure) {
    guard let first = known[evaluation.key] else {
      known[evaluation.key] = Source(evaluation: evaluation, file: file)
      return
    }
    guard first.evaluation == evaluation else {
      throw FileFailure(.read, file, .disagrees(with: first.file, key: evaluation.key))
    }
  }
}
