/// The evaluations in the file of a store, and where each stands.
///
/// Rows are only ever added at the end, since an index on keys that are spread evenly would touch a page
/// for every row, which is twenty times slower at half a million. Where a key stands is kept in memory and read
/// when the file is opened.
final class EvaluationTable {
  private let database: SQLiteDatabase
  private let insertion: SQLiteStatement
  private let news: SQLiteStatement
  private let row: SQLiteStatement
  /// The number of the row of every key.
  private var rows: [ContentKey: Int64] = [:]
  /// The last row that was read or written.
  private var last: Int64 = 0
  /// The bytes of the row at hand.
  private var scratch: [UInt8] = []

  /// Opens the file of a store, or makes it.
  init(
    at path: String, identity: String, lock: FileLock?, patience: Int32
  ) throws(FileFailure) {
    database = try SQLiteDatabase(at: path, lock: lock, patience: patience)
    try StoreSchema.prepare(database, identity: identity, patience: patience)
    insertion = try database.prepare(
      "INSERT INTO evaluation (key, status, results, sum) VALUES (?1, ?2, ?3, ?4)")
    news = try database.prepare(
      "SELECT number, key, status, results, sum FROM evaluation WHERE number > ?1 ORDER BY number")
    row = try database.prepare(
      "SELECT number, key, status, results, sum FROM evaluation WHERE number = ?1")
    let size = try database.integer("SELECT count(*) FROM evaluation") ?? 0
    rows.reserveCapacity(Int(size))
    try readNews()
  }

  /// How many evaluations there are.
  var count: Int { rows.count }

  /// Whether there is an evaluation of this key.
  func holds(_ key: ContentKey) -> Bool { rows[key] != nil }

  /// Reads what other processes have added since.
  func readNews() throws(FileFailure) {
    news.bind(1, last)
    defer { news.reset() }
    while try news.step() {
      let number = news.integer(0)
      let evaluation = try evaluation(news)
      if rows[evaluation.key] == nil { rows[evaluation.key] = number }
      last = number
    }
  }

  /// Returns the evaluations of keys; nil where there is none.
  func evaluations(of keys: [ContentKey]) throws(FileFailure) -> [KeptEvaluation?] {
    // One look at the file for all of them: each look by itself costs more than a row.
    try database.reading { () throws(FileFailure) in
      try readNews()
      var found: [KeptEvaluation?] = []
      found.reserveCapacity(keys.count)
      for key in keys { found.append(try evaluation(of: key)) }
      return found
    }
  }

  private func evaluation(of key: ContentKey) throws(FileFailure) -> KeptEvaluation? {
    guard let number = rows[key] else { return nil }
    row.bind(1, number)
    defer { row.reset() }
    guard try row.step() else { throw FileFailure(.read, database.path, .damaged) }
    let found = try evaluation(row)
    guard found.key == key else { throw FileFailure(.read, database.path, .damaged) }
    return found
  }

  /// Adds all evaluations that are not there yet, or none; their keys differ.
  func insert(_ evaluations: [KeptEvaluation]) throws(FileFailure) {
    var added: [(key: ContentKey, row: Int64)] = []
    try database.transaction { () throws(FileFailure) in
      try readNews()
      for evaluation in evaluations where rows[evaluation.key] == nil {
        try insert(evaluation)
        added.append((evaluation.key, database.lastRow))
      }
    }
    for (key, row) in added { rows[key] = row }
    last = max(last, added.last?.row ?? 0)
  }

  private func insert(_ evaluation: KeptEvaluation) throws(FileFailure) {
    scratch.removeAll(keepingCapacity: true)
    evaluation.append(to: &scratch)
    // A closure of the standard library cannot throw our type alone, so the failure comes out as a value.
    let failure = scratch.withUnsafeBytes { bytes -> FileFailure? in
      insertion.bind(1, UnsafeRawBufferPointer(rebasing: bytes[..<ContentKey.size]))
      insertion.bind(2, Int64(bytes[ContentKey.size]))
      insertion.bind(3, UnsafeRawBufferPointer(rebasing: bytes[KeptEvaluation.headSize...]))
      insertion.bind(4, Int64(CRC32.castagnoli.sum(of: bytes)))
      do throws(FileFailure) {
        try insertion.run()
        return nil
      } catch { return error }
    }
    if let failure { throw failure }
  }

  /// The evaluation in a row, if its sum is right.
  private func evaluation(_ row: SQLiteStatement) throws(FileFailure) -> KeptEvaluation {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: row.bytes(1))
    scratch.append(UInt8(truncatingIfNeeded: row.integer(2)))
    scratch.append(contentsOf: row.bytes(3))
    let evaluation = scratch.withUnsafeBytes { bytes in
      Int64(CRC32.castagnoli.sum(of: bytes)) == row.integer(4) ? KeptEvaluation(bytes) : nil
    }
    guard let evaluation else { throw FileFailure(.read, database.path, .damaged) }
    return evaluation
  }
}
