import Foundation
import Peers
import RunRecords
import Testing

@Suite(
  "A Parquet file", .enabled(if: ParquetReader.areThere, "\(ParquetReader.missing)"))
struct ParquetTests {
  /// Columns, and the words that their values should be read as.
  private typealias Expected = (columns: [ExportColumn], words: [[String]])

  /// Writes tables, and holds what each reader finds in them against what was put in.
  private func check(_ tables: [Expected]) throws {
    let sandbox = try Sandbox()
    let paths = tables.indices.map { sandbox.at("\($0).parquet") }
    for (path, table) in zip(paths, tables) {
      try ExportTable(table.columns).write(.parquet, to: path)
    }
    let expected = tables.flatMap { table in
      zip(table.columns, table.words).map { column, words in
        let text = words.joined(separator: "\n") + "\n"
        return "\(column.count) \(column.name) \(SHA256.hex(of: Array(text.utf8)))"
      }
    }
    for reader in ParquetReader.present {
      #expect(try ParquetReader.digests(of: paths, by: reader) == expected, "\(reader)")
    }
  }

  private func hexadecimal(_ value: Double) -> String { String(value.bitPattern, radix: 16) }

  private func hexadecimal(_ text: String) -> String {
    "'" + text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  @Test("gives back every bit of odd numbers, in any number of rows")
  func oddValues() throws {
    try check(
      [1, 7, 8, 9, 1_000].map { count in
        let values = (0..<count).map { oddNumbers[$0 % oddNumbers.count] }
        let whole: [Int64] = values.indices.map { [0, -1, .min, .max, 1 << 40][$0 % 5] }
        let optional = values.enumerated().map { $0 % 4 == 3 ? nil : $1 }
        return (
          [
            ExportColumn("real", reals: values), ExportColumn("maybe", optionalReals: optional),
            ExportColumn("whole", integers: whole),
          ],
          [
            values.map(hexadecimal), optional.map { $0.map(hexadecimal) ?? "null" },
            whole.map { "\($0)" },
          ]
        )
      })
  }

  @Test("gives back what is missing, whatever the pattern")
  func missing() throws {
    var random = FixedRandom(seed: 6)
    let count = 5_000
    let presences: [[Bool]] = [
      .init(repeating: false, count: count), .init(repeating: true, count: count),
      (0..<count).map { _ in random.below(2) == 0 }, (0..<count).map { $0 / 100 % 3 == 0 },
      (0..<count).map { $0 == 4_999 }, (0..<count).map { $0 % 8 < 4 }, (0..<count).map { $0 < 3 },
    ]
    var (columns, texts): ([ExportColumn], [[String]]) = ([], [])
    for (number, presence) in presences.enumerated() {
      let whole = presence.enumerated().map { $1 ? Int64($0) : nil }
      let truths = presence.enumerated().map { $1 ? $0 % 3 == 0 : nil }
      let words = presence.enumerated().map { $1 ? "word \($0 % 70)" : nil }
      columns += [
        ExportColumn("whole \(number)", optionalIntegers: whole),
        ExportColumn("truth \(number)", optionalTruths: truths),
        ExportColumn("word \(number)", optionalTexts: words),
      ]
      texts += [
        whole.map { $0.map { "\($0)" } ?? "null" }, truths.map { $0.map { "\($0)" } ?? "null" },
        words.map { $0.map(hexadecimal) ?? "null" },
      ]
    }
    try check([(columns, texts)])
  }

  @Test("gives back texts of any language and length, as names too")
  func texts() throws {
    let words = ["", " ", "é", "e\u{301}", "充电", "\u{1F50C}", "a,b\n\"", "nul\u{0}nul", "null"]
    let long = String(repeating: "länge ", count: 5_000)
    let few = (0..<1_000).map { words[$0 % words.count] }
    let many = (0..<1_000).map { "\(words[$0 % words.count]) \($0)" }
    let wide = (0..<1_000).map { $0 == 500 ? long : "x" }
    try check([
      (
        [
          ExportColumn("Wörter, \"few\"", texts: few), ExportColumn("many", texts: many),
          ExportColumn("wide", texts: wide),
        ], [few.map(hexadecimal), many.map(hexadecimal), wide.map(hexadecimal)]
      )
    ])
  }

  @Test("without rows has its columns and types")
  func empty() throws {
    try check([
      (
        [
          ExportColumn("whole", integers: []), ExportColumn("real", optionalReals: []),
          ExportColumn("text", texts: []), ExportColumn("truth", optionalTruths: []),
        ], [[], [], [], []]
      )
    ])
  }

  @Test("of 250 000 rows has several groups, and gives back each value")
  func large() throws {
    var random = FixedRandom(seed: 9)
    let count = 250_000
    let reals = (0..<count).map { _ in Double(random.next() >> 11) * 0x1p-53 }
    let few = (0..<count).map { Int64($0 / 20 % 280) }
    let whole = (0..<count).map { _ in Int64(bitPattern: random.next()) }
    let steps = reals.map { ($0 * 1_000).rounded() / 10 }
    let truths = reals.map { $0 < 0.3 }
    try check([
      (
        [
          ExportColumn("design", integers: few), ExportColumn("real", reals: reals),
          ExportColumn("whole", integers: whole), ExportColumn("step", reals: steps),
          ExportColumn("ok", truths: truths),
        ],
        [
          few.map { "\($0)" }, reals.map(hexadecimal), whole.map { "\($0)" },
          steps.map(hexadecimal), truths.map { "\($0)" },
        ]
      )
    ])
  }

  @Test("says what it is: notes, maker, types, bounds and sums of pages")
  func description() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("table.parquet")
    let table = ExportTable(
      [
        ExportColumn("n", integers: [3, -7, 5]),
        ExportColumn("x", optionalReals: [-2, 2.5, nil]),
        ExportColumn("z", reals: [0, 0, 0]), ExportColumn("nan", reals: [1, .nan, 3]),
        ExportColumn("name", texts: ["b", "é", "a"]),
        ExportColumn("ok", optionalTruths: [true, nil, true]),
      ], notes: [("study", "a"), ("unit of x", "min")])
    try table.write(.parquet, to: path)
    let lines = try #require(try ParquetReader.description(of: path))
    #expect(
      lines == [
        "evtools", "study=a unit of x=min", "n int64 not null -7 5 0", "x double -2.0 2.5 1",
        "z double not null -0.0 0.0 0", "nan double not null none 0",
        "name string not null a é 0", "ok bool True True 1", "sums right",
      ])
  }

  @Test("is searched by its bounds without losing a row")
  func search() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("table.parquet")
    var random = FixedRandom(seed: 10)
    let values = (0..<300_000).map { row -> Double in
      row % 1_000 == 0 ? .nan : Double(row) * 0.001 + Double(random.below(1_000))
    }
    try ExportTable([ExportColumn("x", reals: values)]).write(.parquet, to: path)
    for limit in [-1.0, 0, 130.5, 999.9, 1_250, 1_400] {
      let expected = values.count { $0 > limit && !$0.isNaN }
      for (reader, count) in try ParquetReader.counts(in: path, above: limit) {
        #expect(count == expected, "\(reader) above \(limit)")
      }
    }
  }
}
