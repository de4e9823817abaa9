import AnalysisKit
import HighwayWorld
import Text

/// What a run of the highway has kept: its scenario, its log, and the numbers that it reported.
struct KeptRun {
  let plan: HighwayPlan
  let log: EventLog
  /// The meters at the end.
  let reading: HighwayReading
  /// The measures of the first replication, by name.
  let measures: [(name: String, value: Double?)]

  /// Reads the files of a run.
  init(_ folder: FilePath, _ workshop: Workshop) throws(ToolFailure) {
    let files = KeptFiles(folder: folder.text, workshop: workshop)
    let answer = try files.json("summary.json")
    guard let parameters = answer["parameters"], let meters = answer["meters"],
      let scenario = try? HighwayScenario(json: parameters), let plan = try? HighwayPlan(scenario),
      let end = meters["time_s"]?.number
    else {
      throw .input(
        InputFailure(
          file: files.path("summary.json"), problem: "it is not the answer of `evtools simulate`",
          remedy: "Give the folder of a run of `evtools simulate`."))
    }
    self.plan = plan
    let events = try files.table("events.csv", EventLog.entryColumns, words: 1)
    let flows = try files.table("flows.csv", EventLog.flowColumns, words: 0)
    let kinds = events.words.compactMap { EventLog.Kind(name: $0[0]) }
    guard let log = EventLog(kinds: kinds, entryRows: events.rows, flowRows: flows.rows) else {
      throw .input(
        InputFailure(
          file: files.path("events.csv"), problem: "it has rows that no run has written",
          remedy: "Make the run again."))
    }
    try Self.check(log, plan, files)
    self.log = log
    let stations = try files.table("meters.csv", StationMeter.all.map(\.name), words: 1)
    guard stations.rows.count == plan.stationCount else {
      throw .input(
        InputFailure(
          file: files.path("meters.csv"),
          problem: "it has \(stations.rows.count) rows for \(plan.stationCount) stations"))
    }
    reading = HighwayReading(meters, time: end, stations: stations.rows.map(StationReading.init))
    let summary = try files.table("summary.csv", ["mean", "low", "high", "first"], words: 1)
    measures = zip(summary.words, summary.rows).map { ($0[0], $1[3]) }
  }

  /// Refuses numbers that would lead out of the scenario.
  private static func check(
    _ log: EventLog, _ plan: HighwayPlan, _ files: KeptFiles
  ) throws(ToolFailure) {
    var came = 0
    let chargers = plan.stationOptions.reduce(0) { $0 + $1.chargers.reduce(0) { $0 + $1.count } }
    for (row, entry) in log.entries.enumerated() {
      if entry.kind == .entered { came += 1 }
      let isOfCharger = entry.kind == .failed || entry.kind == .repaired
      let isKnown =
        isOfCharger || (0..<came).contains(entry.vehicle)
      guard isKnown, entry.station < plan.stationCount, entry.charger < chargers,
        entry.fits(plan)
      else {
        throw .input(
          InputFailure(
            file: files.path("events.csv"), position: TextPosition(line: row + 2, column: 1),
            problem: "it names a vehicle, a station or a charger that there is not"))
      }
    }
    for (row, flow) in log.flows.enumerated()
    where !(0..<plan.stationCount).contains(Int(flow.station)) {
      throw .input(
        InputFailure(
          file: files.path("flows.csv"), position: TextPosition(line: row + 2, column: 1),
          problem: "there is no station \(flow.station)"))
    }
  }
}

extension EventLog.Entry {
  /// Whether what the entry needs to be counted is there.
  fileprivate func fits(_ plan: HighwayPlan) -> Bool {
    switch kind {
    case .entered:
      b >= 0 && b < 65_536 && b.rounded() == b && Int(b) & 0xff < plan.vehicleNames.count
    case .stranded: StrandingCause.allCases.contains { Double($0.rawValue) == b }
    case .left:
      VehiclePhase.allCases.contains { Double($0.rawValue) == b } && (b == 0 || station >= 0)
    case .asked, .started, .finished, .cutShort, .interrupted, .abandoned, .denied, .balked:
      station >= 0 && (kind != .started || charger >= 0)
    case .reached, .atRisk, .exited, .failed, .repaired: true
    }
  }
}

/// The files below a run's folder.
struct KeptFiles {
  let folder: String
  let workshop: Workshop

  func path(_ name: String) -> String { folder + "/data/" + name }

  func json(_ name: String) throws(ToolFailure) -> JSON {
    let bytes = try bytes(name)
    do {
      return try JSONReader.read(bytes).json
    } catch {
      throw .input(
        InputFailure(file: path(name), position: error.position, problem: error.description))
    }
  }

  /// Reads a table whose rows begin with so many words.
  func table(
    _ name: String, _ columns: [String], words: Int
  ) throws(ToolFailure) -> (words: [[String]], rows: [[Double?]]) {
    let bytes = try bytes(name)
    let table: CSVTable
    do {
      table = try CSVReader.read(bytes, separator: .comma)
    } catch {
      throw .input(
        InputFailure(file: path(name), position: error.position, problem: error.description))
    }
    guard let header = table.header, Array(header.dropFirst(words)) == columns else {
      throw .input(
        InputFailure(
          file: path(name), problem: "its columns are not \(columns.joined(separator: ", "))",
          remedy: "Give the folder of a run of `evtools simulate` made by this version."))
    }
    return (
      table.rows.map { $0.prefix(words).map(\.text) },
      table.rows.map { $0.dropFirst(words).map(\.number) }
    )
  }

  private func bytes(_ name: String) throws(ToolFailure) -> [UInt8] {
    try workshop.read(FilePath(path(name)))
  }
}

extension StationReading {
  /// What was kept of a station's meters.
  fileprivate init(_ row: [Double?]) {
    self.init()
    for (meter, value) in zip(StationMeter.all, row) { meter.set(&self, value ?? .nan) }
  }
}

extension HighwayReading {
  /// What was kept of the road's meters.
  fileprivate init(_ meters: JSON, time: Double, stations: [StationReading]) {
    self.init(time: time, stations: stations)
    func count(_ key: String) -> Int { meters[key]?.integer ?? -1 }
    func hours(_ key: String) -> Double { meters[key]?.number ?? .nan }
    arrived = count("arrived")
    completed = count("completed")
    stranded = count("stranded")
    let causes = meters["stranded_by_cause"]?.array?.map { $0.integer ?? -1 } ?? []
    strandedByCause = StrandingCause.allCases.indices.map { $0 < causes.count ? causes[$0] : -1 }
    atRisk = count("at_risk")
    stops = count("stops")
    driving = count("driving")
    waiting = count("waiting")
    charging = count("charging")
    drivingHours = hours("driving_h")
    waitingHours = hours("waiting_h")
    chargingHours = hours("charging_h")
  }
}
