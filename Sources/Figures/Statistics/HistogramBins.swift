import Numerics

/// How many values fall between round edges.
///
///     let bins = HistogramBins([0.2, 0.7, 1.1, 1.2, 3.9], count: 4)
///     bins.edges    // [0, 1, 2, 3, 4]
///     bins.counts   // [2, 2, 0, 1]
///
/// A bin holds its lower edge and not its upper one; the last holds both. Edges are multiples of 1, 2,
/// 2.5 or 5 times a power of ten, on a logarithmic axis of the decimal logarithm. At most 200 bins.
public struct HistogramBins: Equatable, Sendable {
  /// The edges, one more than there are bins; none when there is no value.
  public let edges: [Double]
  /// How many values each bin holds.
  public let counts: [Int]
  /// How many values have no bin: not finite, not positive on a logarithmic axis, or beyond the edges.
  public let omitted: Int

  /// What decides where the edges are.
  public enum Rule: Equatable, Sendable {
    /// Twice the distance of the quartiles over the cube root of *n*, where the quartiles are equal
    /// Scott's 3.49 standard deviations over it (doi:10.1007/BF01025868, doi:10.1093/biomet/66.3.605).
    case freedmanDiaconis
    /// About so many bins.
    case count(Int)
    /// These edges.
    case edges([Double])
  }

  /// Counts values into bins.
  public init(
    _ values: [Double], rule: Rule = .freedmanDiaconis, isLogarithmic: Bool = false
  ) {
    let usable = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    let edges = Self.edges(usable, rule, isLogarithmic)
    var counts = [Int](repeating: 0, count: Swift.max(0, edges.count - 1))
    var counted = 0
    for value in usable {
      guard let bin = Self.bin(of: value, edges, isClosed: rule.hasOwnEdges) else { continue }
      counts[bin] += 1
      counted += 1
    }
    (self.edges, self.counts, omitted) = (edges, counts, values.count - counted)
  }

  /// Counts values into about so many bins; into as many as the rule of Freedman and Diaconis says when nil.
  public init(_ values: [Double], count: Int?, isLogarithmic: Bool = false) {
    let rule = count.map { Rule.count($0) } ?? .freedmanDiaconis
    self.init(values, rule: rule, isLogarithmic: isLogarithmic)
  }

  /// The share of the values in each bin over its width, so that all bins together have the area 1.
  public var densities: [Double] {
    let sum = Double(counts.reduce(0, +))
    return counts.indices.map {
      counts[$0] == 0 ? 0 : Double(counts[$0]) / sum / (edges[$0 + 1] - edges[$0])
    }
  }

  // MARK: - Edges

  private static func edges(
    _ values: [Double], _ rule: Rule, _ isLogarithmic: Bool
  ) -> [Double] {
    if case .edges(let edges) = rule {
      let sorted = edges.filter(\.isFinite).sorted()
      return sorted.indices.filter { $0 == 0 || sorted[$0 - 1] < sorted[$0] }.map { sorted[$0] }
    }
    guard isLogarithmic else { return roundEdges(values, rule).map(finite) }
    let ten = Double.log(10)
    return roundEdges(values.map { Double.log($0) / ten }, rule).map { exponent in
      let isWhole = exponent == exponent.rounded()
      let edge = isWhole ? TenPower.value(1, Int(exponent)) : Double.exp(exponent * ten)
      return Swift.max(finite(edge), .leastNonzeroMagnitude)
    }
  }

  private static func roundEdges(_ values: [Double], _ rule: Rule) -> [Double] {
    guard let least = values.min(), let most = values.max() else { return [] }
    guard least < most else {
      let half = (NiceStep(near: least.magnitude / 10)?.value ?? 1) / 2
      return [least - half, least + half]
    }
    guard var step = NiceStep(near: width(values, rule)) else { return [least, most] }
    while step.count(from: least, to: most) > 200, step.value.isFinite { step = step.longer }
    let edges = step.multiples(from: least, to: most)
    return edges.count > 1 && edges[0] < edges[1] ? edges : [least, most]
  }

  private static func width(_ values: [Double], _ rule: Rule) -> Double {
    let sample = FiniteSample(values)
    let range = sample.sorted[sample.count - 1] - sample.sorted[0]
    if case .count(let count) = rule {
      return range / Double(Swift.min(Swift.max(1, count), 200)) * sample.scale
    }
    let root = Double.exp(Double.log(Double(sample.count)) / 3)
    let quartiles = 2 * sample.quartileDistance / root
    let width = quartiles > 0 ? quartiles : 3.490_822_655_1 * sample.deviation / root
    return Swift.max(width, range / 200) * sample.scale
  }

  private static func finite(_ edge: Double) -> Double {
    Swift.min(Swift.max(edge, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  /// The bin of a value; round edges enclose all values but for a rounding, which is forgiven.
  private static func bin(of value: Double, _ edges: [Double], isClosed: Bool) -> Int? {
    guard edges.count > 1 else { return nil }
    if isClosed, value < edges[0] || value > edges[edges.count - 1] { return nil }
    var (low, high) = (0, edges.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if edges[middle] <= value { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension HistogramBins.Rule {
  fileprivate var hasOwnEdges: Bool {
    if case .edges = self { true } else { false }
  }
}
