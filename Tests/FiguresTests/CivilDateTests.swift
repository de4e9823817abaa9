import Figures
import Foundation
import Testing

@Suite("A civil date")
struct CivilDateTests {
  @Test(
    "is the day that almanacs give",
    arguments: [
      (1970, 1, 1, 0, 3), (2000, 2, 29, 11_016, 1), (1969, 12, 31, -1, 2), (2025, 1, 6, 20_094, 0),
      (1, 1, 1, -719_162, 0), (0, 3, 1, -719_468, 2), (9999, 12, 31, 2_932_896, 4),
    ])
  func known(year: Int, month: Int, day: Int, number: Int, weekday: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date.dayNumber == number && date.weekday == weekday)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test("agrees with Foundation's calendar, which is Gregorian from 1582 on")
  func foundation() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -141_000, to: 146_000, by: 13) {
      let date = CivilDate(dayNumber: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: date.seconds))
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
    }
  }

  @Test("goes there and back for every day of three thousand years")
  func roundTrip() {
    var last = CivilDate(dayNumber: -1_000_001)
    for number in -1_000_000...100_000 {
      let date = CivilDate(dayNumber: number)
      let follows =
        date.day == last.day + 1
        ? date.month == last.month && date.year == last.year
        : date.day == 1 && (date.month == last.month % 12 + 1)
      if date.dayNumber != number || !follows { Issue.record("day \(number)") }
      last = date
    }
  }
}
