internal import CSQLite
internal import Glibc
internal import Text

/// A connection to an SQLite file, for one thread at a time.
final class SQLiteDatabase {
  /// The file, as the user named it.
  let path: String

  private let handle: OpaquePointer
  /// Given back after the connection was closed.
  private let lock: FileLock?

  /// Opens a file, or makes it; waits so many milliseconds for another process that is writing.
  init(at path: String, lock: FileLock?, patience: Int32) throws(FileFailure) {
    (self.path, self.lock) = (path, lock)
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    // With a folder in front, no path is taken for SQLite's own names of files that are none.
    let code = sqlite3_open_v2(path.hasPrefix("/") ? path : "./" + path, &opened, flags, nil)
    guard let opened, code == SQLITE_OK else {
      let failure = Self.failure(code, opened, path)
      sqlite3_close(opened)
      throw failure
    }
    handle = opened
    sqlite3_busy_timeout(handle, patience)
    // SQLite opens a file that it may not write for reading, and says nothing.
    guard sqlite3_db_readonly(handle, "main") == 0 else {
      let code = access(path, W_OK) == 0 ? EROFS : errno
      sqlite3_close(handle)
      throw .system(.write, path, code: code)
    }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows to look at.
  func run(_ statements: String) throws(FileFailure) {
    try check(sqlite3_exec(handle, statements, nil, nil, nil))
  }

  /// Prepares a statement, to be run many times.
  func prepare(_ text: String) throws(FileFailure) -> SQLiteStatement {
    var statement: OpaquePointer?
    try check(
      sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
    guard let statement else { preconditionFailure("The statement \(text.quoted) is empty.") }
    return SQLiteStatement(statement, of: self)
  }

  /// The one whole number that a question gives; nil when it gives no row.
  func integer(_ question: String) throws(FileFailure) -> Int64? {
    let statement = try prepare(question)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The one text that a question gives; nil when it gives no row.
  func text(_ question: String) throws(FileFailure) -> String? {
    let statement = try prepare(question)
    return try statement.step() ? String(decoding: statement.bytes(0), as: UTF8.self) : nil
  }

  /// Does all of a body or nothing, while no other process writes.
  func transaction<Answer>(
    _ body: () throws(FileFailure) -> Answer
  ) throws(FileFailure) -> Answer {
    try run("BEGIN IMMEDIATE", body)
  }

  /// Reads in a body what is there at one moment.
  func reading<Answer>(
    _ body: () throws(FileFailure) -> Answer
  ) throws(FileFailure) -> Answer {
    try run("BEGIN", body)
  }

  private func run<Answer>(
    _ beginning: String, _ body: () throws(FileFailure) -> Answer
  ) throws(FileFailure) -> Answer {
    try run(beginning)
    do throws(FileFailure) {
      let answer = try body()
      try run("COMMIT")
      return answer
    } catch {
      // After some failures SQLite has rolled back by itself already.
      try? run("ROLLBACK")
      throw error
    }
  }

  /// The number of the row that was put in last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Throws what a code means, unless all is well.
  func check(_ code: Int32) throws(FileFailure) {
    guard code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE else {
      throw Self.failure(code, handle, path)
    }
  }

  private static func failure(
    _ code: Int32, _ handle: OpaquePointer?, _ path: String
  ) -> FileFailure {
    let system = handle.map { sqlite3_system_errno($0) } ?? 0
    let reason: FileFailure.Reason =
      switch code & 0xFF {
      // Where SQLite could make no file, it says that there was none to read.
      case SQLITE_CANTOPEN where access(FileSystem.folder(of: path), W_OK) != 0:
        .init(code: errno)
      case SQLITE_FULL: .diskFull
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_READONLY: .readOnly
      case SQLITE_PERM, SQLITE_AUTH: .notPermitted
      case SQLITE_NOMEM: .system(ENOMEM)
      case SQLITE_IOERR, SQLITE_CANTOPEN: system == 0 ? .system(EIO) : .init(code: system)
      // Our statements are fixed: where one does not fit, the file is not what it should be.
      default: .damaged
      }
    return FileFailure(reason == .damaged ? .read : .write, path, reason)
  }
}
