/// A day of the proleptic Gregorian calendar, in Universal Time.
///
///     CivilDate(dayNumber: 20_094)                                // 6 January 2025
///     CivilDate(year: 1969, month: 12, day: 31).dayNumber         // -1
///
/// Years are astronomical: year 0 comes before year 1, and has a 29 February.
public struct CivilDate: Equatable, Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date; months and days outside their range count on into the neighbours.
  public init(year: Int, month: Int, day: Int) {
    self.init(dayNumber: Self.dayNumber(year, month, day))
  }

  /// The date so many days after 1 January 1970.
  ///
  /// Years are counted from 1 March, so that the leap day is the last one of a cycle of 400 years.
  public init(dayNumber: Int) {
    let days = dayNumber + Self.daysToEpoch
    let cycle = Self.floored(days, 146_097)
    var rest = days - 146_097 * cycle
    let century = Swift.min(3, rest / 36_524)
    rest -= 36_524 * century
    let leaps = rest / 1461
    rest -= 1461 * leaps
    let years = Swift.min(3, rest / 365)
    rest -= 365 * years
    let place = (5 * rest + 2) / 153
    day = rest - (153 * place + 2) / 5 + 1
    month = place < 10 ? place + 3 : place - 9
    year = 400 * cycle + 100 * century + 4 * leaps + years + (month < 3 ? 1 : 0)
  }

  /// How many days have passed since 1 January 1970.
  public var dayNumber: Int { Self.dayNumber(year, month, day) }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int { (dayNumber % 7 + 10) % 7 }

  /// The seconds from the start of 1970 to the start of this day.
  public var seconds: Double { Double(dayNumber) * 86_400 }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let months = 12 * year + month - 3
    let marchYear = floored(months, 12)
    let place = months - 12 * marchYear
    let leaps = floored(marchYear, 4) - floored(marchYear, 100) + floored(marchYear, 400)
    return 365 * marchYear + leaps + (153 * place + 2) / 5 + day - 1 - daysToEpoch
  }

  /// From 1 March of year 0 to 1 January 1970.
  private static let daysToEpoch = 719_468

  private static func floored(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }

  /// The seconds at the start of year -9999.
  static let firstSecond = CivilDate(year: -9999, month: 1, day: 1).seconds

  /// The seconds at the start of year 10000.
  static let lastSecond = CivilDate(year: 10_000, month: 1, day: 1).seconds
}
