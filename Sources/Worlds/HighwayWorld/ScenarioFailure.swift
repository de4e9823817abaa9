/// What is wrong with a scenario, where, and what to do.
///
///     stations.list[1].position_km: 420 lies outside the road of 300 km. Give a place from 0 to 300.
public struct ScenarioFailure: Error, Equatable, Sendable {
  /// The key that is wrong, as it stands in the file.
  public let path: String
  /// What is wrong with it, with its value.
  public let problem: String
  /// What would be right.
  public let remedy: String

  /// Makes a failure.
  public init(path: String, problem: String, remedy: String) {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }
}
