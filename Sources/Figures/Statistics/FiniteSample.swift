/// The finite values of a sample, brought to the size of 1 so that squares neither overflow nor vanish.
///
/// The scale is a power of two, so nothing is rounded but what is 10^300 times smaller than the rest.
struct FiniteSample {
  /// The values over the scale, in ascending order.
  let sorted: [Double]
  /// What a value has to be multiplied by.
  let scale: Double

  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    let most = finite.reduce(0) { Swift.max($0, $1.magnitude) }
    let scale = most > 0 ? Double(sign: .plus, exponent: most.exponent, significand: 1) : 1
    self.scale = scale
    sorted = finite.map { $0 / scale }.sorted()
  }

  var count: Int { sorted.count }

  /// The standard deviation of the scaled values; 0 with fewer than two.
  var deviation: Double {
    guard count > 1, sorted[0] < sorted[count - 1] else { return 0 }
    let mean = sorted.reduce(0, +) / Double(count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }

  /// A quantile of the scaled values (type 7).
  func quantile(_ p: Double) -> Double {
    let position = Double(count - 1) * p
    let below = Int(position)
    let above = Swift.min(below + 1, count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }

  /// The distance between the scaled quartiles.
  var quartileDistance: Double { count > 0 ? quantile(0.75) - quantile(0.25) : 0 }
}
