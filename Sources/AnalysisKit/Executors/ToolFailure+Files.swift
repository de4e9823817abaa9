public import RunRecords

extension ToolFailure {
  /// Does something with files, and fails as a tool does when that fails.
  public static func ofFiles<Value>(
    _ body: () throws(FileFailure) -> Value
  ) throws(ToolFailure) -> Value {
    do { return try body() } catch { throw .file(error) }
  }
}
