/// Where in a text something stands.
///
/// Both counts start at 1; a column is one character (a Unicode scalar), a line ends with a line feed.
///
///     TextPosition(line: 3, column: 5).description   // "line 3, column 5"
public struct TextPosition: Equatable, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int

  /// The character within the line, from 1.
  public let column: Int

  /// Makes the position of a character.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPosition: Comparable {
  /// Tells whether one position stands before another.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension TextPosition: CustomStringConvertible {
  /// The position in words, for a complaint.
  public var description: String { "line \(line), column \(column)" }
}
