/// Repeated evaluations of several designs under common random numbers.
///
///     var replicates = PairedReplicates(designs: 2, objectives: 2)
///     replicates.add([1, 4], to: 0)   // replicate 0 of design 0
///     replicates.add([2, 3], to: 1)   // replicate 0 of design 1: the same arrivals, another design
///
/// Replicate *r* of every design used the same random numbers, so differences between designs are
/// steadier than the designs. A design may have more replicates than another; the first ones are
/// common to both.
public struct PairedReplicates: Hashable, Sendable {
  /// How many objectives a replicate reports, smaller is better.
  public let objectives: Int
  /// How many constraints a replicate reports after them; the mean of each should be at most 0.
  public let constraints: Int
  /// For each design the reports of its replicates, one after another.
  private(set) var samples: [[Double]]

  /// Starts without any replicate.
  public init(designs: Int, objectives: Int, constraints: Int = 0) {
    precondition(
      designs >= 0 && objectives >= 1 && constraints >= 0,
      "replicates report at least one objective")
    self.objectives = objectives
    self.constraints = constraints
    samples = [[Double]](repeating: [], count: designs)
  }

  /// How many designs there are.
  public var designs: Int { samples.count }

  /// How many numbers a replicate reports.
  var columns: Int { objectives + constraints }

  /// Returns how many replicates a design has.
  public func count(of design: Int) -> Int { samples[design].count / columns }

  /// How many replicates all designs have together.
  public var total: Int { samples.reduce(0) { $0 + $1.count } / columns }

  /// Adds the next replicate of a design: finite objectives, then constraints.
  public mutating func add(_ report: [Double], to design: Int) {
    precondition(
      report.count == columns && report.allSatisfy(\.isFinite),
      "a replicate reports every objective and constraint as a finite number")
    samples[design] += report
  }
}
