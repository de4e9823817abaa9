import Statistics

/// Where, when and why cars stood still, and what would help.
public struct StrandingAnalysis: Sendable, Equatable {
  /// How many there were.
  public let count: Int
  /// By cause, in the order of ``StrandingCause``.
  public let byCause: [Int]
  /// By hour of the day.
  public let byHour: [Int]
  /// By ten kilometres of road.
  public let byTenKilometres: [Int]
  /// By kind of vehicle.
  public let byType: [Int]
  /// By kind of driver.
  public let byDriver: [Int]
  /// The mean place in km; nil when there are none.
  public let meanPosition: Double?
  /// The place before which half of them lie, in km.
  public let medianPosition: Double?
  /// How far the places spread, in km; nil when there are fewer than two.
  public let deviation: Double?
  /// Those per day.
  public let perDay: Double
  /// What would help, most urgent first.
  public let advice: [Advice]

  /// Something that would help.
  public struct Advice: Sendable, Equatable {
    /// What to do.
    public var kind: Kind
    /// How many strandings speak for it.
    public var cases: Int
    /// Where it is about, in km.
    public var place: ClosedRange<Double>
    /// Whether it matters much.
    public var isUrgent: Bool

    /// Makes a piece of advice.
    public init(kind: Kind, cases: Int, place: ClosedRange<Double>, isUrgent: Bool) {
      self.kind = kind
      self.cases = cases
      self.place = place
      self.isUrgent = isUrgent
    }

    /// What can be done.
    public enum Kind: Sendable, Equatable {
      /// Build a station in the middle of a long way without one.
      case fillGap
      /// Look at a place where a quarter or more of at least four strandings lie.
      case hotSpot
      /// Give a station more room to wait: it turns cars away.
      case moreRoom(station: Int)
      /// Give a station more chargers: drivers leave its line.
      case moreChargers(station: Int)
      /// Give a station a battery, or a second feed: its outages leave cars behind.
      case backup(station: Int)
      /// Let drivers charge earlier: they could have.
      case behaviour
      /// Tell drivers on entry: they can reach nothing.
      case informOnEntry
    }
  }

  /// Looks at the strandings of a run.
  public init(_ strandings: [Stranding], plan: HighwayPlan, hours: Double) {
    count = strandings.count
    byCause = Self.counts(strandings.map { Int($0.cause.rawValue) }, StrandingCause.allCases.count)
    byHour = Self.counts(
      strandings.map { Int((plan.startSecond + $0.time) / 3600) % 24 }, 24)
    let length = plan.scenario.road.length
    let tens = Int((length / 10).rounded(.up))
    byTenKilometres = Self.counts(
      strandings.map { min(max(Int($0.position / 10), 0), tens - 1) }, tens)
    byType = Self.counts(strandings.map(\.type), plan.scenario.fleet.vehicles.count)
    byDriver = Self.counts(strandings.map(\.driver), plan.scenario.fleet.drivers.count)
    var places = strandings.map(\.position)
    let moments = RunningMoments(places)
    meanPosition = places.isEmpty ? nil : moments.mean
    medianPosition = places.isEmpty ? nil : Quantile.select(0.5, from: &places)
    deviation = places.count < 2 ? nil : moments.standardDeviation
    perDay = hours > 0 ? Double(strandings.count) / hours * 24 : 0
    advice = Self.advice(strandings, plan)
  }

  private static func counts(_ values: [Int], _ size: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: size)
    for value in values { counts[value] += 1 }
    return counts
  }

  private static func advice(_ strandings: [Stranding], _ plan: HighwayPlan) -> [Advice] {
    let avoidable = strandings.filter { $0.cause != .infeasible }
    let all =
      gaps(avoidable, plan) + hotSpots(avoidable) + stations(avoidable, plan)
      + drivers(strandings, plan)
    return all.sorted { ($0.isUrgent ? 1 : 0, $0.cases) > ($1.isUrgent ? 1 : 0, $1.cases) }
  }

  /// Ways of more than 100 km without a station in which cars stood still.
  private static func gaps(_ strandings: [Stranding], _ plan: HighwayPlan) -> [Advice] {
    let borders = [0] + plan.stations.map(\.position) + [plan.scenario.road.length]
    return zip(borders, borders.dropFirst()).compactMap { start, end in
      let cases = strandings.count { $0.position > start && $0.position <= end }
      guard end - start > 100, cases > 0 else { return nil }
      return Advice(kind: .fillGap, cases: cases, place: start...end, isUrgent: cases > 2)
    }
  }

  private static func hotSpots(_ strandings: [Stranding]) -> [Advice] {
    var spots: [Int: Int] = [:]
    for stranding in strandings { spots[Int(stranding.position / 10), default: 0] += 1 }
    return spots.keys.sorted().compactMap { ten in
      let cases = spots[ten] ?? 0
      guard cases >= 4, 4 * cases >= strandings.count else { return nil }
      let start = Double(ten) * 10
      return Advice(kind: .hotSpot, cases: cases, place: start...(start + 10), isUrgent: false)
    }
  }

  private static func stations(_ strandings: [Stranding], _ plan: HighwayPlan) -> [Advice] {
    plan.stations.indices.flatMap { station in
      let own = strandings.filter { $0.lastStation == station }
      let place = plan.stations[station].position
      let kinds: [(StrandingCause, Advice.Kind)] = [
        (.denied, .moreRoom(station: station)), (.abandoned, .moreChargers(station: station)),
        (.outage, .backup(station: station)),
      ]
      return kinds.compactMap { cause, kind -> Advice? in
        let cases = own.count { $0.cause == cause }
        guard cases > 0 else { return nil }
        return Advice(kind: kind, cases: cases, place: place...place, isUrgent: cases > 2)
      }
    }
  }

  private static func drivers(_ strandings: [Stranding], _ plan: HighwayPlan) -> [Advice] {
    let road = 0...plan.scenario.road.length
    let kinds: [(StrandingCause, Advice.Kind)] = [
      (.behaviour, .behaviour), (.infeasible, .informOnEntry),
    ]
    return kinds.compactMap { cause, kind in
      let cases = strandings.count { $0.cause == cause }
      guard cases > 0 else { return nil }
      return Advice(kind: kind, cases: cases, place: road, isUrgent: false)
    }
  }
}
