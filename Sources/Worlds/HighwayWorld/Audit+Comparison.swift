extension Audit {
  /// Returns every number that the log gives beside the one that the simulator reported.
  public func compare(with reported: HighwayReading) -> [BookLine] {
    var lines: [BookLine] = []
    func count(_ name: String, _ meter: KeyPath<HighwayReading, Int>) {
      lines.append(
        BookLine(
          book: .vehicles, name: name, left: Double(reading[keyPath: meter]),
          right: Double(reported[keyPath: meter])))
    }
    func hours(_ name: String, _ meter: KeyPath<HighwayReading, Double>) {
      lines.append(
        BookLine(
          book: .minutes, name: name, left: 60 * reading[keyPath: meter],
          right: 60 * reported[keyPath: meter]))
    }
    count("arrived", \.arrived)
    count("completed", \.completed)
    count("stranded", \.stranded)
    count("at risk", \.atRisk)
    count("stops", \.stops)
    count("driving", \.driving)
    count("waiting", \.waiting)
    count("charging", \.charging)
    for (index, cause) in StrandingCause.allCases.enumerated() {
      lines.append(
        BookLine(
          book: .vehicles, name: "stranded: " + cause.name,
          left: Double(reading.strandedByCause[index]),
          right: Double(reported.strandedByCause[index])))
    }
    hours("driving", \.drivingHours)
    hours("waiting", \.waitingHours)
    hours("charging", \.chargingHours)
    lines.append(
      BookLine(
        book: .energy, name: "brought in + charged = driven + left", left: brought + charged,
        right: consumed + takenOut))
    for index in reading.stations.indices {
      lines += Self.compare(reading.stations[index], reported.stations[index], index)
    }
    return lines
  }

  private static func compare(_ own: StationReading, _ reported: StationReading, _ index: Int)
    -> [BookLine]
  {
    let counts: [(String, KeyPath<StationReading, Int>)] = [
      ("visits", \.visits), ("started", \.started), ("finished", \.finished),
      ("cut short", \.cutShort), ("interrupted", \.interrupted), ("abandoned", \.abandoned),
      ("denied", \.denied), ("balked", \.balked), ("delayed", \.delayed), ("waiting", \.waiting),
      ("charging", \.charging),
    ]
    let times: [(String, KeyPath<StationReading, Double>)] = [
      ("busy", \.busyHours), ("waiting", \.waitingHours),
    ]
    let energies: [(String, KeyPath<StationReading, Double>)] = [
      ("into cars", \.toCars), ("drawn", \.drawn), ("grid", \.grid), ("export", \.export),
      ("sun offered", \.solarOffered), ("sun used", \.solarUsed),
      ("wind offered", \.windOffered), ("wind used", \.windUsed), ("battery in", \.batteryIn),
      ("battery out", \.batteryOut), ("not served", \.notServed), ("CO₂ in kg", \.emitted),
    ]
    let money: [(String, KeyPath<StationReading, Double>)] = [
      ("income", \.income), ("grid bill", \.gridBill), ("export income", \.exportIncome),
    ]
    func line(_ book: BookLine.Book, _ name: String, _ left: Double, _ right: Double) -> BookLine {
      BookLine(book: book, name: "station \(index): " + name, left: left, right: right)
    }
    return counts.map {
      line(.vehicles, $0.0, Double(own[keyPath: $0.1]), Double(reported[keyPath: $0.1]))
    }
      + times.map { line(.minutes, $0.0, 60 * own[keyPath: $0.1], 60 * reported[keyPath: $0.1]) }
      + energies.map { line(.energy, $0.0, own[keyPath: $0.1], reported[keyPath: $0.1]) }
      + money.map { line(.money, $0.0, own[keyPath: $0.1], reported[keyPath: $0.1]) }
  }
}
