internal import Glibc

/// What stands in the file of a store besides evaluations: whose it is, and in which shape.
enum StoreSchema {
  /// The statements that lead from each shape to the next; a file says in `user_version` how many it has had.
  private static let migrations = [
    """
    CREATE TABLE study (identity TEXT NOT NULL) STRICT;
    CREATE TABLE evaluation (
      number INTEGER PRIMARY KEY,
      key BLOB NOT NULL,
      status INTEGER NOT NULL,
      results BLOB NOT NULL,
      sum INTEGER NOT NULL
    ) STRICT;
    """
  ]

  /// "EVST" in `application_id`, by which our files are told from other SQLite files.
  private static let mark: Int64 = 0x4556_5354

  /// Brings a file into the present shape, and makes sure that it belongs to a study.
  static func prepare(
    _ database: SQLiteDatabase, identity: String, patience: Int32
  ) throws(FileFailure) {
    try writeAhead(database, patience: patience)
    // A kill loses nothing that was committed; a loss of power may lose the last commits, never more.
    try database.run("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000")
    try database.transaction { () throws(FileFailure) in
      let isEmpty = try database.integer("SELECT count(*) FROM sqlite_schema") == 0
      if isEmpty { try database.run("PRAGMA application_id = \(mark)") }
      guard try database.integer("PRAGMA application_id") == mark else {
        throw FileFailure(.read, database.path, .damaged)
      }
      try migrate(database)
      if isEmpty {
        let statement = try database.prepare("INSERT INTO study (identity) VALUES (?1)")
        statement.bind(1, identity)
        try statement.run()
      }
      guard let owner = try database.text("SELECT identity FROM study") else {
        throw FileFailure(.read, database.path, .damaged)
      }
      guard owner.utf8.elementsEqual(identity.utf8) else {
        throw FileFailure(.read, database.path, .otherStudy)
      }
    }
  }

  private static func migrate(_ database: SQLiteDatabase) throws(FileFailure) {
    let version = Int(try database.integer("PRAGMA user_version") ?? 0)
    guard (0...migrations.count).contains(version) else {
      throw FileFailure(.read, database.path, version < 0 ? .damaged : .tooNew)
    }
    for step in migrations[version...] { try database.run(step) }
    if version < migrations.count {
      try database.run("PRAGMA user_version = \(migrations.count)")
    }
  }

  /// Lets commits go to a file beside, so that they need not wait for the disk.
  ///
  /// A process that finds another at the same step is told "busy" at once, however patient it is.
  private static func writeAhead(
    _ database: SQLiteDatabase, patience: Int32
  ) throws(FileFailure) {
    let pause: Int32 = 10
    var waited: Int32 = 0
    while true {
      do throws(FileFailure) {
        return try database.run("PRAGMA journal_mode = WAL")
      } catch {
        guard error.reason == .busy, waited < patience else { throw error }
        poll(nil, 0, pause)
        waited += pause
      }
    }
  }
}
