public import AnalysisKit
public import HighwayWorld
public import Text

/// What a model that asks the highway reads in its own document, to be made again in another process.
///
///     let document = try HighwayDocument(json)
///     try document.numbers("levels")   // [20, 60]
public struct HighwayDocument {
  private let json: JSONObject

  /// Takes the document of a model of this version of the world.
  public init(_ json: JSONObject) throws(ToolFailure) {
    self.json = json
    guard json["version"]?.integer == HighwayQuestion.version else {
      throw complaint("version", "it is not \(HighwayQuestion.version), that of this evtools")
    }
  }

  /// Returns the scenario that stands there.
  public func scenario() throws(ToolFailure) -> HighwayScenario {
    do {
      return try (json["scenario"] ?? .null).decoded(unknownKeys: .refused)
    } catch {
      throw complaint("scenario." + error.path, error.reason.description)
    }
  }

  /// Returns a whole number.
  public func integer(_ key: String) throws(ToolFailure) -> Int {
    guard let value = json[key]?.integer else { throw complaint(key, "it is no whole number") }
    return value
  }

  /// Returns a list of numbers.
  public func numbers(_ key: String) throws(ToolFailure) -> [Double] {
    guard let list = json[key]?.array else { throw complaint(key, "it is no list") }
    let numbers = list.compactMap(\.number)
    guard numbers.count == list.count else { throw complaint(key, "it is no list of numbers") }
    return numbers
  }

  /// Says what is wrong under a key.
  public func complaint(_ place: String, _ problem: String) -> ToolFailure {
    .input(InputFailure(file: "the study", keyPath: "document." + place, problem: problem))
  }
}
