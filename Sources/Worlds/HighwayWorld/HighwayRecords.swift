/// A car that stood still with an empty battery.
public struct Stranding: Sendable, Equatable, BitwiseCopyable {
  /// The number of the vehicle in the order of arrival.
  public var vehicle: Int
  /// When, in seconds from the start.
  public var time: Double
  /// Where, in km.
  public var position: Double
  /// Why.
  public var cause: StrandingCause
  /// Its kind, as a number in the scenario's list.
  public var type: Int
  /// The kind of its driver, as a number in the scenario's list.
  public var driver: Int
  /// The state of charge it came with.
  public var initialCharge: Double
  /// How often it had charged.
  public var stops: Int
  /// The last station that it passed or left, −1 for none.
  public var lastStation: Int
}

/// A time in which a station could not give what its cars would have taken.
public struct Blackout: Sendable, Equatable, BitwiseCopyable {
  /// The station.
  public var station: Int
  /// When it began, in seconds from the start: when a tenth of the demand was not served.
  public var start: Double
  /// When it ended; while it lasts, when it was last looked at.
  public var end: Double
  /// Whether it still lasts.
  public var isOpen: Bool
  /// Energy not served, in kWh.
  public var notServed: Double
  /// The energy that cars would have taken, in kWh.
  public var demanded: Double
  /// The worst share of the demand that was not served.
  public var worstShare: Double
  /// The highest power missing in kW.
  public var worstPower: Double
  /// The worst it was.
  public var kind: Kind
  /// What it began with.
  public var cause: Cause

  /// Writes down a blackout.
  public init(
    station: Int, start: Double, end: Double, isOpen: Bool, notServed: Double, demanded: Double,
    worstShare: Double, worstPower: Double, kind: Kind, cause: Cause
  ) {
    (self.station, self.start, self.end, self.isOpen) = (station, start, end, isOpen)
    (self.notServed, self.demanded) = (notServed, demanded)
    (self.worstShare, self.worstPower) = (worstShare, worstPower)
    (self.kind, self.cause) = (kind, cause)
  }

  /// Kinds of blackout, from mild to severe.
  public enum Kind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// Some power is missing although the battery or the sun still give.
    case brownout
    /// The battery, where there is one, has run out.
    case batteryDepleted
    /// The grid is at its limit, and there is nothing else.
    case gridOverload
    /// Nine tenths are missing, or more.
    case total

    /// The words for it.
    public var name: String {
      switch self {
      case .brownout: "brownout"
      case .batteryDepleted: "battery depleted"
      case .gridOverload: "grid overload"
      case .total: "total blackout"
      }
    }
  }

  /// What a blackout begins with.
  public enum Cause: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// The grid was away.
    case gridFailure
    /// Sun and wind gave less than a tenth and the battery was empty.
    case calmAndDark
    /// More than one and a half times what the grid can give was asked for.
    case demandSurge
    /// The battery was empty.
    case batteryDepleted
    /// Several things that alone would not have done it.
    case compound

    /// The words for it.
    public var name: String {
      switch self {
      case .gridFailure: "grid failure"
      case .calmAndDark: "calm and dark with an empty battery"
      case .demandSurge: "demand surge"
      case .batteryDepleted: "empty battery"
      case .compound: "compound"
      }
    }
  }

  /// Shortfall as a share of demand, times minutes.
  public var severity: Double {
    demanded > 0 ? notServed / demanded * (end - start) / 60 : 0
  }
}

/// One wait of somebody who was then served.
public struct ServedWait: Sendable, Equatable, BitwiseCopyable {
  /// The wait in minutes.
  public var minutes: Double
  /// The station.
  public var station: Int32
  /// The number of the vehicle.
  public var vehicle: Int32
}
