import HighwayWorld
import Randomness
import Statistics

/// What all replicates of one level of traffic on one road gave.
struct StrandingCell: Sendable {
  /// The traffic in vehicles per hour.
  let level: Double
  /// For each replicate the share of cars that the network left standing.
  let shares: [Double]
  /// That share: the mean over replicates with its 95 % interval.
  ///
  /// Cars of one run meet the same luck, so whole replicates are drawn anew (percentile bootstrap). What is rare may
  /// be missing from all of them, so the upper end is no lower than Wilson's for as many cars.
  let rate: Interval
  /// The means over replicates.
  let entered: Double
  let stranded: Double
  let infeasible: Double
  let completed: Double
  let wait: Double
  /// The share of cars that strand by each cause, in the order of ``StrandingCause``.
  let causes: [Double]
  /// The hours from the start to the first stranding of each replicate that has one, ascending.
  let firstHours: [Double]
  /// The mean strandings per hour in each part of the time.
  let perHour: [Double]
  /// How many replicates there were.
  let replications: Int

  /// Sums up the rows of results of one design.
  init(_ rows: [[Double]], at level: Double, of model: StrandingModel, key: RandomKey) {
    func values(_ measure: String) -> [Double] {
      let place = model.place(of: measure)
      return rows.map { $0[place] }
    }
    func mean(_ measure: String) -> Double { RunningMoments(values(measure)).mean }
    self.level = level
    replications = rows.count
    shares = values("stranded_by_network_share")
    let arrivals = values("arrivals").reduce(0, +)
    let left = values("stranded_by_network").reduce(0, +)
    rate = Self.rate(shares, stranded: Int(left), of: Int(arrivals), key: key)
    entered = mean("arrivals")
    stranded = mean("stranded_by_network")
    infeasible = mean("stranded_infeasible")
    completed = mean("completed")
    wait = mean("wait_mean_min")
    causes = StrandingCause.allCases.map { cause in
      values("stranded_" + cause.name).reduce(0, +) / max(1, arrivals)
    }
    firstHours = values("first_stranding_h").filter(\.isFinite).sorted()
    let first = model.place(of: "stranded_in_bin_1")
    perHour = (0..<model.bins).map { bin in
      RunningMoments(rows.map { $0[first + bin] }).mean / model.binHours
    }
  }

  private static func rate(
    _ shares: [Double], stranded: Int, of cars: Int, key: RandomKey
  ) -> Interval {
    let byReplicates = IsotonicRegression.band(ReplicateTable([shares], at: [0]), key: key)[0]
    guard cars > 0 else { return byReplicates }
    let byCars = Interval.wilson(successes: stranded, of: cars)
    return Interval(
      mean: byReplicates.mean, low: byReplicates.low, high: max(byReplicates.high, byCars.high))
  }

  /// The hour of the first stranding that half of the replicates have reached; nil where fewer than half have one.
  var medianFirstHour: Double? {
    let place = (replications - 1) / 2
    return firstHours.indices.contains(place) ? firstHours[place] : nil
  }
}
