import ChargingModels
public import Text

extension HighwayScenario {
  /// The JSON schema (draft 2020-12) of scenario files.
  ///
  /// Keys and kinds are those of a preset as it is written, so that they cannot disagree; the words that
  /// a key takes are those of its type.
  public static var schema: JSON {
    guard let whole = try? JSON(encoding: HighwayScenario.calibrated),
      case .object(var schema) = property(of: whole, at: ""),
      case .object(var keys)? = schema["properties"]
    else { return .null }
    keys["preset"] = [
      "enum": .array(presets.map { .string($0.name) }),
      "description": "The scenario over which this file is laid; calibrated if left out.",
    ]
    schema["properties"] = .object(keys)
    let head: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "evtools highway scenario",
    ]
    return .object(head.merging(schema))
  }

  private static func property(of value: JSON, at path: String) -> JSON {
    switch value {
    case .object(let members):
      guard !path.hasSuffix("initial_soc") else { return [:] }
      let inner = members.keys.map { key in
        (key, property(of: members[key] ?? .null, at: path.isEmpty ? key : path + "." + key))
      }
      return [
        "type": "object", "additionalProperties": false, "properties": .object(JSONObject(inner)),
      ]
    case .array(let elements):
      guard let first = elements.first, !path.hasSuffix("initial_soc") else {
        return ["type": "array"]
      }
      return ["type": "array", "items": property(of: first, at: path + "[]")]
    case .bool: return ["type": "boolean"]
    case .integer, .number:
      return limits.contains(path) ? limit : ["type": "number"]
    case .string:
      if limits.contains(path) { return limit }
      return words[path].map { ["enum": .array($0.map { .string($0) })] } ?? ["type": "string"]
    case .null: return [:]
    }
  }

  private static let limit: JSON = [
    "anyOf": [["type": "number", "minimum": 0], ["const": "unlimited"]]
  ]

  private static let limits: Set<String> = [
    "waiting_spots", "energy.grid_max_kw", "stations.cabinet_kw",
  ]

  private static let words: [String: [String]] = [
    "traffic.process": TrafficProcess.allCases.map(\.rawValue),
    "service.model": ServiceOptions.Model.allCases.map(\.rawValue),
    "patience.model": PatienceOptions.Model.allCases.map(\.rawValue),
    "discipline": Discipline.allCases.map(\.rawValue),
    "choice.model": StationChoice.Model.allCases.map(\.rawValue),
    "fleet.spawn": Fleet.Spawn.allCases.map(\.rawValue),
    "energy.dispatch": DispatchRule.allCases.map(\.rawValue),
  ]
}
