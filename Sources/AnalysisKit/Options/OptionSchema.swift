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
    var property =
      option.repeats
      ? ["type": "array", "items": .object(type(option.form, option.range))]
      : type(option.form, option.range)
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
    case .path: schema = ["type": "string"]
    case .choice(let words): schema = ["enum": .array(words.map { .string($0) })]
    case .either(let words, let other):
      schema = [
        "anyOf": [["enum": .array(words.map { .string($0) })], .object(type(other, range))]
      ]
      return schema
    }
    if let range {
      schema["minimum"] = bound(range.lowerBound, form)
      schema["maximum"] = bound(range.upperBound, form)
    }
    return schema
  }

  private static func bound(_ value: Double, _ form: OptionForm) -> JSON {
    form == .integer ? .integer(Int(exactly: value) ?? .max) : .number(value)
  }
}
