public import Text

extension Double: OptionValue {
  public static var form: OptionForm { .number }

  public init(optionText: String) throws(OptionComplaint) {
    guard let value = Double(strictText: optionText) else { throw .notANumber(optionText) }
    self = value
  }

  public var optionText: String { shortestText }
  public var json: JSON { .number(self) }
}

extension Int: OptionValue {
  public static var form: OptionForm { .integer }

  public init(optionText: String) throws(OptionComplaint) {
    guard let value = Int(strictText: optionText) else { throw .notAWholeNumber(optionText) }
    self = value
  }

  public var optionText: String { String(self) }
  public var json: JSON { .integer(self) }
}

extension Bool: OptionValue {
  public static var form: OptionForm { .flag }

  public init(optionText: String) throws(OptionComplaint) {
    switch optionText {
    case "true": self = true
    case "false": self = false
    default: throw .notAChoice(optionText, among: ["true", "false"])
    }
  }

  public var optionText: String { self ? "true" : "false" }
  public var json: JSON { .bool(self) }
}

extension String: OptionValue {
  public static var form: OptionForm { .text("TEXT") }
  public init(optionText: String) { self = optionText }
  public var optionText: String { self }
}

/// The path of a file or folder that an option names.
public struct FilePath: OptionValue {
  /// The path as the user wrote it.
  public var text: String

  /// Takes a path as it is.
  public init(_ text: String) { self.text = text }

  public static var form: OptionForm { .path }

  public init(optionText: String) throws(OptionComplaint) {
    guard !optionText.isEmpty else { throw .malformed(optionText, takes: "the path of a file") }
    text = optionText
  }

  public var optionText: String { text }
}

extension OptionValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  public static var form: OptionForm { .choice(allCases.map(\.rawValue)) }

  public init(optionText: String) throws(OptionComplaint) {
    guard let value = Self(rawValue: optionText) else {
      throw .notAChoice(optionText, among: Self.allCases.map(\.rawValue))
    }
    self = value
  }

  public var optionText: String { rawValue }
}
