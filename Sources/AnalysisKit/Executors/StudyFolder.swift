public import RunRecords
internal import Text

/// The folder in which several processes work on one study.
///
///     RUN/study/5f3c9a1b20d4e871/
///       study.json           what is asked, by which program
///       batches/0001.json    what is handed out, cut into chunks
///       batches/0001.done    there is nothing left of it to do
///       shards/              what workers have found out
///       failures/            chunks that cannot be worked out, and why
///       logs/                what workers said
///
/// Nothing but this folder is shared. All that decides is in the shards; the rest can be made again.
public struct StudyFolder: Sendable {
  /// Where it is.
  public let path: String
  /// Everything that the results depend on beside design and replicate.
  let document: JSONObject
  /// The names of the numbers.
  let measures: [String]
  /// The evtools that began the study, in words.
  public let program: String
  let keys: StudyKeys

  /// The fingerprint of the study.
  public var fingerprint: String { keys.study }

  /// Makes the folder of a model's study, or finds that of an earlier try.
  init(
    _ model: some StudyModel, in studies: String, program: String
  ) throws(FileFailure) {
    (document, measures, self.program) = (model.document, model.measures, program)
    keys = StudyKeys(document)
    path = studies + "/" + keys.study.prefix(16)
    try FileSystem.makeFolder(path + "/batches")
    try FileSystem.makeFolder(logs)
    let json: JSON = [
      "study": .string(keys.study), "program": .string(program),
      "measures": .array(measures.map { .string($0) }), "document": .object(document),
    ]
    try FileSystem.write(Array(json.prettyText.utf8), to: path + "/" + Self.fileName)
  }

  /// Reads the folder of a study.
  public init(_ path: String) throws(FileFailure) {
    let file = path + "/" + Self.fileName
    let bytes = try FileSystem.read(file)
    guard let json = try? JSONReader.read(bytes).json, let document = json["document"]?.object,
      let measures = json["measures"]?.array?.compactMap(\.string),
      let program = json["program"]?.string, let study = json["study"]?.string,
      StudyKeys(document).study == study
    else { throw FileFailure(.read, file, .damaged) }
    (self.path, self.document, self.measures, self.program) = (path, document, measures, program)
    keys = StudyKeys(document)
  }

  /// The studies that a folder holds: itself, those in it, or those of a run.
  public static func all(below path: String) throws(FileFailure) -> [StudyFolder] {
    for place in [path, path + "/study"] {
      if FileSystem.exists(place + "/" + fileName) { return [try StudyFolder(place)] }
      guard FileSystem.isFolder(place) else { continue }
      var found: [StudyFolder] = []
      for name in try FileSystem.list(place)
      where FileSystem.exists(place + "/" + name + "/" + fileName) {
        found.append(try StudyFolder(place + "/" + name))
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let fileName = "study.json"

  /// Where workers write their results.
  var shards: String { path + "/shards" }
  /// Where workers say what they have to say.
  public var logs: String { path + "/logs" }

  /// What workers have found out.
  func reader() -> ShardReader { ShardReader(shards, identity: fingerprint) }
}

// MARK: - Batches

extension StudyFolder {
  /// The number of the newest batch; nil when there is none.
  var newestBatch: Int? {
    get throws(FileFailure) {
      try FileSystem.list(path + "/batches").compactMap { name in
        name.hasSuffix(".json") ? Int(strictText: name.dropLast(5)) : nil
      }.max()
    }
  }

  /// Reads a batch.
  func batch(_ number: Int) throws(FileFailure) -> StudyBatch {
    let file = file(of: number) + ".json"
    let bytes = try FileSystem.read(file)
    guard let json = try? JSONReader.read(bytes).json, let batch = StudyBatch(json, keys: keys)
    else { throw FileFailure(.read, file, .damaged) }
    return batch
  }

  /// Hands out a batch; returns its number.
  func add(_ batch: StudyBatch) throws(FileFailure) -> Int {
    let number = (try newestBatch ?? 0) + 1
    try FileSystem.write(Array(batch.json.compactText.utf8), to: file(of: number) + ".json")
    return number
  }

  /// Says that nothing of a batch is left to do.
  func finish(_ number: Int) throws(FileFailure) {
    try FileSystem.write([], to: file(of: number) + ".done")
  }

  /// Whether nothing of a batch is left to do.
  func isDone(_ number: Int) -> Bool { FileSystem.exists(file(of: number) + ".done") }

  private func file(of batch: Int) -> String { path + "/batches/" + Self.digits(batch) }

  /// The number of a batch as files and jobs are called by it: `0001`.
  public static func digits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

// MARK: - Failures

extension StudyFolder {
  /// Notes that a chunk cannot be worked out, however often one tries.
  func noteFailure(_ words: String, batch: Int, chunk: Int) throws(FileFailure) {
    try FileSystem.makeFolder(path + "/failures")
    let name = "\(Self.digits(batch))-\(Self.digits(chunk)).txt"
    try FileSystem.write(Array(words.utf8), to: path + "/failures/" + name)
  }

  /// The first chunk that cannot be worked out, and why.
  func failure(batch: Int) -> (file: String, words: String)? {
    let folder = path + "/failures"
    guard let names = try? FileSystem.list(folder) else { return nil }
    let name = names.first { $0.hasPrefix(Self.digits(batch) + "-") && $0.hasSuffix(".txt") }
    guard let name, let bytes = try? FileSystem.read(folder + "/" + name) else { return nil }
    return (folder + "/" + name, String(decoding: bytes, as: UTF8.self))
  }

  /// Forgets failures: somebody has mended what led to them.
  func forgetFailures() { try? FileSystem.remove(path + "/failures") }
}
