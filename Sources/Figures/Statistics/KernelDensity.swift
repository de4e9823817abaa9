import Numerics

/// A smooth density: a small normal distribution around each value, all added up.
///
///     let waits = KernelDensity([2, 3, 5, 8], least: 0)   // no wait is shorter than none
///     let curve = waits.curve(points: 200)                // the area below it is 1
///
/// At a hard bound the curve that would run past it is folded back (E. F. Schuster 1985,
/// doi:10.1080/03610928508828965). More than 5000 values are first shared out to a fine lattice, 64 places
/// to a bandwidth (M. P. Wand 1994, doi:10.1080/10618600.1994.10474656), which changes no visible digit.
public struct KernelDensity: Equatable, Sendable {
  /// The standard deviation of the small distributions; 0 where the values have no spread.
  public let bandwidth: Double
  /// How many values there are.
  public let count: Int
  /// How many values were left out: not finite, or beyond a bound.
  public let omitted: Int

  private let kernels: KernelSum
  private let scale: Double
  private let least: Double
  private let greatest: Double

  /// How the bandwidth is chosen.
  public enum Bandwidth: Equatable, Sendable {
    /// The standard deviation over *n*^(1/5) (doi:10.1002/9780470316849).
    case scott
    /// The standard deviation over (¾ *n*)^(1/5) (B. W. Silverman 1986, doi:10.1201/9781315140919).
    case silverman
    /// 0.9 times the lesser of the standard deviation and the quartiles' distance over 1.34, over
    /// *n*^(1/5): Silverman's choice for data with heavy tails or two humps.
    case robust
    /// This one.
    case fixed(Double)
  }

  /// Takes up values between hard bounds, if there are any.
  public init(
    _ values: [Double], bandwidth: Bandwidth = .robust, least: Double? = nil,
    greatest: Double? = nil
  ) {
    let (least, greatest) = (least ?? -.infinity, greatest ?? .infinity)
    let sample = FiniteSample(values.filter { $0 >= least && $0 <= greatest })
    let width = Self.width(sample, bandwidth)
    count = sample.count
    omitted = values.count - sample.count
    scale = sample.scale
    self.bandwidth = width * sample.scale
    kernels = KernelSum(sample.sorted, width: width)
    (self.least, self.greatest) = (least / sample.scale, greatest / sample.scale)
  }

  /// Returns the density at a place.
  public func density(at place: Double) -> Double { density(scaled: place / scale) / scale }

  /// Returns the density at evenly spread places, from three bandwidths below the least value to three
  /// above the greatest, but not past the bounds; nothing where the values have no spread.
  public func curve(points: Int) -> (x: [Double], y: [Double]) {
    guard points > 1, let range = kernels.range else { return ([], []) }
    let start = Swift.max(least, range.lowerBound - 3 * kernels.width)
    let end = Swift.min(greatest, range.upperBound + 3 * kernels.width)
    let places = (0..<points).map { step in
      step == points - 1 ? end : start + (end - start) * (Double(step) / Double(points - 1))
    }
    return (places.map { $0 * scale }, places.map { density(scaled: $0) / scale })
  }

  private func density(scaled place: Double) -> Double {
    guard place >= least, place <= greatest else { return 0 }
    var sum = kernels.value(at: place)
    if least > -.infinity { sum += kernels.value(at: 2 * least - place) }
    if greatest < .infinity { sum += kernels.value(at: 2 * greatest - place) }
    return sum
  }

  private static func width(_ sample: FiniteSample, _ rule: Bandwidth) -> Double {
    let root = Double.exp(Double.log(Double(Swift.max(1, sample.count))) / 5)
    switch rule {
    case .scott: return sample.deviation / root
    case .silverman: return sample.deviation / root * Double.exp(-Double.log(0.75) / 5)
    case .robust:
      let quartiles = sample.quartileDistance / 1.34
      return 0.9 * (quartiles > 0 ? Swift.min(quartiles, sample.deviation) : sample.deviation)
        / root
    case .fixed(let width):
      let scaled = width / sample.scale
      return sample.count > 0 && scaled > 0 && scaled.isFinite ? scaled : 0
    }
  }
}

/// The mean of normal densities around places with weights.
private struct KernelSum: Equatable, Sendable {
  let width: Double
  private let places: [Double]
  private let weights: [Double]
  private let factor: Double
  private let reach: Double

  init(_ sorted: [Double], width: Double) {
    self.width = width
    factor = 1 / (Double(Swift.max(1, sorted.count)) * width * (2 * Double.pi).squareRoot())
    guard width > 0, sorted.count > 5000 else {
      places = width > 0 && factor.isFinite ? sorted : []
      weights = []
      reach = 39 * width
      return
    }
    (places, weights) = Self.lattice(sorted, step: width / 64)
    reach = 9 * width
  }

  var range: ClosedRange<Double>? {
    guard let first = places.first, let last = places.last else { return nil }
    return first...last
  }

  func value(at place: Double) -> Double {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place - reach { low = middle + 1 } else { high = middle }
    }
    var sum = 0.0
    while low < places.count, places[low] <= place + reach {
      let distance = (places[low] - place) / width
      let weight = weights.isEmpty ? 1 : weights[low]
      sum += weight * Double.exp(-0.5 * distance * distance)
      low += 1
    }
    return sum > 0 ? sum * factor : 0
  }

  /// Shares each value out to the two places of a lattice that it lies between.
  private static func lattice(
    _ sorted: [Double], step: Double
  ) -> (places: [Double], weights: [Double]) {
    var (places, weights) = ([Double](), [Double]())
    func add(_ number: Double, _ weight: Double) {
      let place = sorted[0] + number * step
      if let last = places.indices.last(where: { places[$0] <= place }), places[last] == place {
        weights[last] += weight
      } else {
        places.append(place)
        weights.append(weight)
      }
    }
    for value in sorted {
      let number = (value - sorted[0]) / step
      let below = number.rounded(.down)
      add(below, 1 - (number - below))
      if number > below { add(below + 1, number - below) }
    }
    return (places, weights)
  }
}
