public import Text

/// A study as a file: which scenario, what varies, which designs, how often, and by what it is judged.
///
///     {
///       "scenario": "calibrated",
///       "factors": [ { "name": "chargers", "from": 2, "to": 12 } ],
///       "design": { "kind": "latin-hypercube", "points": 64 },
///       "replications": { "until": "wait_mean_min", "half_width": 0.5, "at_most": 50 },
///       "objectives": [ "cost", "stranding" ],
///       "constraints": [ { "measure": "stranding", "at_most": 1 } ]
///     }
public struct StudyFile: Equatable, Sendable {
  /// The scenario: a name, a file, or what is laid over a preset.
  public var scenario: JSON?
  /// What varies.
  public var factors: [Factor]?
  /// Which designs.
  public var design: StudyDesign?
  /// How often.
  public var replications: StudyReplications?
  /// The names of what is to be small.
  public var objectives: [String]?
  /// What may not be exceeded.
  public var constraints: [Constraint]?

  /// A measure that may not exceed a number.
  public struct Constraint: Hashable, Sendable, Codable {
    /// The name of the objective or measure.
    public var measure: String
    /// What it may be at most.
    public var most: Double

    enum CodingKeys: String, CodingKey {
      case measure
      case most = "at_most"
    }

    /// Limits a measure.
    public init(_ measure: String, atMost most: Double) {
      self.measure = measure
      self.most = most
    }
  }

  /// Leaves everything to the tool.
  public init() {}

  /// Reads a file; refuses keys that there are not.
  public static func read(
    _ file: FilePath, in workshop: Workshop
  ) throws(ToolFailure) -> StudyFile {
    let bytes = try workshop.read(file)
    let node: JSONNode
    do { node = try JSONReader.read(bytes) } catch {
      throw .input(
        InputFailure(file: file.text, position: error.position, problem: error.description))
    }
    do {
      return try node.decoded(unknownKeys: .refused)
    } catch {
      throw .input(
        InputFailure(
          file: file.text, keyPath: error.path.isEmpty ? nil : error.path, position: error.position,
          problem: error.reason.description,
          remedy: "`evtools study schema` prints what a study file may hold."))
    }
  }
}

extension StudyFile: Codable {
  enum CodingKeys: String, CodingKey {
    case scenario, factors, design, replications, objectives, constraints
  }
}
