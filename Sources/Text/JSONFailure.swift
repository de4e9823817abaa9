/// Why a text is no JSON, and where.
public struct JSONFailure: Error, Equatable, Sendable {
  /// Where the text stops being JSON.
  public let position: TextPosition

  /// What is wrong there.
  public let reason: Reason

  /// Makes a failure at a place.
  public init(position: TextPosition, reason: Reason) {
    self.position = position
    self.reason = reason
  }

  /// What can be wrong with a text.
  public enum Reason: Equatable, Sendable {
    /// Something else stands where this was possible.
    case expected(Expectation, found: String)
    /// There is no value in the text.
    case emptyText
    /// The text ends before something is complete.
    case endsInside(Container, start: TextPosition)
    /// An object has two members of one name.
    case repeatedKey(String, first: TextPosition)
    /// A string contains a character below U+0020, which must be escaped.
    case controlCharacter(UInt8)
    /// A backslash is followed by something that is no escape.
    case unknownEscape(String)
    /// A `\u` is not followed by four hexadecimal digits.
    case malformedUnicodeEscape
    /// An escape is one half of a surrogate pair without the other.
    case loneSurrogate(String)
    /// A number begins with a needless zero.
    case leadingZero
    /// A number lacks digits after a minus, a point or an exponent mark.
    case missingDigits(after: String)
    /// A number is beyond the range of a `Double`.
    case numberTooLarge(String)
    /// Arrays and objects lie deeper inside each other than is read.
    case nestedTooDeeply(limit: Int)
    /// The file begins with a byte order mark, which JSON forbids.
    case byteOrderMark
    /// The bytes are no UTF-8.
    case invalidUTF8
  }

  /// What could have stood at a place.
  public enum Expectation: Equatable, Sendable {
    /// Any value.
    case value
    /// The first value of an array or its end.
    case valueOrEndOfArray
    /// The name of a member.
    case key
    /// The name of the first member or the end of the object.
    case keyOrEndOfObject
    /// What separates name and value.
    case colon
    /// What follows a value in an array.
    case commaOrEndOfArray
    /// What follows a value in an object.
    case commaOrEndOfObject
    /// Nothing more, after the one value of the text.
    case endOfText
  }

  /// What can be left open at the end of a text.
  public enum Container: String, Equatable, Sendable {
    /// Members in braces.
    case object = "an object"
    /// Values in brackets.
    case array = "an array"
    /// Characters in quotes.
    case string = "a string"
  }
}

extension JSONFailure: CustomStringConvertible {
  /// The failure as one sentence without its position, such as `expected a value but found "}"`.
  public var description: String {
    switch reason {
    case .expected(let expectation, let found):
      "expected \(expectation.words) but found \(found.quoted)"
    case .emptyText: "the text is empty, but a value was expected"
    case .endsInside(let container, let start):
      "the text ends inside \(container.rawValue) that begins at \(start)"
    case .repeatedKey(let key, let first):
      "a key stands twice: \(key.quoted), first at \(first)"
    case .controlCharacter(let code):
      "a string contains a control character, which must be written as \(Self.escape(code).quotedAsIs)"
    case .unknownEscape(let escape):
      "\(escape.quotedAsIs) is no escape; possible are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX"
    case .malformedUnicodeEscape: "\"\\u\" must be followed by four hexadecimal digits"
    case .loneSurrogate(let escape):
      "\(escape.quotedAsIs) is half of a surrogate pair and lacks its other half"
    case .leadingZero: "a number must not begin with a needless zero"
    case .missingDigits(let mark): "expected a digit after \(mark.quoted)"
    case .numberTooLarge(let number): "the number \(number) is too large (at most about 1.8e308)"
    case .nestedTooDeeply(let limit):
      "arrays and objects are nested more than \(limit) deep, which is not read"
    case .byteOrderMark:
      "the file begins with a byte order mark, which JSON forbids; save it without"
    case .invalidUTF8: "the bytes here are not UTF-8; save the file as UTF-8"
    }
  }

  private static func escape(_ code: UInt8) -> String {
    switch code {
    case Ascii.lineFeed: "\\n"
    case Ascii.carriageReturn: "\\r"
    case Ascii.tab: "\\t"
    default: (code < 16 ? "\\u000" : "\\u00") + String(code, radix: 16)
    }
  }
}

extension JSONFailure.Expectation {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .valueOrEndOfArray: "a value or \"]\""
    case .key: "a key in double quotes"
    case .keyOrEndOfObject: "a key in double quotes or \"}\""
    case .colon: "\":\" after the key"
    case .commaOrEndOfArray: "\",\" or \"]\""
    case .commaOrEndOfObject: "\",\" or \"}\""
    case .endOfText: "the end of the text"
    }
  }
}
