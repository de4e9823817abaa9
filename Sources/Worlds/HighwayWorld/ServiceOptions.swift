/// How long charging takes.
public struct ServiceOptions: Hashable, Sendable, Codable {
  /// What decides it.
  public var model: Model
  /// The mean in minutes, for `exponential` and `deterministic`.
  public var mean: Double
  /// The time at the charger without charging, in minutes, for `physics`.
  public var plugTime: Double

  /// Describes service.
  public init(model: Model = .physics, mean: Double = 25, plugTime: Double = 2) {
    self.model = model
    self.mean = mean
    self.plugTime = plugTime
  }

  /// What decides how long charging takes.
  public enum Model: String, Hashable, Sendable, Codable, CaseIterable {
    /// Battery, charger and driver.
    case physics
    /// Chance: the textbook queue. Everybody stops at every station, and no energy flows.
    case exponential
    /// Nothing: always the same time. As for `exponential`, no energy flows.
    case deterministic
  }

  enum CodingKeys: String, CodingKey {
    case model
    case mean = "mean_min"
    case plugTime = "plug_min"
  }
}

/// How long one waits in line.
public struct PatienceOptions: Hashable, Sendable, Codable {
  /// What decides it.
  public var model: Model
  /// The mean in minutes, for `exponential`.
  public var mean: Double

  /// Describes patience.
  public init(model: Model = .profile, mean: Double = 30) {
    self.model = model
    self.mean = mean
  }

  /// What decides how long one waits.
  public enum Model: String, Hashable, Sendable, Codable, CaseIterable {
    /// The driver's profile; who could not reach anything else stays.
    case profile
    /// Nobody ever leaves the line.
    case none
    /// Chance; everybody leaves when it runs out.
    case exponential
  }

  enum CodingKeys: String, CodingKey {
    case model
    case mean = "mean_min"
  }
}

/// In which order those who wait are served.
public enum Discipline: String, Hashable, Sendable, Codable, CaseIterable {
  /// First come, first served.
  case firstCome = "fifo"
  /// By the class of the vehicle, then first come.
  case priority
  /// The emptiest battery first.
  case lowestCharge = "soc-urgency"
  /// Who decided first to come here, at the station before, is served first.
  case reservation
}
