public import AnalysisKit
internal import Text

/// When cars came, as somebody noted or counted it in a CSV file.
///
/// One row is a car, with its moment in a column `arrival_s`, `arrival_min` or `arrival_h` after the start of the run,
/// or `time` by the clock (`07:30`, `07:30:15`, `2026-05-01T07:30:00`). With a column `vehicles` beside it, one row is an interval
/// that begins then and ends where the next begins, and its cars come evenly spread.
public struct TrafficTrace {
  private let path: FilePath
  private let table: CSVTable
  private let startHour: Double

  /// The most cars that a file may hold.
  private static let most = 5_000_000

  /// Reads the moments in hours from the start of a run that starts at an hour of the day.
  public static func hours(
    in path: FilePath, startHour: Double, _ workshop: Workshop
  ) throws(ToolFailure) -> [Double] {
    let bytes = try workshop.read(path)
    let table: CSVTable
    do { table = try CSVReader.read(bytes) } catch {
      throw .input(
        InputFailure(file: path.text, position: error.position, problem: error.description))
    }
    return try TrafficTrace(path: path, table: table, startHour: startHour).hours()
  }

  private func hours() throws(ToolFailure) -> [Double] {
    let moments = try moments()
    guard let counts = table.column(named: "vehicles") else {
      guard moments.count <= Self.most else { throw tooMany(table.rows[Self.most][0]) }
      return moments
    }
    return try spread(moments, counts)
  }

  // MARK: - Moments

  private static let units = [("arrival_s", 3600.0), ("arrival_min", 60), ("arrival_h", 1)]
  private static let remedy =
    "Call a column arrival_s, arrival_min, arrival_h or time; and vehicles, where cars are counted."

  private func moments() throws(ToolFailure) -> [Double] {
    guard !table.rows.isEmpty else {
      throw .input(InputFailure(file: path.text, problem: "it has a head but no rows"))
    }
    var moments: [Double] = []
    if let (column, perHour) = Self.units.lazy.compactMap({ name, perHour in
      table.column(named: name).map { ($0, perHour) }
    }).first {
      for row in table.rows { moments.append(try number(row[column]) / perHour) }
      try checkOrder(moments, column)
    } else if let column = table.column(named: "time") {
      moments = try clockMoments(column)
    } else if table.header == nil, table.rows[0].count == 1 {
      throw .input(
        InputFailure(
          file: path.text, position: TextPosition(line: 1, column: 1),
          problem: "its only column has no name, so its unit is not known", remedy: Self.remedy))
    } else {
      throw .input(
        InputFailure(
          file: path.text, position: TextPosition(line: 1, column: 1),
          problem: "no column says when cars come", remedy: Self.remedy))
    }
    return moments
  }

  private func number(_ field: CSVField) throws(ToolFailure) -> Double {
    guard let value = field.number, value.isFinite, value >= 0 else {
      throw complaint(field, "\(field.text.quoted) is not a number at or above 0")
    }
    return value
  }

  private func clockMoments(_ column: Int) throws(ToolFailure) -> [Double] {
    var moments: [Double] = []
    var first: Int?
    var (day, last) = (0, 0.0)
    for row in table.rows {
      let field = row[column]
      guard let reading = ClockReading(field.text) else {
        throw complaint(
          field, "\(field.text.quoted) is no time such as 07:30, 07:30:15 or 2026-05-01T07:30:00")
      }
      guard moments.isEmpty || (reading.day == nil) == (first == nil) else {
        throw complaint(field, "some times have a day and others have none")
      }
      if let own = reading.day {
        first = first ?? own
        day = own - (first ?? own)
      } else if reading.hour < last {
        // By the clock alone an earlier time is that of the next day.
        day += 1
      }
      last = reading.hour
      let moment = Double(24 * day) + reading.hour - startHour
      guard moment >= 0 || !moments.isEmpty else {
        throw complaint(
          field,
          "\(field.text.quoted) is before the run starts, at \(startHour.shortestText) o'clock",
          "Set start_hour in the scenario.")
      }
      moments.append(moment)
    }
    try checkOrder(moments, column)
    return moments
  }

  private func checkOrder(_ moments: [Double], _ column: Int) throws(ToolFailure) {
    for index in moments.indices.dropFirst() where moments[index] < moments[index - 1] {
      let (field, before) = (table.rows[index][column], table.rows[index - 1][column])
      throw complaint(
        field, "\(field.text.quoted) comes before \(before.text.quoted) in the row above",
        "Sort the rows by time.")
    }
  }

  // MARK: - Counts

  private func spread(_ starts: [Double], _ column: Int) throws(ToolFailure) -> [Double] {
    guard starts.count > 1 else {
      throw complaint(
        table.rows[0][column], "one interval has no length",
        "Give a second row, with 0 vehicles if need be.")
    }
    var moments: [Double] = []
    for (index, row) in table.rows.enumerated() {
      let field = row[column]
      guard let number = field.number, number >= 0, number == number.rounded() else {
        throw complaint(field, "\(field.text.quoted) is not a whole number at or above 0")
      }
      guard number <= Double(Self.most - moments.count) else { throw tooMany(field) }
      let count = Int(number)
      // The last is as long as the one before.
      let length =
        index + 1 < starts.count
        ? starts[index + 1] - starts[index] : starts[index] - starts[index - 1]
      guard length > 0 else {
        throw complaint(
          row[0], "an interval begins where the one before does", "Give each a time of its own.")
      }
      for car in 0..<count {
        moments.append(starts[index] + length * (Double(car) + 0.5) / Double(count))
      }
    }
    return moments
  }

  private func tooMany(_ field: CSVField) -> ToolFailure {
    complaint(field, "these are more than \(Self.most.groupedText) cars", "Cut the file.")
  }

  private func complaint(_ field: CSVField, _ problem: String, _ remedy: String = "") -> ToolFailure
  {
    .input(
      InputFailure(file: path.text, position: field.position, problem: problem, remedy: remedy))
  }
}

/// A time by the clock, perhaps of a day.
///
///     ClockReading("2026-05-01T07:30:00")?.hour   // 7.5
struct ClockReading: Equatable {
  /// The day, counted from any fixed one; nil where none was said.
  let day: Int?
  /// The hour of the day.
  let hour: Double

  /// Reads `07:30`, `07:30:15.5` or one of these after a date and a T or a blank; a Z at the end is passed over.
  init?(_ text: String) {
    var words = text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
    guard let clock = words.popLast(), words.count <= 1 else { return nil }
    if let date = words.first {
      guard let day = Self.day(date) else { return nil }
      self.day = day
    } else {
      day = nil
    }
    let plain = clock.hasSuffix("Z") && day != nil ? String(clock.dropLast()) : clock
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.first?.isASCIIDigit == true }),
      let hours = Int(strictText: parts[0]), (0...23).contains(hours),
      let minutes = Int(strictText: parts[1]), (0...59).contains(minutes),
      let seconds = parts.count == 3 ? Double(strictText: parts[2]) : 0,
      seconds >= 0, seconds < 60
    else { return nil }
    hour = Double(hours) + (Double(minutes) + seconds / 60) / 60
  }

  /// The number of a day of the Gregorian calendar.
  private static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(strictText: parts[0]), let month = Int(strictText: parts[1]),
      let day = Int(strictText: parts[2]), (1...12).contains(month), year > 0
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    let years = year - 1
    return 365 * years + years / 4 - years / 100 + years / 400
      + lengths.prefix(month - 1).reduce(0, +) + day
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
