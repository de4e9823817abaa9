internal import CSQLite
internal import CZstd

/// The libraries of the system that keep studies, by name and version as they are loaded now.
///
///     StorageVersions.all   // [(name: "SQLite", version: "3.40.1"), …]
///
/// The bytes of Parquet files depend on that of Zstandard; what they say does not.
public enum StorageVersions {
  /// All of them.
  public static var all: [(name: String, version: String)] {
    [
      ("SQLite", String(cString: sqlite3_libversion())),
      ("Zstandard", String(cString: ZSTD_versionString())),
    ]
  }
}
