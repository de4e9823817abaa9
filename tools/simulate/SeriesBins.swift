import HighwayWorld

/// What happened between readings, in at most so many steps that a figure can show them.
struct SeriesBins {
  /// One step of time, with what happened in it.
  struct Bin {
    let first: HighwayReading
    let last: HighwayReading

    /// How long it is, in hours.
    var hours: Double { (last.time - first.time) / 3600 }
    /// Its middle, in seconds from the start.
    var middle: Double { 0.5 * (first.time + last.time) }

    /// The mean of something whose sum over time is counted in hours or kWh.
    func mean(_ meter: KeyPath<StationReading, Double>) -> Double {
      (last.total(meter) - first.total(meter)) / hours
    }

    /// The same at one station.
    func mean(_ meter: KeyPath<StationReading, Double>, at station: Int) -> Double {
      (last.stations[station][keyPath: meter] - first.stations[station][keyPath: meter]) / hours
    }
  }

  let bins: [Bin]

  /// Joins the readings of a series into at most so many bins.
  init(_ series: [HighwayReading], atMost count: Int) {
    let steps = max(1, series.count - 1)
    let stride = (steps + count - 1) / count
    let ends = Swift.stride(from: stride, to: series.count, by: stride)
    bins = ends.compactMap { end in
      let bin = Bin(first: series[end - stride], last: series[end])
      return bin.hours > 0 ? bin : nil
    }
  }
}
