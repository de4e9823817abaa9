public import Text

extension StudyFile {
  /// What a study file may hold, as a JSON schema for editors.
  public static var schema: JSON {
    object(
      "A study of evtools",
      [
        "$schema": "https://json-schema.org/draft/2020-12/schema"
      ],
      [
        ("scenario", described("A preset, a file, or what is laid over a preset.", [:])),
        ("factors", described("What varies.", list(factor))),
        ("design", described("Which designs.", design)),
        ("replications", described("How often each design is tried.", replications)),
        ("objectives", described("The names of what is to be small.", list(text))),
        ("constraints", described("What may not be exceeded.", list(constraint))),
      ])
  }

  private static let text: JSONObject = ["type": "string"]
  private static let number: JSONObject = ["type": "number"]
  private static let whole: JSONObject = ["type": "integer"]

  private static var factor: JSONObject {
    object(
      [
        ("name", described("What it is called in tables and figures.", text)),
        ("key", described("The key of the scenario that it sets.", text)),
        ("keys", described("Several keys that get the same value.", list(text))),
        ("from", described("The lowest value; whole ends make whole values.", number)),
        ("to", described("The highest value.", number)),
        ("step", described("The distance of values.", ["type": "number", "exclusiveMinimum": 0])),
        (
          "real",
          described("Whether values between whole ends need not be whole.", ["type": "boolean"])
        ),
        (
          "values",
          described("Instead of a range: these and no others.", ["type": "array", "minItems": 1])
        ),
        ("unit", text),
        (
          "at_most",
          described(
            "A sum over factors before it, by name, and \"plus\".",
            ["type": "object", "additionalProperties": .object(number)])
        ),
        (
          "needs",
          object([("factor", text), ("at_least", number)], required: ["factor", "at_least"])
        ),
      ], required: ["name"])
  }

  private static var design: JSONObject {
    func kind(_ name: JSON, _ more: [(String, JSONObject)], required: [JSON] = []) -> JSON {
      .object(object([("kind", ["const": name])] + more, required: ["kind"] + required))
    }
    let points: JSONObject = [
      "type": "integer", "minimum": 1, "maximum": .integer(StudyDesign.mostPoints),
    ]
    return [
      "oneOf": [
        kind("grid", []),
        kind("list", [("points", list(list(number)))], required: ["points"]),
        kind("latin-hypercube", [("points", points)], required: ["points"]),
        kind("sobol", [("points", points)], required: ["points"]),
        kind(
          "morris",
          [
            ("trajectories", ["type": "integer", "minimum": 2, "maximum": 100_000]),
            ("levels", ["type": "integer", "minimum": 2, "maximum": 64]),
          ], required: ["trajectories"]),
      ]
    ]
  }

  private static var replications: JSONObject {
    let rule = object(
      [
        ("until", described("The measure whose mean is to be known.", text)),
        ("half_width", described("How well.", ["type": "number", "exclusiveMinimum": 0])),
        ("at_least", ["type": "integer", "minimum": 2]), ("at_most", whole),
      ], required: ["until", "half_width"])
    return [
      "oneOf": [
        ["type": "integer", "minimum": 1, "maximum": 100_000], .object(rule),
      ]
    ]
  }

  private static var constraint: JSONObject {
    object([("measure", text), ("at_most", number)], required: ["measure", "at_most"])
  }

  // MARK: - Words of schemas

  private static func object(
    _ title: String, _ more: JSONObject, _ members: [(String, JSONObject)]
  ) -> JSON {
    .object(more.merging(["title": .string(title)]).merging(object(members)))
  }

  private static func object(
    _ members: [(String, JSONObject)], required: [JSON] = []
  ) -> JSONObject {
    var schema: JSONObject = [
      "type": "object", "properties": .object(JSONObject(members.map { ($0, .object($1)) })),
      "additionalProperties": false,
    ]
    if !required.isEmpty { schema["required"] = .array(required) }
    return schema
  }

  private static func list(_ items: JSONObject) -> JSONObject {
    ["type": "array", "items": .object(items)]
  }

  private static func described(_ words: String, _ schema: JSONObject) -> JSONObject {
    JSONObject([("description", .string(words))]).merging(schema)
  }
}
