internal import Glibc
internal import Text

/// The folder of one run.
///
///     output/2026-11-20_143052_queue_my-name/
///       run.json           what was run, and fingerprints of what came out
///       environment.json   what may differ between two equal runs: wall time, host, threads
///       data/              tables
///
/// `run.json` says "incomplete" from the first moment and "complete" only after everything else is on
/// the disk; so a run that was killed can be told from one that ended.
public struct RunFolder: Sendable {
  /// Where it is, as a path that the user can follow.
  public let path: String

  /// Makes a new folder below the output folder; a second run of the same second gets a number.
  public static func create(
    in output: String, for record: RunRecord
  ) throws(FileFailure) -> RunFolder {
    try FileSystem.makeFolder(output)
    let name = RunName.folderName(tool: record.tool, name: record.name)
    for attempt in 1...10_000 {
      let path = output + "/" + name + (attempt == 1 ? "" : "-\(attempt)")
      guard try FileSystem.makeNewFolder(path) else { continue }
      let folder = RunFolder(path: path)
      do throws(FileFailure) {
        try folder.write(record)
      } catch {
        folder.discard()
        throw error
      }
      return folder
    }
    throw FileFailure(.write, output + "/" + name, .exists)
  }

  /// Removes the run, and the output folder too when it held nothing else.
  public func discard() {
    try? FileSystem.remove(path)
    FileSystem.removeEmptyFolder(FileSystem.folder(of: path))
  }

  /// Takes a folder that exists, or a link to one such as `output/latest`.
  public init(path: String) {
    self.path = path.count > 1 && path.last == "/" ? String(path.dropLast()) : path
  }

  /// Writes one file of the run, whole or not at all; `name` may contain a folder.
  public func write(_ bytes: [UInt8], as name: String) throws(FileFailure) {
    let file = path + "/" + name
    try FileSystem.makeFolder(FileSystem.folder(of: file))
    try FileSystem.write(bytes, to: file)
  }

  /// Writes `run.json`.
  ///
  /// While the run is incomplete it also says how to go on with it.
  func write(_ record: RunRecord) throws(FileFailure) {
    var json = record.json
    if record.status == .incomplete, case .object(var members) = json {
      members["resume"] = .string("evtools \(record.tool) --resume \(path.shellWord)")
      json = .object(members)
    }
    try write(Array(json.prettyText.utf8), as: Self.recordName)
  }

  /// Whether some work of a run that is not complete has been kept.
  public var hasKeptWork: Bool {
    let journal = try? FileSystem.read(path + "/" + EvaluationJournal.name)
    return !(journal ?? []).isEmpty || FileSystem.exists(studies)
  }

  /// Where the studies of an incomplete run keep their evaluations.
  public var studies: String { path + "/" + Self.studiesName }

  /// Removes what the studies of a run have kept; their results stand in `data` now.
  public func discardStudies() { try? FileSystem.remove(studies) }

  /// Removes what was being written when an earlier process was killed; the studies have others who write.
  private func discardParts() {
    for name in (try? FileSystem.files(below: path)) ?? []
    where FileSystem.name(of: name).hasPrefix(FileSystem.temporaryPrefix)
      && !name.hasPrefix(Self.studiesName + "/")
    {
      try? FileSystem.remove(path + "/" + name)
    }
  }

  /// Reads `run.json`; nil when the folder holds none, or one that is not ours.
  public func record() -> RunRecord? {
    guard let bytes = try? FileSystem.read(path + "/" + Self.recordName),
      let node = try? JSONReader.read(bytes)
    else { return nil }
    return RunRecord(node.json)
  }

  /// Declares the run complete: fingerprints, `environment.json`, `run.json`, then `latest`.
  public func complete(
    _ record: RunRecord, environment: RunEnvironment
  ) throws(FileFailure) {
    var record = record
    record.status = .complete
    discardParts()
    record.outputs = try outputs()
    try write(Array(environment.json.prettyText.utf8), as: Self.environmentName)
    try write(record)
    // The run may have been named by a link, or by a dot from inside.
    let place = FileSystem.resolved(path) ?? path
    let name = FileSystem.name(of: place)
    let output = FileSystem.folder(of: place)
    // A file system without links still has its runs; only the short-cut is missing.
    try? FileSystem.link(output + "/latest", to: name)
  }

  /// The files that a run has written, with fingerprints, in the order of their names.
  public func outputs() throws(FileFailure) -> [RunRecord.OutputFile] {
    var outputs: [RunRecord.OutputFile] = []
    for name in try FileSystem.files(below: path) {
      guard name != Self.recordName, name != Self.environmentName, name != EvaluationJournal.name,
        !name.hasPrefix(Self.studiesName + "/"),
        !FileSystem.name(of: name).hasPrefix(FileSystem.temporaryPrefix)
      else { continue }
      let bytes = try FileSystem.read(path + "/" + name)
      outputs.append(
        RunRecord.OutputFile(path: name, bytes: bytes.count, sha256: SHA256.hex(of: bytes)))
    }
    return outputs
  }

  /// The files that differ from those of another run, or that only one of them has.
  ///
  /// `environment.json` is left out: it holds what may differ.
  public func differences(from other: RunFolder) throws(FileFailure) -> [String] {
    let own = try outputs().map(\.path) + [Self.recordName]
    let others = try other.outputs().map(\.path) + [Self.recordName]
    var different = others.filter { !own.contains($0) }
    for name in own {
      guard others.contains(name),
        try FileSystem.read(path + "/" + name) == FileSystem.read(other.path + "/" + name)
      else {
        different.append(name)
        continue
      }
    }
    return different
  }

  /// The folders in an output folder that are named like runs but hold no sound `run.json`.
  public static func damaged(in output: String) throws(FileFailure) -> [String] {
    try FileSystem.list(output).sorted(by: comesBefore).compactMap { name in
      let path = output + "/" + name
      let isNamedLikeARun = name.split(separator: "_").count >= 3 && name.first?.isNumber == true
      guard isNamedLikeARun, FileSystem.isFolder(path), RunFolder(path: path).record() == nil
      else { return nil }
      return path
    }
  }

  /// Orders names by their digits as numbers, so that the tenth run of a second follows the ninth.
  private static func comesBefore(_ first: String, _ second: String) -> Bool {
    let (a, b) = (pieces(first), pieces(second))
    for (x, y) in zip(a, b) where x != y {
      guard let m = Int(x), let n = Int(y), m != n else { return x < y }
      return m < n
    }
    return a.count < b.count
  }

  /// Cuts a name where digits begin and end.
  private static func pieces(_ name: String) -> [String] {
    name.reduce(into: [String]()) { pieces, character in
      if let last = pieces.last?.last, last.isNumber == character.isNumber {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
  }

  static let recordName = "run.json"
  static let environmentName = "environment.json"
  static let studiesName = "study"

  /// The runs in an output folder, oldest first.
  public static func all(in output: String) throws(FileFailure) -> [(RunFolder, RunRecord)] {
    try FileSystem.list(output).sorted(by: comesBefore).compactMap { name in
      guard !name.hasPrefix("."), name != "latest" else { return nil }
      let folder = RunFolder(path: output + "/" + name)
      return folder.record().map { (folder, $0) }
    }
  }
}
