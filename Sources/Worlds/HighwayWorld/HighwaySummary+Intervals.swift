public import Statistics

extension HighwaySummary {
  /// One measure of several replications.
  public struct Estimate: Sendable, Equatable {
    /// The name under which it is reported.
    public let name: String
    /// The mean over the replications.
    public let mean: Double
    /// Its 95 % interval by Student's *t*; nil for fewer than two replications.
    public let interval: Interval?
  }

  /// Returns mean and interval of each measure over independent replications.
  public static func estimates(of replications: [HighwaySummary]) -> [Estimate] {
    guard let first = replications.first else { return [] }
    let rows = replications.map { $0.measures.map(\.value) }
    return first.measures.indices.map { index in
      let sample = rows.map { $0[index] }
      return Estimate(
        name: first.measures[index].name, mean: RunningMoments(sample).mean,
        interval: Interval.studentT(sample))
    }
  }

  /// Returns for each measure how much more the second road has than the first, replication by
  /// replication: the same cars, so that the difference is due to the roads.
  public static func differences(
    from first: [HighwaySummary], to second: [HighwaySummary]
  ) -> [(name: String, difference: PairedDifference)] {
    guard let names = first.first?.measures.map(\.name), first.count == second.count,
      first.count > 1
    else { return [] }
    let (one, other) = (
      first.map { $0.measures.map(\.value) }, second.map { $0.measures.map(\.value) }
    )
    return names.indices.map { index in
      (names[index], PairedDifference(other.map { $0[index] }, one.map { $0[index] }))
    }
  }
}
