public import Text

/// One option of a grammar: a field of the options value, with all that is to be said about it.
public struct OptionDeclaration<Options: Sendable>: Sendable {
  /// What is to be said about it.
  public let description: OptionDescription
  let assign: @Sendable (inout Options, String) throws(OptionComplaint) -> Void
  let json: @Sendable (Options) -> JSON
  /// Takes every value away; what always has one keeps it.
  var clear: @Sendable (inout Options) -> Void = { _ in }

  /// Declares an option with a value.
  public static func value<Value: OptionValue>(
    _ name: String, short: Character? = nil, _ field: Field<Options, Value>,
    unit: String? = nil, _ help: String
  ) -> OptionDeclaration where Options: Defaulted {
    OptionDeclaration(
      description: OptionDescription(
        name: name, short: short, form: Value.form, unit: unit, range: nil,
        defaultText: Options()[keyPath: field].optionText,
        defaultJSON: Options()[keyPath: field].json, help: help),
      assign: { (options: inout Options, text: String) throws(OptionComplaint) in
        options[keyPath: field] = try Value(optionText: text)
      },
      json: { $0[keyPath: field].json })
  }

  /// Declares an option whose value is a number between two bounds.
  public static func value<Value: OptionValue & Comparable & NumericOption>(
    _ name: String, short: Character? = nil, _ field: Field<Options, Value>,
    in range: ClosedRange<Value>, unit: String? = nil, _ help: String
  ) -> OptionDeclaration where Options: Defaulted {
    OptionDeclaration(
      description: OptionDescription(
        name: name, short: short, form: Value.form, unit: unit,
        range: range.lowerBound.asDouble...range.upperBound.asDouble,
        defaultText: Options()[keyPath: field].optionText,
        defaultJSON: Options()[keyPath: field].json, help: help),
      assign: { (options: inout Options, text: String) throws(OptionComplaint) in
        options[keyPath: field] = try Value(optionText: text, within: range)
      },
      json: { $0[keyPath: field].json })
  }

  /// Declares an option that may be left out altogether.
  public static func optional<Value: OptionValue>(
    _ name: String, short: Character? = nil, _ field: Field<Options, Value?>,
    unit: String? = nil, _ help: String
  ) -> OptionDeclaration {
    OptionDeclaration(
      description: OptionDescription(
        name: name, short: short, form: Value.form, unit: unit, range: nil, defaultText: nil,
        defaultJSON: nil, help: help),
      assign: { (options: inout Options, text: String) throws(OptionComplaint) in
        options[keyPath: field] = try Value(optionText: text)
      },
      json: { $0[keyPath: field].map(\.json) ?? .null },
      clear: { $0[keyPath: field] = nil })
  }

  /// Declares a number between two bounds that may be left out altogether.
  public static func optional<Value: OptionValue & Comparable & NumericOption>(
    _ name: String, short: Character? = nil, _ field: Field<Options, Value?>,
    in range: ClosedRange<Value>, unit: String? = nil, _ help: String
  ) -> OptionDeclaration {
    OptionDeclaration(
      description: OptionDescription(
        name: name, short: short, form: Value.form, unit: unit,
        range: range.lowerBound.asDouble...range.upperBound.asDouble, defaultText: nil,
        defaultJSON: nil, help: help),
      assign: { (options: inout Options, text: String) throws(OptionComplaint) in
        options[keyPath: field] = try Value(optionText: text, within: range)
      },
      json: { $0[keyPath: field].map(\.json) ?? .null },
      clear: { $0[keyPath: field] = nil })
  }

  /// Declares an option that may stand several times, each adding a value.
  public static func list<Value: OptionValue>(
    _ name: String, short: Character? = nil, _ field: Field<Options, [Value]>,
    unit: String? = nil, _ help: String
  ) -> OptionDeclaration {
    OptionDeclaration(
      description: OptionDescription(
        name: name, short: short, form: Value.form, unit: unit, range: nil, defaultText: nil,
        defaultJSON: .array([]), help: help, repeats: true),
      assign: { (options: inout Options, text: String) throws(OptionComplaint) in
        options[keyPath: field].append(try Value(optionText: text))
      },
      json: { .array($0[keyPath: field].map(\.json)) },
      clear: { $0[keyPath: field] = [] })
  }
}

/// The way to one field of an options value.
public typealias Field<Options, Value> = any WritableKeyPath<Options, Value> & Sendable

/// Options that have a default for everything.
public protocol Defaulted: Sendable {
  /// All defaults.
  init()
}

/// What is to be said about an option, whatever tool it belongs to.
public struct OptionDescription: Equatable, Sendable {
  /// The long name, without dashes.
  public let name: String
  /// The one-letter alias.
  public let short: Character?
  /// What can be written.
  public let form: OptionForm
  /// The unit of the value.
  public let unit: String?
  /// The bounds of a number.
  public let range: ClosedRange<Double>?
  /// The default as it would be written; nil when the option can be left out altogether.
  public let defaultText: String?
  /// The default in scenario files.
  public let defaultJSON: JSON?
  /// One sentence.
  public let help: String
  /// Whether it may stand several times.
  public var repeats = false

  /// Whether it can be left out altogether; records then say `null`.
  var isOptional: Bool { defaultText == nil && !repeats }

  /// The name in records and scenario files: `service-mean` is `service_mean` there.
  public var key: String { String(name.map { $0 == "-" ? "_" : $0 }) }
}

/// A number that an option can bound.
public protocol NumericOption {
  /// The number for messages and schemas.
  var asDouble: Double { get }
}

extension Double: NumericOption {
  /// The number itself.
  public var asDouble: Double { self }
}

extension Int: NumericOption {
  /// The number itself.
  public var asDouble: Double { Double(self) }
}

extension OptionValue where Self: Comparable & NumericOption {
  init(optionText: String, within range: ClosedRange<Self>) throws(OptionComplaint) {
    let value = try Self(optionText: optionText)
    guard range.contains(value) else {
      throw .outOfRange(
        optionText, low: range.lowerBound.asDouble, high: range.upperBound.asDouble)
    }
    self = value
  }
}
