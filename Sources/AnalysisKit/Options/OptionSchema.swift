public import Text

/// The JSON schema of scenario files, from the same description as everything else.
public enum OptionSchema {
  /// Returns the schema (draft 2020-12) of a tool's scenario files.
  public static func schema(title: String, options: [OptionDescription]) -> JSON {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string(title),
      "type": "object",
      "additionalProperties": false,
      "properties": .object(JSONObject(options.map { ($0.key, property($0)) })),
    ]
  }

  private static func property(_ option: OptionDescription) -> JSON {
    var property = type(option.form, option.range)
    if option.repeats { property = ["type": "array", "items": .object(property)] }
    if option.isOptional { property = orNull(property) }
    property["description"] = .string(option.help + (option.unit.map { " Unit: \($0)." } ?? ""))
    if let value = option.defaultJSON, value != .null { property["default"] = value }
    return .object(property)
  }

  private static func type(_ form: OptionForm, _ range: ClosedRange<Double>?) -> JSONObject {
    var schema: JSONObject
    switch form {
    case .number: schema = ["type": "number"]
    case .integer: schema = ["type": "integer"]
    case .flag: schema = ["type": "boolean"]
    case .text: schema = ["type": ["string", "integer"]]
    case .path: schema = ["type": "string", "minLength": 1]
    case .choice(let words): schema = ["enum": .array(words.map { .string($0) })]
    case .either(let words, let other):
      schema = [
        "anyOf": [["enum": .array(words.map { .string($0) })], .object(type(other, range))]
      ]
      return schema
    }
    if let low = range?.lowerBound, low.isFinite { schema["minimum"] = bound(low, form) }
    if let high = range?.upperBound, high.isFinite { schema["maximum"] = bound(high, form) }
    return schema
  }

  /// What can be left out altogether is null in records.
  private static func orNull(_ schema: JSONObject) -> JSONObject {
    var schema = schema
    if let words = schema["enum"]?.array {
      schema["enum"] = .array(words + [nil])
    } else if let choices = schema["anyOf"]?.array {
      schema["anyOf"] = .array(choices + [["type": "null"]])
    } else if let type = schema["type"] {
      schema["type"] = .array((type.array ?? [type]) + ["null"])
    }
    return schema
  }

  private static func bound(_ value: Double, _ form: OptionForm) -> JSON {
    form == .integer ? .integer(Int(exactly: value) ?? .max) : .number(value)
  }
}
