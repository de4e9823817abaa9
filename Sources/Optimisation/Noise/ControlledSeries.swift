/// What the designs with the most replicates saw of the luck of each block of random numbers.
struct BlockControl {
  /// The most replicates that any design has.
  let blocks: Int
  /// The mean report over those designs, block after block.
  let reports: [Double]
  private let columns: Int
  private let means: [Double]
  /// The variance of each column over the blocks.
  let variances: [Double]

  init(_ replicates: PairedReplicates) {
    let counts = (0..<replicates.designs).map { replicates.count(of: $0) }
    let blocks = counts.max() ?? 0
    let columns = replicates.columns
    let longest = counts.indices.filter { counts[$0] == blocks }
    var reports = [Double](repeating: 0, count: blocks * columns)
    for design in longest {
      for (index, value) in replicates.samples[design].enumerated() { reports[index] += value }
    }
    for index in reports.indices { reports[index] /= Double(longest.count) }
    self.blocks = blocks
    self.columns = columns
    self.reports = reports
    means = (0..<columns).map { column in reports.mean(column, of: columns) }
    variances = (0..<columns).map { reports.variance($0, of: columns) }
  }

  /// Returns by how much all blocks are luckier than the first ones of a design.
  func lead(over count: Int, _ column: Int) -> Double {
    means[column] - reports[..<(count * columns)].mean(column, of: columns)
  }

  /// Returns the deviation of each column's mean under weights of the blocks.
  func deviations(_ weights: [Double]) -> [Double] {
    (0..<columns).map { column in
      reports[...].deviation(column, of: columns, mean: means[column], weights)
    }
  }
}

/// The replicates of one design, less what its luck explains of them.
///
/// A design that was simulated less often saw other luck than the rest. What the most simulated designs
/// saw in the same blocks tells how much of that to take off (a control variate with an estimated
/// coefficient): without it, the advantage of common random numbers would end where counts differ.
struct ControlledSeries {
  private let count: Int
  private let columns: Int
  /// The reports less slope times control.
  private let rests: [Double]
  private let slopes: [Double]
  private let restMeans: [Double]
  private let leads: [Double]

  init(of design: Int, in replicates: PairedReplicates, _ control: BlockControl) {
    let columns = replicates.columns
    let sample = replicates.samples[design]
    let count = sample.count / columns
    self.count = count
    self.columns = columns
    // Too few to tell a slope: then none.
    let isShort = count < control.blocks && count >= 4
    let slopes = (0..<columns).map { column in
      isShort ? sample.slope(column, of: columns, on: control.reports) : 0
    }
    var rests = sample
    for index in rests.indices { rests[index] -= slopes[index % columns] * control.reports[index] }
    self.slopes = slopes
    restMeans = (0..<columns).map { rests.mean($0, of: columns) }
    leads = (0..<columns).map { slopes[$0] == 0 ? 0 : control.lead(over: count, $0) }
    self.rests = rests
  }

  /// Returns the means of all columns, as if the design had seen all blocks.
  func means(_ control: BlockControl) -> [Double] {
    (0..<columns).map { column in
      let seen = control.reports[..<(count * columns)].mean(column, of: columns)
      return restMeans[column] + slopes[column] * (seen + leads[column])
    }
  }

  /// Returns the standard errors of those means.
  func standardErrors(_ control: BlockControl) -> [Double] {
    (0..<columns).map { column in
      let own = rests.variance(column, of: columns) / Double(count)
      let shared = slopes[column] * slopes[column] * control.variances[column]
      return (own + shared / Double(control.blocks)).squareRoot()
    }
  }

  /// Reports the deviation of each mean under weights of the blocks.
  func deviations(
    _ weights: [Double], control: [Double], _ report: (Int, Double) -> Void
  ) {
    for column in 0..<columns {
      let own = rests[...].deviation(column, of: columns, mean: restMeans[column], weights)
      report(column, own + slopes[column] * control[column])
    }
  }
}

extension RandomAccessCollection<Double> where Index == Int {
  /// Returns the mean of every *columns*-th number, from one on.
  fileprivate func mean(_ column: Int, of columns: Int) -> Double {
    var sum = 0.0
    for index in stride(from: column, to: count, by: columns) { sum += self[index] }
    return sum / Double(count / columns)
  }

  /// Returns the variance of every *columns*-th number.
  fileprivate func variance(_ column: Int, of columns: Int) -> Double {
    let mean = mean(column, of: columns)
    var squares = 0.0
    for index in stride(from: column, to: count, by: columns) {
      squares += (self[index] - mean) * (self[index] - mean)
    }
    return squares / Double(count / columns - 1)
  }

  /// Returns the slope of the line through every *columns*-th number over another's.
  fileprivate func slope(_ column: Int, of columns: Int, on other: [Double]) -> Double {
    let (mean, centre) = (
      mean(column, of: columns), other[..<count].mean(column, of: columns)
    )
    var (products, squares) = (0.0, 0.0)
    for index in stride(from: column, to: count, by: columns) {
      products += (self[index] - mean) * (other[index] - centre)
      squares += (other[index] - centre) * (other[index] - centre)
    }
    return squares > 0 ? products / squares : 0
  }
}

extension ArraySlice<Double> {
  /// Returns the deviation of a weighted mean of every *columns*-th number, widened to the variance of a mean.
  fileprivate func deviation(
    _ column: Int, of columns: Int, mean: Double, _ weights: [Double]
  ) -> Double {
    let blocks = count / columns
    var (sum, total) = (0.0, 0.0)
    withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        for block in 0..<blocks {
          sum += weights[block] * (values[block * columns + column] - mean)
          total += weights[block]
        }
      }
    }
    return (Double(blocks + 1) / Double(blocks - 1)).squareRoot() * sum / total
  }
}
