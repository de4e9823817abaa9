import ChargingModels
import Numerics

extension HighwayScenario {
  /// Whether a battery's dispatch is `optimal`, so that every replication has a plan of its own.
  public var needsForesight: Bool {
    resolvedStations.contains { $0.energy.isPlannedAhead }
  }

  /// Returns the scenario with batteries that do what is best for one replication's demand, known in
  /// advance: the bound that rules and policies are measured against.
  ///
  /// Those whose dispatch is `optimal`; all, if there are none. The demand is that of a run with the
  /// batteries as they are, hour by hour. Where the grid can give all that is asked for, the batteries
  /// do not change it.
  public func withForesight(replication: Int = 0) throws(HighwayFailure) -> HighwayScenario {
    let series = try hourlyReadings(replication: replication)
    let isPartial = needsForesight
    var planned = self
    planned.stations.list = resolvedStations.enumerated().map { index, station in
      guard station.energy.battery.capacity > 0, !isPartial || station.energy.isPlannedAhead
      else { return station }
      var station = station
      let energy = station.energy
      let hours = zip(series, series.dropFirst())
      let load = hours.map { before, after in
        let (first, last) = (before.stations[index], after.stations[index])
        let length = (after.time - before.time) / 3600
        let demand = last.drawn + last.notServed - first.drawn - first.notServed
        let offered =
          last.solarOffered + last.windOffered - first.solarOffered - first.windOffered
        return (demand - offered) / length
      }
      station.energy.dispatch = .schedule
      station.energy.schedule =
        PerfectForesight(
          load: load,
          prices: series.dropLast().map { prices.grid.price(at: startHour * 3600 + $0.time) },
          export: prices.export, grid: energy.grid.value, exportLimit: energy.export,
          battery: energy.battery
        ).setpoints
      return station
    }
    return planned
  }

  private func hourlyReadings(replication: Int) throws(HighwayFailure) -> [HighwayReading] {
    var run = try start(replication: replication)
    do { return try run.finish(readingEvery: 3600).series } catch { throw .books(error) }
  }
}

extension EnergyOptions {
  /// Whether there is a battery that does what would have been best.
  fileprivate var isPlannedAhead: Bool { battery.capacity > 0 && dispatch == .optimal }
}
