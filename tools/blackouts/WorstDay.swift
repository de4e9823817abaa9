import HighwayWorld

/// The 24 hours of a run in which most was missing, in steps that a figure can show.
struct WorstDay {
  /// What happened between two readings.
  struct Bin {
    let first: HighwayReading
    let last: HighwayReading

    /// How long it is, in hours.
    var hours: Double { (last.time - first.time) / 3600 }
    /// Its middle, in seconds from the start.
    var middle: Double { 0.5 * (first.time + last.time) }

    /// The mean of something counted in kWh, in kW.
    func mean(_ meter: KeyPath<StationReading, Double>) -> Double {
      (last.total(meter) - first.total(meter)) / hours
    }
  }

  let bins: [Bin]
  /// What was missing on that day, in kWh.
  let notServed: Double

  /// Looks for the day in a series of readings, and joins its readings into at most so many steps.
  init(_ series: [HighwayReading], bins count: Int) {
    let missing = series.map { $0.total(\.notServed) }
    var best = (first: 0, last: series.count - 1, missing: -1.0)
    var last = 0
    for first in series.indices {
      last = max(last, first)
      while last + 1 < series.count, series[last + 1].time <= series[first].time + 86_400 {
        last += 1
      }
      let amount = missing[last] - missing[first]
      if amount > best.missing + 1e-9 { best = (first, last, amount) }
      if last == series.count - 1 { break }
    }
    notServed = max(0, best.missing)
    guard best.last > best.first else {
      bins = []
      return
    }
    let stride = (best.last - best.first + count - 1) / count
    let ends = Swift.stride(from: best.first + stride, through: best.last, by: stride)
    bins = ends.map { Bin(first: series[$0 - stride], last: series[$0]) }.filter { $0.hours > 0 }
  }

  /// All steps of a series.
  static func bins(_ series: [HighwayReading]) -> [Bin] {
    zip(series, series.dropFirst()).map { Bin(first: $0, last: $1) }.filter { $0.hours > 0 }
  }
}
