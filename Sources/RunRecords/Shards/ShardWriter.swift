internal import Glibc
internal import Synchronization

/// A worker's own file of results, which others read and merge.
///
///     let shard = try ShardWriter(in: "run/shards", name: "task-7", identity: study)
///     shard.recovered                                     // what an earlier try left
///     try shard.append([KeptEvaluation(key, [0.25])])
///     try shard.complete()                                // run/shards/task-7-0001.shard
///
/// What is appended survives a kill at once. A file is renamed when it is complete; until then its name ends
/// with ".part". Nothing but the folder is shared, so workers may run on any machines that see it.
public final class ShardWriter: Sendable {
  /// What an earlier process of this name left in its file.
  public let recovered: [KeptEvaluation]
  /// How many bytes at its end were torn and have been dropped.
  public let droppedBytes: Int

  private let folder: String
  private let name: String
  /// The open file; nil once it is complete.
  private let file: Mutex<OpenFile?>

  private struct OpenFile: ~Copyable {
    let descriptor: Int32
    deinit { FileLock.giveBack(descriptor) }
  }

  /// Opens the file of a worker, or makes it with the folder; one process at a time can have it.
  ///
  /// A file of another study is refused.
  public init(in folder: String, name: String, identity: String) throws(FileFailure) {
    precondition(!name.isEmpty && !name.contains("/"), "\(name) is no name of a file")
    (self.folder, self.name) = (folder, name)
    try FileSystem.makeFolder(folder)
    let path = folder + "/" + name + ShardFolder.partEnding
    let opened = try Self.open(path)
    let bytes = try FileSystem.read(path, limit: ShardFolder.longestFile)
    let content = try ShardFolder.content(of: bytes, at: path, identity: identity)
    recovered = content.evaluations
    droppedBytes = bytes.count - content.soundBytes
    if droppedBytes > 0, ftruncate(opened.descriptor, content.soundBytes) != 0 {
      throw .system(.write, path)
    }
    if content.soundBytes == 0 {
      let header = ShardFrame.header(identity: identity)
      let code = FileSystem.append(header, to: opened.descriptor)
      guard code == 0 else { throw .system(.write, path, code: code) }
    }
    file = Mutex(opened)
  }

  /// Appends evaluations, all of one call at once.
  public func append(_ evaluations: [KeptEvaluation]) throws(FileFailure) {
    var bytes: [UInt8] = []
    for evaluation in evaluations { ShardFrame.append(evaluation, to: &bytes) }
    try file.withLock { file throws(FileFailure) in
      guard let descriptor = file?.descriptor else { throw gone }
      let end = lseek(descriptor, 0, SEEK_END)
      let code = FileSystem.append(bytes, to: descriptor)
      guard code == 0 else {
        // A part of an evaluation would hide all that is appended later.
        if end >= 0 { ftruncate(descriptor, end) }
        throw .system(.write, path, code: code)
      }
    }
  }

  /// Brings all to the disk and gives the file its lasting name, which it returns.
  public func complete() throws(FileFailure) -> String {
    try file.withLock { file throws(FileFailure) in
      guard let descriptor = file?.descriptor else { throw gone }
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(.write, path) }
      let name = freeName
      guard rename(path, folder + "/" + name) == 0 else { throw .system(.write, path) }
      file = nil
      FileSystem.synchronise(folder)
      return name
    }
  }

  private var path: String { folder + "/" + name + ShardFolder.partEnding }

  private var gone: FileFailure { FileFailure(.write, path, .missing) }

  /// The first name that no complete file of this worker has; nobody else takes one while we have the file.
  private var freeName: String {
    var number = 1
    while true {
      let digits = String(number)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      let name = name + "-" + zeros + digits + ShardFolder.ending
      if !FileSystem.exists(folder + "/" + name) { return name }
      number += 1
    }
  }

  /// Opens a file that no other process has.
  private static func open(_ path: String) throws(FileFailure) -> OpenFile {
    while true {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw .system(.write, path) }
      let opened = OpenFile(descriptor: descriptor)
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        throw FileFailure(.write, path, .busy)
      }
      // It may have been completed between our opening and our locking.
      if FileLock.isFile(descriptor, at: path) { return opened }
    }
  }
}
