/// A meter of a station by its name, for keeping and reading back.
///
///     StationMeter.all.map { ($0.name, $0.value(reading)) }
public struct StationMeter: Sendable {
  /// The name, with its unit.
  public let name: String
  /// What it shows.
  public let value: @Sendable (StationReading) -> Double
  /// Sets what it shows.
  public let set: @Sendable (inout StationReading, Double) -> Void

  private init(_ name: String, _ path: any WritableKeyPath<StationReading, Double> & Sendable) {
    self.name = name
    value = { $0[keyPath: path] }
    set = { $0[keyPath: path] = $1 }
  }

  private init(_ name: String, _ path: any WritableKeyPath<StationReading, Int> & Sendable) {
    self.name = name
    value = { Double($0[keyPath: path]) }
    set = { $0[keyPath: path] = Int(exactly: $1) ?? 0 }
  }

  /// All that count from the start, and who is there.
  public static let all: [StationMeter] = [
    StationMeter("visits", \.visits), StationMeter("started", \.started),
    StationMeter("finished", \.finished), StationMeter("cut_short", \.cutShort),
    StationMeter("interrupted", \.interrupted), StationMeter("abandoned", \.abandoned),
    StationMeter("denied", \.denied), StationMeter("balked", \.balked),
    StationMeter("overflowed", \.overflowed), StationMeter("delayed", \.delayed),
    StationMeter("waiting", \.waiting), StationMeter("charging", \.charging),
    StationMeter("busy_h", \.busyHours), StationMeter("waiting_h", \.waitingHours),
    StationMeter("to_cars_kwh", \.toCars), StationMeter("drawn_kwh", \.drawn),
    StationMeter("grid_kwh", \.grid), StationMeter("export_kwh", \.export),
    StationMeter("solar_offered_kwh", \.solarOffered),
    StationMeter("solar_used_kwh", \.solarUsed),
    StationMeter("wind_offered_kwh", \.windOffered), StationMeter("wind_used_kwh", \.windUsed),
    StationMeter("battery_in_kwh", \.batteryIn), StationMeter("battery_out_kwh", \.batteryOut),
    StationMeter("stored_kwh", \.stored), StationMeter("not_served_kwh", \.notServed),
    StationMeter("income", \.income), StationMeter("grid_bill", \.gridBill),
    StationMeter("co2_kg", \.emitted), StationMeter("export_income", \.exportIncome),
    StationMeter("peak_kw", \.peak),
  ]
}
