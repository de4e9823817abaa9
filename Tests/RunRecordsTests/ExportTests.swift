import Foundation
import Peers
import RunRecords
import Testing
import Text

@Suite("A table to hand on")
struct ExportTests {
  private static let small = ExportTable([
    ExportColumn("n", integers: [1, .min, .max]),
    ExportColumn("wait", optionalReals: [0.1, nil, -0.0]),
    ExportColumn("note", optionalTexts: ["a, \"b\"", "", nil]),
    ExportColumn("ok", truths: [true, false, true]),
  ])

  private func bytes(_ table: ExportTable, _ format: ExportFormat) throws -> [UInt8] {
    let sandbox = try Sandbox()
    try table.write(format, to: sandbox.at("table"))
    #expect(sandbox.content == ["table"])
    return try FileSystem.read(sandbox.at("table"))
  }

  private func text(_ table: ExportTable, _ format: ExportFormat) throws -> String {
    String(decoding: try bytes(table, format), as: UTF8.self)
  }

  @Test("says in CSV what is there, what is empty and what is missing")
  func csv() throws {
    #expect(
      try text(Self.small, .csv) == """
        n,wait,note,ok
        1,0.1,"a, ""b""\",true
        -9223372036854775808,,"",false
        9223372036854775807,-0,,true

        """)
  }

  @Test("says in JSON lines the same, one object per row")
  func jsonLines() throws {
    #expect(
      try text(Self.small, .jsonLines) == """
        {"n":1,"wait":0.1,"note":"a, \\"b\\"","ok":true}
        {"n":-9223372036854775808,"wait":null,"note":"","ok":false}
        {"n":9223372036854775807,"wait":-0,"note":null,"ok":true}

        """)
  }

  @Test("keeps rows in CSV whose only field is missing, and names with commas")
  func narrow() throws {
    let table = ExportTable([ExportColumn("a,b", optionalIntegers: [nil, 3])])
    #expect(try text(table, .csv) == "\"a,b\"\n\"\"\n3\n")
    #expect(try CSVReader.read(text(table, .csv)).rows.count == 2)
  }

  @Test("has numbers that read back as the same, in CSV and in JSON lines")
  func numbers() throws {
    var random = FixedRandom(seed: 77)
    let values = oddNumbers + (0..<5_000).map { _ in Double(bitPattern: random.next()) }
    let table = ExportTable([ExportColumn("x", reals: values), ExportColumn("y", reals: values)])
    let csv = try CSVReader.read(text(table, .csv))
    let lines = try text(table, .jsonLines).split(separator: "\n")
    try #require(csv.rows.count == values.count && lines.count == values.count)
    for (row, value) in values.enumerated() {
      let written = csv.rows[row][0].text
      if value.isFinite {
        #expect(Double(written)?.bitPattern == value.bitPattern)
        let read = try JSONReader.read(String(lines[row])).json["y"]?.number
        #expect(read == value)
      } else {
        #expect(written == (value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"))
        #expect(try JSONReader.read(String(lines[row])).json["y"]?.isNull == true)
      }
    }
  }

  @Test("has texts that read back as the same, in CSV and in JSON lines")
  func texts() throws {
    var random = FixedRandom(seed: 78)
    let pieces = [
      "a", "\"", ",", ";", "\t", "\n", "\r", "é", " ", "\u{FEFF}", "\"\u{301}", "\\", "\u{1}", "名",
      "\u{1F50C}",
    ]
    let texts = (0..<2_000).map { _ in
      (0..<random.below(5)).map { _ in random.pick(pieces) }.joined()
    }
    let table = ExportTable([
      ExportColumn("n", integers: (0..<2_000).map { Int64($0) }),
      ExportColumn("text", texts: texts),
    ])
    let csv = try CSVReader.read(text(table, .csv))
    #expect(csv.rows.map { Array($0[1].text.utf8) } == texts.map { Array($0.utf8) })
    let lines = try text(table, .jsonLines).utf8.split(separator: 10)
    for (line, text) in zip(lines, texts) {
      let read = try JSONReader.read(line).json["text"]?.string ?? "none"
      #expect(Array(read.utf8) == Array(text.utf8))
    }
  }

  @Test("without rows still has its columns", arguments: ExportFormat.allCases)
  func empty(format: ExportFormat) throws {
    let table = ExportTable([ExportColumn("a", reals: []), ExportColumn("b", optionalTexts: [])])
    let text = try text(table, format)
    #expect(format != .csv || text == "a,b\n")
    #expect(format != .jsonLines || text == "")
    #expect(format != .parquet || text.hasPrefix("PAR1") && text.hasSuffix("PAR1"))
  }

  @Test("gives the same bytes every time", arguments: ExportFormat.allCases)
  func sameness(format: ExportFormat) throws {
    let table = ExportTable(
      [
        ExportColumn("x", reals: (0..<10_000).map { 1 / Double($0) }),
        ExportColumn("name", texts: (0..<10_000).map { "site \($0 % 90)" }),
      ], notes: [("study", "a")])
    let first = try bytes(table, format)
    for _ in 0..<3 { #expect(try bytes(table, format) == first) }
  }

  @Test("is written whole or not at all", arguments: ExportFormat.allCases)
  func failures(format: ExportFormat) async throws {
    #expect(throws: FileFailure(.write, "/no such/table", .missing)) {
      try Self.small.write(format, to: "/no such/table")
    }
    await #expect(processExitsWith: .success) { [name = format.rawValue as String] in
      let sandbox = try Sandbox()
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1_500_000, rlim_max: 1_500_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let numbers = (0..<400_000).map { 1 / Double($0 + 1) }
      let table = ExportTable([ExportColumn("x", reals: numbers)])
      do {
        try table.write(ExportFormat(rawValue: name) ?? .csv, to: sandbox.at("table"))
        preconditionFailure("it was written")
      } catch let error as FileFailure {
        precondition(error == FileFailure(.write, sandbox.at("table"), .diskFull))
      }
      precondition(sandbox.content == [])
    }
  }
}
