import HighwayWorld
import Reports
import Statistics
import Text

/// What a run keeps for others to read.
struct HighwayTables {
  private let result: HighwayResult
  private let options: SimulateOptions

  init(_ result: HighwayResult, _ options: SimulateOptions) {
    (self.result, self.options) = (result, options)
  }

  /// Those that were asked for.
  var all: [DataTable] {
    var tables = [summary, replications, series, stations, meters, books]
    if options.tracksStations { tables.append(stationSeries) }
    if options.tracksVehicles { tables += [vehicles, events, flows] }
    return tables
  }

  /// Every measure with its interval, and its value in the first replication.
  private var summary: DataTable {
    let measures = result.summary.measures
    return DataTable(
      name: "summary", words: [.init("measure", measures.map(\.name))],
      columns: ["mean", "low", "high", "first"],
      rows: measures.map { measure in
        let (mean, interval) = result.estimate(measure.name)
        return [mean, interval?.low, interval?.high, measure.value]
      })
  }

  /// One row of measures per replication, for comparing runs pair by pair.
  private var replications: DataTable {
    DataTable(
      name: "replications", columns: ["replication"] + result.summary.measures.map(\.name),
      rows: result.samples.enumerated().map { index, sample in [Double(index)] + sample })
  }

  // MARK: - Over time

  private var series: DataTable {
    DataTable(
      name: "series",
      columns: [
        "time_s", "arrived", "completed", "stranded", "driving", "waiting", "charging",
        "mean_soc", "low_soc", "critical_soc", "to_cars_kwh", "grid_kwh", "solar_kwh", "wind_kwh",
        "battery_in_kwh", "battery_out_kwh", "export_kwh", "not_served_kwh", "demand_kw",
        "draw_kw",
      ],
      rows: result.outcome.series.map { reading in
        let counts = [
          reading.arrived, reading.completed, reading.stranded, reading.driving, reading.waiting,
          reading.charging,
        ]
        let meters: [KeyPath<StationReading, Double>] = [
          \.toCars, \.grid, \.solarUsed, \.windUsed, \.batteryIn, \.batteryOut, \.export,
          \.notServed, \.demand, \.draw,
        ]
        let charge = [
          reading.meanCharge, Double(reading.lowCharge), Double(reading.criticalCharge),
        ]
        let numbers: [Double] = [[reading.time], counts.map(Double.init), charge].flatMap { $0 }
        return numbers + meters.map { reading.total($0) }
      }
    ).beside
  }

  private var stationSeries: DataTable {
    DataTable(
      name: "station-series",
      columns: ["time_s", "station", "waiting", "charging", "broken", "demand_kw", "draw_kw"],
      rows: result.outcome.series.flatMap { reading in
        reading.stations.enumerated().map { index, station -> [Double?] in
          [
            reading.time, Double(index), Double(station.waiting), Double(station.charging),
            Double(station.broken), station.demand, station.draw,
          ]
        }
      }
    ).beside
  }

  // MARK: - Stations and vehicles

  private var stations: DataTable {
    DataTable(
      name: "stations",
      columns: [
        "station", "place_km", "chargers", "requests", "served", "abandoned", "denied", "balked",
        "utilisation", "wait_mean_min", "to_cars_kwh", "not_served_kwh",
      ],
      rows: result.stationRows.enumerated().map { index, row in
        let counts = [row.chargers, row.visits, row.served, row.abandoned, row.denied, row.balked]
        let rest = [row.utilisation, row.meanWait, row.toCars, row.notServed]
        let numbers: [Double] = [[Double(index), row.place], counts.map(Double.init), rest]
          .flatMap { $0 }
        return numbers
      })
  }

  /// The meters of the stations over the whole first replication.
  private var meters: DataTable {
    let columns = StationMeter.all
    return DataTable(
      name: "meters", columns: ["station"] + columns.map(\.name),
      rows: result.outcome.finish.stations.enumerated().map { index, station in
        [Double(index)] + columns.map { $0.value(station) }
      }
    ).beside
  }

  private var vehicles: DataTable {
    let records = TripRecord.records(of: result.outcome.log)
    let (types, drivers) = (result.plan.vehicleNames, result.plan.driverNames)
    return DataTable(
      name: "vehicles",
      words: [
        .init("type", records.map { types[$0.type] }),
        .init("driver", records.map { drivers[$0.driver] }),
        .init("end", records.map(\.end.word)),
      ],
      columns: [
        "vehicle", "entered_s", "from_km", "ended_s", "to_km", "initial_kwh", "final_kwh",
        "charged_kwh", "stops", "setbacks", "waited_min", "charging_min", "paid",
      ],
      rows: records.map { record in
        [
          Double(record.vehicle), record.entered, record.from, record.ended, record.to,
          record.initialEnergy, record.finalEnergy, record.charged, Double(record.stops),
          Double(record.setbacks), record.waited, record.chargingMinutes, record.paid,
        ]
      }
    ).beside
  }

  // MARK: - For the audit

  private var books: DataTable {
    let lines = result.outcome.books
    return DataTable(
      name: "books",
      words: [
        .init("book", lines.map(\.book.rawValue)), .init("equation", lines.map(\.name)),
      ], columns: ["left", "right", "residual"],
      rows: lines.map { [$0.left, $0.right, $0.residual] })
  }

  private var events: DataTable {
    let log = result.outcome.log
    return DataTable(
      name: "events", words: [.init("event", log.entries.map(\.kind.name))],
      columns: EventLog.entryColumns, rows: log.entryRows
    ).beside
  }

  private var flows: DataTable {
    DataTable(
      name: "flows", columns: EventLog.flowColumns, rows: result.outcome.log.flowRows
    ).beside
  }
}

extension DataTable {
  /// The same table, kept in the run's folder only.
  fileprivate var beside: DataTable {
    var copy = self
    copy.isOnPage = false
    return copy
  }
}

extension TripRecord.End {
  /// The word for it.
  fileprivate var word: String {
    switch self {
    case .completed: "completed"
    case .stranded(let cause): "stranded: " + cause.name
    case .onRoad: "on the road"
    }
  }
}
