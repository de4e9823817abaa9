internal import CSQLite

/// A prepared statement of a connection; places of values count from 1, columns of rows from 0.
final class SQLiteStatement {
  private let handle: OpaquePointer
  /// Kept, since a statement must go before its connection.
  private let database: SQLiteDatabase

  init(_ handle: OpaquePointer, of database: SQLiteDatabase) {
    (self.handle, self.database) = (handle, database)
  }

  deinit { sqlite3_finalize(handle) }

  /// Puts a whole number in a place.
  func bind(_ place: Int32, _ number: Int64) { sqlite3_bind_int64(handle, place, number) }

  /// Puts bytes in a place; they must stay where they are until the statement has been run.
  func bind(_ place: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob64(handle, place, bytes.baseAddress, UInt64(bytes.count), nil)
  }

  /// Puts a text in a place.
  func bind(_ place: Int32, _ text: String) {
    // A destructor of -1 tells SQLite to make a copy.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text64(
      handle, place, text, UInt64(text.utf8.count), copied, UInt8(SQLITE_UTF8))
  }

  /// Goes to the next row, and tells whether there is one.
  func step() throws(FileFailure) -> Bool {
    let code = sqlite3_step(handle)
    try database.check(code)
    return code == SQLITE_ROW
  }

  /// Runs a statement that gives no rows, and makes it ready to be run again.
  func run() throws(FileFailure) {
    defer { reset() }
    _ = try step()
  }

  /// Makes the statement ready to be run again.
  func reset() { sqlite3_reset(handle) }

  /// The whole number in a column of the row.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// The bytes in a column of the row, which are there until the next step.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }
}
