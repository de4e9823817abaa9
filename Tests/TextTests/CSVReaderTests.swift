import Peers
import Testing
import Text

@Suite("A CSV table")
struct CSVReaderTests {
  @Test("knows its header, its cells and where they stood")
  func positions() throws {
    let table = try CSVReader.read("site,\"power, kW\"\r\nNörd,50\r\n\"a\n\"\"b\"\"\",7\r\n")
    #expect(table.header == ["site", "power, kW"])
    #expect(table.rows.map { $0.map(\.text) } == [["Nörd", "50"], ["a\n\"b\"", "7"]])
    #expect(table.rows[0][1].position == TextPosition(line: 2, column: 6))
    #expect(table.rows[1][0].position == TextPosition(line: 3, column: 1))
    #expect(table.rows[1][1].position == TextPosition(line: 4, column: 8))
    #expect(table.column(named: "power, kW") == 1)
    #expect(table.rows[0][1].number == 50)
  }

  @Test(
    "finds its separator outside quotes in the first line",
    arguments: [
      ("a;b\n1,5;2\n", CSVSeparator.semicolon), ("a\tb,c\tb\n", .tab), ("a\n1\n", .comma),
      ("\"a;;;\",b\n", .comma), ("a,b;c\n", .comma), ("\n\na;b\n", .semicolon),
    ])
  func separator(text: String, separator: CSVSeparator) throws {
    #expect(try CSVReader.read(text).separator == separator)
  }

  @Test(
    "has a header when the first row says more than numbers",
    arguments: [
      ("1,2\n", false), ("1,b\n", true), ("1,,-2e3\n", false), (",a\n", true), (" 1,2\n", false),
    ])
  func header(text: String, hasHeader: Bool) throws {
    let table = try CSVReader.read(text)
    #expect((table.header != nil) == hasHeader)
    #expect(table.rows.count == (hasHeader ? 0 : 1))
  }

  @Test("drops a byte order mark and skips empty lines")
  func mark() throws {
    let table = try CSVReader.read("\u{FEFF}a,b\n\n1,2\n\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.count == 1)
    #expect(table.rows[0][0].position == TextPosition(line: 3, column: 1))
  }

  @Test("says what is wrong and where", arguments: badTables)
  func complaints(document: BadDocument) {
    let failure = #expect(throws: CSVFailure.self) { try CSVReader.read(document.bytes) }
    #expect(failure?.description == document.sentence)
    #expect(failure?.position == TextPosition(line: document.line, column: document.column))
  }

  static let badTables: [BadDocument] = [
    .init("", 1, 1, "the file is empty, but a row was expected"),
    .init("\u{FEFF}\n\n", 1, 1, "the file is empty, but a row was expected"),
    .init("a,b\n1,2\n3\n", 3, 1, "the row has 1 field, but the first row has 2"),
    .init("a,b\n1,2,3", 2, 1, "the row has 3 fields, but the first row has 2"),
    .init("a,b\n1,\"2\n3", 2, 3, "the quote opened here is never closed"),
    .init(
      "a,b\n\"1\"é,2", 2, 4,
      "expected a separator or the end of the line after a closing quote but found \"é\""),
    .init(
      "a,b\r1,2", 1, 4,
      "a carriage return stands here without a line feed; lines end with LF or CRLF"),
    .init("a,b\n\u{0}", 2, 1, "a zero byte stands here: the file is no text"),
    .init(Array("é,".utf8) + [0xE4], 1, 3, "the bytes here are not UTF-8; save the file as UTF-8"),
  ]

  @Test(
    "is cut as Python's csv module cuts it",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func agreesWithPython() throws {
    var random = FixedRandom(seed: 11)
    let pieces = [
      "a", "é", "\"", "\"\"", ",", ",", ";", "\t", "\n", "\r\n", "\"x,\ny\"", "1", " ", "e\u{301}",
      "\"\u{301}",
    ]
    let texts = (0..<10_000).map { _ in
      (0..<Int.random(in: 1...14, using: &random)).map { _ in random.pick(pieces) }.joined()
    }
    let script = """
      import csv, io, sys
      for line in open(sys.argv[1]):
          separator, text = bytes.fromhex(line[:2]).decode(), bytes.fromhex(line[2:].strip()).decode()
          try:
              lines = io.StringIO(text, newline='')
              rows = [row for row in csv.reader(lines, delimiter=separator, strict=True) if row]
              if not rows or any(len(row) != len(rows[0]) for row in rows): raise csv.Error
              print('|'.join(','.join(field.encode().hex() for field in row) for row in rows))
          except csv.Error:
              print('no')
      """
    let separators = texts.indices.map { CSVSeparator.allCases[$0 % 3] }
    let cases = zip(separators, texts).map { [$0.rawValue].hex + $1.utf8.hex }
    let answers = try Peer.lines(from: script, cases: cases)
    for (place, text) in texts.enumerated() {
      let table = try? CSVReader.read(text, separator: separators[place])
      let ours = table.map { table in
        ((table.header.map { [$0] } ?? []) + table.rows.map { $0.map(\.text) })
          .map { $0.map(\.utf8.hex).joined(separator: ",") }.joined(separator: "|")
      }
      #expect((ours ?? "no") == answers[place], "\(text.debugDescription)")
    }
    #expect(answers.count { $0 != "no" } > 1_000)
  }
}
