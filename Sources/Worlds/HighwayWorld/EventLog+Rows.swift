import ChargingModels

extension EventLog {
  /// The names of the numbers of an entry, in the order of ``entryRows``; its kind stands before them.
  public static let entryColumns = [
    "time_s", "vehicle", "station", "charger", "energy_kwh", "a", "b",
  ]

  /// The names of the numbers of a flow, in the order of ``flowRows``.
  public static let flowColumns = [
    "time_s", "station", "demand_kw", "draw_kw", "solar_offered_kw", "wind_offered_kw",
    "grid_limit_kw", "stored_kwh", "grid_kw", "solar_kw", "wind_kw", "battery_out_kw",
    "battery_in_kw", "export_kw", "shortfall_kw",
  ]

  /// The entries as rows of numbers, without their kinds.
  public var entryRows: [[Double?]] {
    entries.map {
      [$0.time, Double($0.vehicle), Double($0.station), Double($0.charger), $0.energy, $0.a, $0.b]
    }
  }

  /// The flows as rows of numbers; nil for a limit that there is not.
  public var flowRows: [[Double?]] {
    flows.map {
      [
        $0.time, Double($0.station), $0.demand, $0.draw, $0.solar, $0.wind,
        $0.gridLimit == .infinity ? nil : $0.gridLimit, $0.stored, $0.flows.grid, $0.flows.solar,
        $0.flows.wind, $0.flows.batteryOut, $0.flows.batteryIn, $0.flows.export,
        $0.flows.shortfall,
      ]
    }
  }

  /// Makes a log from rows that were kept; nil when a row has not the right numbers.
  ///
  ///     let copy = EventLog(
  ///       kinds: log.entries.map(\.kind), entryRows: log.entryRows, flowRows: log.flowRows)
  public init?(kinds: [Kind], entryRows: [[Double?]], flowRows: [[Double?]]) {
    guard kinds.count == entryRows.count else { return nil }
    self.init(isOn: true)
    for (kind, row) in zip(kinds, entryRows) {
      let numbers = row.compactMap { $0 }
      guard numbers.count == Self.entryColumns.count, let vehicle = Int(exactly: numbers[1]),
        let station = Int32(exactly: numbers[2]), let charger = Int32(exactly: numbers[3])
      else { return nil }
      note(
        kind, at: numbers[0], vehicle: vehicle, station: station, charger: charger,
        energy: numbers[4], numbers[5], numbers[6])
    }
    for row in flowRows {
      guard row.count == Self.flowColumns.count else { return nil }
      let limit = row[6] ?? .infinity
      let numbers = row.enumerated().compactMap { $0.offset == 6 ? limit : $0.element }
      guard numbers.count == row.count, let station = Int32(exactly: numbers[1]) else { return nil }
      note(Self.flow(numbers, station))
    }
  }

  private static func flow(_ numbers: [Double], _ station: Int32) -> FlowEntry {
    var flows = PowerFlows()
    flows.grid = numbers[8]
    flows.solar = numbers[9]
    flows.wind = numbers[10]
    flows.batteryOut = numbers[11]
    flows.batteryIn = numbers[12]
    flows.export = numbers[13]
    flows.shortfall = numbers[14]
    return FlowEntry(
      time: numbers[0], station: station, demand: numbers[2], draw: numbers[3], solar: numbers[4],
      wind: numbers[5], gridLimit: numbers[6], stored: numbers[7], flows: flows)
  }
}

extension EventLog.Kind {
  /// The word for it in tables.
  public var name: String {
    switch self {
    case .entered: "entered"
    case .reached: "reached"
    case .asked: "asked"
    case .started: "started"
    case .finished: "finished"
    case .cutShort: "cut short"
    case .interrupted: "interrupted"
    case .abandoned: "abandoned"
    case .denied: "denied"
    case .balked: "balked"
    case .atRisk: "at risk"
    case .exited: "exited"
    case .stranded: "stranded"
    case .failed: "failed"
    case .repaired: "repaired"
    case .left: "left"
    }
  }

  /// The kind of a word; nil when there is none.
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}

extension HighwayReading {
  /// Collects what was kept of the meters of a road.
  public init(time: Double, stations: [StationReading]) {
    self.init()
    self.time = time
    self.stations = stations
  }
}
