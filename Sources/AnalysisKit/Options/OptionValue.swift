public import Text

/// A type that can be the value of an option.
public protocol OptionValue: Equatable, Sendable {
  /// What can be written for it.
  static var form: OptionForm { get }

  /// Reads a value that was written on the command line.
  init(optionText: String) throws(OptionComplaint)

  /// The value as it would be written on the command line.
  var optionText: String { get }

  /// The value in records and scenario files.
  var json: JSON { get }
}

extension OptionValue {
  /// The text that the command line would have.
  public var json: JSON { .string(optionText) }
}

/// What can be written for an option.
public indirect enum OptionForm: Equatable, Sendable {
  /// Any number.
  case number
  /// A whole number.
  case integer
  /// `true` or `false`; on the command line `--name` and `--no-name`.
  case flag
  /// Any text; the word stands for it in the help.
  case text(String)
  /// The path of a file or folder.
  case path
  /// One of a few words.
  case choice([String])
  /// One of a few words, or something else.
  case either([String], OptionForm)

  /// What stands for the value in the help.
  public var placeholder: String {
    switch self {
    case .number: "NUMBER"
    case .integer: "N"
    case .flag: ""
    case .text(let word): word
    case .path: "PATH"
    case .choice(let words): words.joined(separator: "|")
    case .either(let words, let other): (words + [other.placeholder]).joined(separator: "|")
    }
  }

  /// The words that can be completed.
  public var words: [String] {
    switch self {
    case .choice(let words): words
    case .either(let words, let other): words + other.words
    default: []
    }
  }

  /// Whether a path can stand here.
  public var takesPath: Bool {
    switch self {
    case .path: true
    case .either(_, let other): other.takesPath
    default: false
    }
  }
}

/// What is wrong with what was written for an option.
public enum OptionComplaint: Error, Equatable, Sendable {
  case notANumber(String)
  case notAWholeNumber(String)
  case outOfRange(String, low: Double, high: Double)
  case notAChoice(String, among: [String])
  /// Something else; the text completes "…, but it takes".
  case malformed(String, takes: String)
}
