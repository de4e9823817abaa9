import HighwayWorld

/// What counts of one station, from the end of the warm-up on.
struct StationRow {
  let place: Double
  let chargers: Int
  let visits: Int
  let served: Int
  let abandoned: Int
  let denied: Int
  let balked: Int
  let utilisation: Double
  let meanWait: Double
  let toCars: Double
  let notServed: Double
}

extension HighwayResult {
  /// How many chargers each station has.
  var chargersByStation: [Int] {
    plan.stationOptions.map { $0.chargers.reduce(0) { $0 + $1.count } }
  }

  /// All chargers.
  var chargerCount: Int { chargersByStation.reduce(0, +) }

  /// The stations of the first replication.
  var stationRows: [StationRow] {
    let (start, finish) = (outcome.start.stations, outcome.finish.stations)
    let hours = summary.hours
    let waits = meanWaits
    return finish.indices.map { index in
      func count(_ meter: KeyPath<StationReading, Int>) -> Int {
        finish[index][keyPath: meter] - start[index][keyPath: meter]
      }
      func sum(_ meter: KeyPath<StationReading, Double>) -> Double {
        finish[index][keyPath: meter] - start[index][keyPath: meter]
      }
      let capacity = hours * Double(chargersByStation[index])
      return StationRow(
        place: plan.position(ofStation: index), chargers: chargersByStation[index],
        visits: count(\.visits), served: count(\.started), abandoned: count(\.abandoned),
        denied: count(\.denied), balked: count(\.balked),
        utilisation: capacity > 0 ? min(1, sum(\.busyHours) / capacity) : 0,
        meanWait: waits[index], toCars: sum(\.toCars), notServed: sum(\.notServed))
    }
  }

  private var meanWaits: [Double] {
    var sums = [Double](repeating: 0, count: plan.stationCount)
    var counts = [Int](repeating: 0, count: plan.stationCount)
    for wait in outcome.waits {
      sums[Int(wait.station)] += wait.minutes
      counts[Int(wait.station)] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : 0 }
  }
}
