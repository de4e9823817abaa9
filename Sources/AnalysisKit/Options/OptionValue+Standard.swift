public import Text

extension Double: OptionValue {
  /// What can be written.
  public static var form: OptionForm { .number }

  /// Reads what was written.
  public init(optionText: String) throws(OptionComplaint) {
    guard let value = Double(strictText: optionText) else { throw .notANumber(optionText) }
    self = value
  }

  /// The value as it would be written.
  public var optionText: String { shortestText }
  /// The value in records and scenario files.
  public var json: JSON { .number(self) }
}

extension Int: OptionValue {
  /// What can be written.
  public static var form: OptionForm { .integer }

  /// Reads what was written.
  public init(optionText: String) throws(OptionComplaint) {
    guard let value = Int(strictText: optionText) else { throw .notAWholeNumber(optionText) }
    self = value
  }

  /// The value as it would be written.
  public var optionText: String { String(self) }
  /// The value in records and scenario files.
  public var json: JSON { .integer(self) }
}

extension Bool: OptionValue {
  /// What can be written.
  public static var form: OptionForm { .flag }

  /// Reads what was written.
  public init(optionText: String) throws(OptionComplaint) {
    switch optionText {
    case "true": self = true
    case "false": self = false
    default: throw .notAChoice(optionText, among: ["true", "false"])
    }
  }

  /// The value as it would be written.
  public var optionText: String { self ? "true" : "false" }
  /// The value in records and scenario files.
  public var json: JSON { .bool(self) }
}

extension String: OptionValue {
  /// What can be written.
  public static var form: OptionForm { .text("TEXT") }
  /// Reads what was written.
  public init(optionText: String) { self = optionText }
  /// The value as it would be written.
  public var optionText: String { self }
}

/// The path of a file or folder that an option names.
public struct FilePath: OptionValue {
  /// The path as the user wrote it.
  public var text: String

  /// Takes a path as it is.
  public init(_ text: String) { self.text = text }

  /// What can be written.
  public static var form: OptionForm { .path }

  /// Reads what was written.
  public init(optionText: String) throws(OptionComplaint) {
    guard !optionText.isEmpty else { throw .malformed(optionText, takes: "the path of a file") }
    text = optionText
  }

  /// The value as it would be written.
  public var optionText: String { text }
}

extension OptionValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// What can be written.
  public static var form: OptionForm { .choice(allCases.map(\.rawValue)) }

  /// Reads what was written.
  public init(optionText: String) throws(OptionComplaint) {
    guard let value = Self(rawValue: optionText) else {
      throw .notAChoice(optionText, among: Self.allCases.map(\.rawValue))
    }
    self = value
  }

  /// The value as it would be written.
  public var optionText: String { rawValue }
}
