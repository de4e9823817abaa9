import Numerics
import Randomness

/// What all sample data are made with.
///
/// Every draw belongs to one fixed seed, a purpose and an index; so the gallery is always the same.
enum Sample {
  /// The random numbers of one purpose.
  static func stream(_ purpose: String, _ index: Int = 0) -> RandomStream {
    RandomKey(seed: 2026).key("gallery").key(purpose).stream(index)
  }

  /// Evenly spaced values, both ends included.
  static func grid(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    let step = (range.upperBound - range.lowerBound) / Double(count - 1)
    return (0..<count).map { range.lowerBound + Double($0) * step }
  }

  /// A hill of height 1 around a place, such as the traffic of a rush hour.
  static func bell(_ x: Double, at place: Double, width: Double) -> Double {
    let distance = (x - place) / width
    return Double.exp(-0.5 * distance * distance)
  }

  /// Where on a rise from 0 to 1 a value is, such as light at dawn.
  static func rise(_ x: Double, at place: Double, width: Double) -> Double {
    1 / (1 + Double.exp(-(x - place) / width))
  }

  /// The value below which a share of a sample lies, linear between neighbours.
  static func quantile(_ share: Double, of sample: [Double]) -> Double {
    let sorted = sample.sorted()
    guard let last = sorted.last else { return .nan }
    let place = share * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

extension RandomStream {
  /// Draws from the normal distribution.
  mutating func normal(_ mean: Double = 0, _ deviation: Double = 1) -> Double {
    NormalDistribution(mean: mean, standardDeviation: deviation).draw(from: &self)
  }

  /// Draws evenly from a range.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + nextUnit() * (range.upperBound - range.lowerBound)
  }
}
