/// How often chargers fail, and when they are worked on.
public struct Reliability: Hashable, Sendable, Codable {
  /// The mean time between repair and failure in hours; 0 when they never fail.
  public var meanUptime: Double
  /// The mean time of repair in hours.
  public var meanRepair: Double
  /// Work at given times.
  public var maintenance: [Maintenance]

  /// Describes reliability.
  public init(meanUptime: Double = 0, meanRepair: Double = 4, maintenance: [Maintenance] = []) {
    self.meanUptime = meanUptime
    self.meanRepair = meanRepair
    self.maintenance = maintenance
  }

  /// Work at given times on some chargers of a station: who charges there may finish, nobody begins.
  public struct Maintenance: Hashable, Sendable, Codable {
    /// The number of the station, from 0; −1 for all.
    public var station: Int
    /// How many of its chargers, from the first.
    public var chargers: Int
    /// When it begins, in hours from the start.
    public var start: Double
    /// When it ends, in hours from the start.
    public var end: Double

    /// Describes work.
    public init(station: Int = -1, chargers: Int = 1, start: Double, end: Double) {
      self.station = station
      self.chargers = chargers
      self.start = start
      self.end = end
    }

    enum CodingKeys: String, CodingKey {
      case station, chargers
      case start = "start_h"
      case end = "end_h"
    }
  }

  enum CodingKeys: String, CodingKey {
    case maintenance
    case meanUptime = "mean_uptime_h"
    case meanRepair = "mean_repair_h"
  }
}

/// When the grid is away.
public struct GridOutages: Hashable, Sendable, Codable {
  /// Outages at given times.
  public var scheduled: [Window]
  /// The mean time between two outages of a station by chance, in hours; 0 for none.
  public var meanGap: Double
  /// The mean length of an outage by chance, in minutes.
  public var meanMinutes: Double

  /// Describes outages.
  public init(scheduled: [Window] = [], meanGap: Double = 0, meanMinutes: Double = 60) {
    self.scheduled = scheduled
    self.meanGap = meanGap
    self.meanMinutes = meanMinutes
  }

  /// An outage at a given time.
  public struct Window: Hashable, Sendable, Codable {
    /// The number of the station, from 0; −1 for all.
    public var station: Int
    /// When it begins, in hours from the start.
    public var start: Double
    /// When it ends, in hours from the start.
    public var end: Double

    /// Describes an outage.
    public init(station: Int = -1, start: Double, end: Double) {
      self.station = station
      self.start = start
      self.end = end
    }

    enum CodingKeys: String, CodingKey {
      case station
      case start = "start_h"
      case end = "end_h"
    }
  }

  enum CodingKeys: String, CodingKey {
    case scheduled
    case meanGap = "mean_gap_h"
    case meanMinutes = "mean_min"
  }
}
