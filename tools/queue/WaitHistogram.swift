import Numerics
import Statistics

/// How the waits of the served are spread, in few enough numbers to keep for every run.
///
/// Bins widen with the wait, 32 to a doubling; between the edges of a bin the waits are taken to be
/// spread evenly, which moves a quantile by less than a thousandth.
struct WaitHistogram: Sendable, Equatable {
  /// How many did not wait at all.
  private(set) var immediate = 0.0
  /// The number of the first bin in `counts`.
  private(set) var firstBin = 0
  /// How many waits fall into each bin.
  private(set) var counts: [Double] = []

  /// The number of waits.
  var total: Double { immediate + counts.compensatedSum() }

  /// Sorts waits in minutes into bins.
  init(_ waits: UnsafeMutableBufferPointer<Double>) {
    var bins = [UInt32](repeating: 0, count: Self.binCount)
    var zeros = 0
    for wait in waits {
      if wait > 0 { bins[Self.bin(of: wait)] &+= 1 } else { zeros += 1 }
    }
    immediate = Double(zeros)
    guard let first = bins.firstIndex(where: { $0 > 0 }),
      let last = bins.lastIndex(where: { $0 > 0 })
    else { return }
    firstBin = first
    counts = bins[first...last].map(Double.init)
  }

  /// Reads a histogram from the numbers that ``row`` gave.
  init(row: ArraySlice<Double>) {
    guard let immediate = row.first else { return }
    self.immediate = immediate
    firstBin = Int(row[row.startIndex + 1])
    counts = Array(row.dropFirst(2))
  }

  /// The histogram as a row of numbers.
  var row: [Double] { [immediate, Double(firstBin)] + counts }

  /// Adds the waits of another histogram.
  mutating func add(_ other: WaitHistogram) {
    immediate += other.immediate
    guard !other.counts.isEmpty else { return }
    guard !counts.isEmpty else {
      (firstBin, counts) = (other.firstBin, other.counts)
      return
    }
    let first = min(firstBin, other.firstBin)
    let end = max(firstBin + counts.count, other.firstBin + other.counts.count)
    var sums = [Double](repeating: 0, count: end - first)
    for (bin, count) in counts.enumerated() { sums[firstBin - first + bin] += count }
    for (bin, count) in other.counts.enumerated() { sums[other.firstBin - first + bin] += count }
    (firstBin, counts) = (first, sums)
  }

  /// Returns how many waits are at most so long.
  func count(upTo wait: Double) -> Double {
    guard wait > 0 else { return immediate }
    let bin = Self.bin(of: wait) - firstBin
    guard bin >= 0 else { return immediate }
    guard bin < counts.count else { return total }
    let low = Self.edge(firstBin + bin)
    let share = (wait - low) / (Self.edge(firstBin + bin + 1) - low)
    return immediate + counts[..<bin].compensatedSum() + share * counts[bin]
  }

  /// Returns the wait that a share of all waits does not exceed.
  func quantile(_ share: Double) -> Double {
    var rest = share * total - immediate
    guard rest > 0 else { return 0 }
    for (bin, count) in counts.enumerated() {
      if rest <= count, count > 0 {
        let low = Self.edge(firstBin + bin)
        return low + rest / count * (Self.edge(firstBin + bin + 1) - low)
      }
      rest -= count
    }
    return Self.edge(firstBin + counts.count)
  }

  // MARK: - Bins

  /// The bits of a number, but for the last 47, count bins: 32 to a doubling.
  private static func bin(of wait: Double) -> Int {
    let bin = Int(wait.bitPattern >> 47) - lowest
    return max(0, min(bin, binCount - 1))
  }

  private static func edge(_ bin: Int) -> Double {
    Double(bitPattern: UInt64(bin + lowest) << 47)
  }

  /// From a few microseconds to a million years.
  private static let lowest = Int(0x1p-24.bitPattern >> 47)
  private static let binCount = Int(0x1p40.bitPattern >> 47) - lowest
}

extension Estimate {
  /// Estimates a quantile of the waits of all runs together.
  ///
  /// Not the mean of each run's own quantile, which is too small as long as the customers of one run
  /// share their luck. The interval is Woodruff's (1952, doi:10.1080/01621459.1952.10483443): how
  /// surely a share of the waits lies below the quantile, turned back into waits.
  init(quantile share: Double, of runs: [WaitHistogram], confidence: Double, exact: Double) {
    analytic = exact.isNaN ? nil : exact
    var all = WaitHistogram(row: [])
    for run in runs { all.add(run) }
    guard all.total > 0 else {
      mean = .nan
      return
    }
    let quantile = all.quantile(share)
    mean = quantile
    let weights = runs.map(\.total)
    let shares = zip(runs, weights).map { run, weight in
      weight > 0 ? run.count(upTo: quantile) / weight : 0
    }
    guard
      let interval = Interval.studentT(Self.weighed(shares, weights), confidence: confidence)
    else { return }
    low = all.quantile(max(0, share - interval.halfWidth))
    high = all.quantile(min(1, share + interval.halfWidth))
  }
}
