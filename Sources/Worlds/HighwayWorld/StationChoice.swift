/// How drivers choose where to charge.
public struct StationChoice: Hashable, Sendable, Codable {
  /// The way of choosing.
  public var model: Model
  /// How old the published state of the other stations may be, in minutes.
  public var informationDelay: Double
  /// Whether drivers who can go on do so when the line is longer than their patience.
  public var isBalking: Bool
  /// Whether those who cannot go on may wait although the waiting room is full.
  public var allowsOverflow: Bool
  /// The length of a session by which one guesses the wait, in minutes.
  public var expectedSession: Double
  /// What an hour is worth to drivers when they compare prices.
  public var valueOfTime: Double
  /// How far tastes differ, as the scale of a Gumbel distribution, in minutes.
  public var taste: Double

  /// Describes how drivers choose.
  public init(
    model: Model = .compare, informationDelay: Double = 5, isBalking: Bool = true,
    allowsOverflow: Bool = true, expectedSession: Double = 25, valueOfTime: Double = 15,
    taste: Double = 4
  ) {
    self.model = model
    self.informationDelay = informationDelay
    self.isBalking = isBalking
    self.allowsOverflow = allowsOverflow
    self.expectedSession = expectedSession
    self.valueOfTime = valueOfTime
    self.taste = taste
  }

  /// The ways of choosing.
  public enum Model: String, Hashable, Sendable, Codable, CaseIterable {
    /// The first station at which charging is needed.
    case firstNeed = "first-need"
    /// The one that costs least of time and money among those that can be reached (a logit choice).
    case compare
  }

  enum CodingKeys: String, CodingKey {
    case model
    case informationDelay = "information_delay_min"
    case isBalking = "balking"
    case allowsOverflow = "overflow"
    case expectedSession = "expected_session_min"
    case valueOfTime = "value_of_time_per_h"
    case taste = "taste_min"
  }
}
