import Numerics

/// How often, how long and how badly power was missing.
public struct BlackoutAnalysis: Sendable, Equatable {
  /// All episodes.
  public let count: Int
  /// By kind, in the order of ``Blackout/Kind``.
  public let byKind: [Int]
  /// By cause, in the order of ``Blackout/Cause``.
  public let byCause: [Int]
  /// By station.
  public let byStation: [Int]
  /// By the hour of the day in which they began.
  public let byHour: [Int]
  /// Energy not served in episodes, in kWh.
  public let notServed: Double
  /// How long they lasted together, in minutes.
  public let minutes: Double
  /// The mean power missing while they lasted, in kW.
  public let meanShortfall: Double
  /// The worst share of demand that was missing.
  public let worstShare: Double
  /// The most stations that were short of power at the same moment.
  public let mostAtOnce: Int
  /// Episodes per year, at this rate.
  public let perYear: Double

  /// Looks at the blackouts of a run.
  public init(_ blackouts: [Blackout], plan: HighwayPlan, hours: Double) {
    count = blackouts.count
    byKind = Blackout.Kind.allCases.map { kind in blackouts.count { $0.kind == kind } }
    byCause = Blackout.Cause.allCases.map { cause in blackouts.count { $0.cause == cause } }
    byStation = plan.stations.indices.map { index in blackouts.count { $0.station == index } }
    let starts = blackouts.map { Int((plan.startSecond + $0.start) / 3600) % 24 }
    byHour = (0..<24).map { hour in starts.count { $0 == hour } }
    notServed = blackouts.map(\.notServed).compensatedSum()
    minutes = blackouts.map { ($0.end - $0.start) / 60 }.compensatedSum()
    meanShortfall = minutes > 0 ? notServed / minutes * 60 : 0
    worstShare = blackouts.map(\.worstShare).max() ?? 0
    mostAtOnce = Self.mostAtOnce(blackouts)
    perYear = hours > 0 ? Double(blackouts.count) / hours * 8760 : 0
  }

  /// Sweeps over the beginnings and ends; where one ends as another begins they are not at once.
  private static func mostAtOnce(_ blackouts: [Blackout]) -> Int {
    let changes =
      blackouts.map { (time: $0.start, step: 1) } + blackouts.map { (time: $0.end, step: -1) }
    let ordered = changes.sorted { ($0.time, $0.step) < ($1.time, $1.step) }
    var (now, most) = (0, 0)
    for change in ordered {
      now += change.step
      most = max(most, now)
    }
    return most
  }
}
