import Foundation
import Peers

/// Readers of Parquet that were not written by us.
enum ParquetReader {
  static let missing = "skipped: no Python with pyarrow, polars, duckdb or pandas is there"

  /// The readers that are there.
  static let present: [String] = {
    guard Peer.isThere else { return [] }
    let script = """
      import importlib.util
      for name in ["pyarrow", "polars", "duckdb", "pandas"]:
          if importlib.util.find_spec(name): print(name)
      """
    let found = (try? Peer.lines(from: script)) ?? []
    // pandas reads Parquet through pyarrow.
    return found.filter { $0 != "pandas" || found.contains("pyarrow") }
  }()

  static let areThere = !present.isEmpty

  /// For each column of each file, the number of rows, the name, and a fingerprint of the values as lines: whole numbers in
  /// digits, numbers as hexadecimal bits, texts as an apostrophe and hexadecimal bytes, "true", "false" and "null".
  static func digests(of paths: [String], by reader: String) throws -> [String] {
    try Peer.lines(
      from: """
        import sys, struct, hashlib
        reader, *paths = open(sys.argv[1]).read().split("\\n")[:-1]
        def word(x):
            if x is None: return "null"
            if x is True: return "true"
            if x is False: return "false"
            if isinstance(x, int): return str(x)
            if isinstance(x, float): return "%x" % struct.unpack("<Q", struct.pack("<d", x))
            return "'" + x.encode().hex()
        def columns(path):
            if reader == "pyarrow":
                import pyarrow.parquet as pq
                table = pq.read_table(path, page_checksum_verification=True)
                return [(n, table.column(n).to_pylist()) for n in table.column_names]
            if reader == "polars":
                import polars
                table = polars.read_parquet(path)
                return [(n, table[n].to_list()) for n in table.columns]
            if reader == "duckdb":
                import duckdb
                result = duckdb.execute("select * from read_parquet(?)", [path])
                names = [d[0] for d in result.description]
                rows = result.fetchall()
                return [(n, [row[i] for row in rows]) for i, n in enumerate(names)]
            import pandas, pyarrow
            table = pandas.read_parquet(path, dtype_backend="pyarrow")
            return [(n, pyarrow.array(table[n]).to_pylist()) for n in table.columns]
        for path in paths:
            for name, values in columns(path):
                text = "".join(word(x) + "\\n" for x in values) or "\\n"
                print(len(values), name, hashlib.sha256(text.encode()).hexdigest())
        """, cases: [reader] + paths)
  }

  /// What pyarrow says of a file besides its values; nil without it.
  static func description(of path: String) throws -> [String]? {
    guard present.contains("pyarrow") else { return nil }
    return try Peer.lines(
      from: """
        import sys, pyarrow.parquet as pq
        path = open(sys.argv[1]).read().split("\\n")[0]
        file = pq.ParquetFile(path, page_checksum_verification=True)
        print(file.metadata.created_by)
        notes = file.schema_arrow.metadata
        print(*(k.decode() + "=" + v.decode() for k, v in notes.items()))
        group = file.metadata.row_group(0)
        for i, field in enumerate(file.schema_arrow):
            s = group.column(i).statistics
            bounds = f"{s.min} {s.max}" if s.has_min_max else "none"
            print(field.name, field.type, *([] if field.nullable else ["not null"]), bounds, s.null_count)
        file.read()
        print("sums right")
        """, cases: [path])
  }

  /// How many rows of the column x each reader finds above a limit.
  static func counts(in path: String, above limit: Double) throws -> [(String, Int)] {
    let lines = try Peer.lines(
      from: """
        import sys
        path, limit, readers = open(sys.argv[1]).read().split("\\n")[:3]
        limit, readers = float(limit), readers.split(" ")
        if "pyarrow" in readers:
            import pyarrow.parquet as pq
            print("pyarrow", pq.read_table(path, filters=[("x", ">", limit)]).num_rows)
        if "polars" in readers:
            import polars as pl
            found = pl.scan_parquet(path).filter((pl.col("x") > limit) & pl.col("x").is_not_nan()).collect()
            print("polars", found.height)
        if "duckdb" in readers:
            import duckdb
            print("duckdb", duckdb.execute(
                "select count(*) from read_parquet(?) where x > ? and not isnan(x)", [path, limit]).fetchone()[0])
        """, cases: [path, "\(limit)", present.joined(separator: " ")])
    return lines.compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[1]) else { return nil }
      return (String(words[0]), count)
    }
  }
}
