import Testing

/// A text that a reader must refuse, with the place and the sentence of its complaint.
struct BadDocument: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let line: Int
  let column: Int
  let sentence: String

  init(_ text: String, _ line: Int, _ column: Int, _ sentence: String) {
    self.init(Array(text.utf8), line, column, sentence)
  }

  init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ sentence: String) {
    self.bytes = bytes
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self) }
}
