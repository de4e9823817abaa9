internal import Randomness

/// Means as other random numbers might have made them.
///
/// Each draw gives every block of common random numbers a weight, the same for all designs, and so keeps
/// what pairing gained (the Bayesian bootstrap, Rubin 1981, doi:10.1214/aos/1176345338: no replicate ever
/// drops out, so two are enough for a mean and designs may have different numbers of them). Deviations
/// are widened by √((R + 1)/(R − 1)), which makes their variance that of a mean of *R* replicates.
struct ReplicateBootstrap {
  let replicates: PairedReplicates
  let means: [[Double]]
  let errors: [[Double]]
  private let series: [ControlledSeries]
  private let control: BlockControl
  private let key: RandomKey

  init(_ replicates: PairedReplicates, seed: UInt64) {
    let designs = 0..<replicates.designs
    precondition(
      designs.allSatisfy { replicates.count(of: $0) >= 2 },
      "doubt needs at least two replicates of every design")
    let control = BlockControl(replicates)
    let series = designs.map { ControlledSeries(of: $0, in: replicates, control) }
    self.replicates = replicates
    self.control = control
    self.series = series
    means = series.map { $0.means(control) }
    errors = series.map { $0.standardErrors(control) }
    key = RandomKey(seed: seed).key("replicate bootstrap")
  }

  /// Calls with the deviation of every mean in each draw: designs one after another, the columns of
  /// each together.
  func forEachDraw(_ draws: Int, _ body: (Int, UnsafeBufferPointer<Double>) -> Void) {
    let columns = replicates.columns
    let waits = ExponentialDistribution(mean: 1)
    var weights = [Double](repeating: 0, count: control.blocks)
    var deviations = [Double](repeating: 0, count: replicates.designs * columns)
    for draw in 0..<draws {
      var stream = key.stream(draw)
      for block in weights.indices { weights[block] = waits.value(for: stream.next()) }
      let shift = control.deviations(weights)
      for (design, series) in series.enumerated() {
        series.deviations(weights, control: shift) { column, deviation in
          deviations[design * columns + column] = deviation
        }
      }
      deviations.withUnsafeBufferPointer { body(draw, $0) }
    }
  }

  /// Returns the objectives and the total violation of every design, given deviations of the means.
  func outcome(
    _ deviations: UnsafeBufferPointer<Double>? = nil
  ) -> (table: ObjectiveTable, violations: [Double]) {
    let (objectives, columns) = (replicates.objectives, replicates.columns)
    var values: [Double] = []
    values.reserveCapacity(means.count * objectives)
    var violations = [Double](repeating: 0, count: means.count)
    for design in means.indices {
      for column in 0..<columns {
        let value = means[design][column] + (deviations?[design * columns + column] ?? 0)
        if column < objectives {
          values.append(value)
        } else {
          violations[design] += max(value, 0)
        }
      }
    }
    return (ObjectiveTable(values: values, objectives: objectives), violations)
  }
}
