public import Randomness

/// A sequence of points that fills the unit cube evenly, however early it is stopped.
///
///     SobolSequence(dimensions: 2).points(4)   // [0, 0], [0.5, 0.5], [0.25, 0.75], [0.75, 0.25]
///
/// Take 2ᵐ points: then each of the 2ᵐ equal cells of every axis holds exactly one. The error of a
/// mean over *n* points falls nearly like 1/*n*, that of random points like 1/√*n* (Sobol 1967,
/// doi:10.1016/0041-5553(67)90144-9). ``SobolDirections`` tells where the direction numbers are
/// from.
///
/// Scrambled, it keeps all that, and every point alone is evenly spread over the cube: means are
/// unbiased, no point is the origin, and several keys give independent repetitions.
public struct SobolSequence: Equatable, Sendable {
  /// The largest number of dimensions.
  public static let maximumDimensions = SobolDirections.initialNumbers.count + 1

  /// How many coordinates a point has.
  public let dimensions: Int
  /// For each dimension and each digit, what changes when the index counts up past that digit.
  private var steps: [UInt64]
  private var origin: [UInt64]

  /// Makes the plain sequence, which begins with the origin.
  public init(dimensions: Int) {
    precondition(
      (1...Self.maximumDimensions).contains(dimensions),
      "a Sobol sequence has between 1 and \(Self.maximumDimensions) dimensions")
    self.dimensions = dimensions
    steps = (0..<dimensions).flatMap { Self.steps(SobolDirections.numbers(dimension: $0)) }
    origin = Array(repeating: 0, count: dimensions)
  }

  /// Makes a scrambled sequence: a random linear map of each dimension's digits, then a digital
  /// shift.
  ///
  /// Matoušek 1998, doi:10.1006/jcom.1998.0489; the cheap cousin of Owen's scrambling.
  public init(dimensions: Int, scrambledBy key: RandomKey) {
    self.init(dimensions: dimensions)
    steps = (0..<dimensions).flatMap { dimension in
      let scramble = DigitScramble(key, dimension)
      return Self.steps(SobolDirections.numbers(dimension: dimension).map { scramble($0) })
    }
    origin = (0..<dimensions).map { key.words($0, -1)[0] }
  }

  /// Returns points one after another, from the given number on.
  ///
  /// The points of two calls join without a seam: 0 to 99 and then 100 to 199 are the same as 0 to
  /// 199.
  public func points(_ count: Int, from start: Int = 0) -> DesignPoints {
    precondition(count >= 0 && start >= 0, "points have numbers from 0 on")
    precondition(start + count <= 1 << SobolDirections.digits, "the sequence ends before")
    var state = (0..<dimensions).map { place(start, $0) }
    var coordinates: [Double] = []
    coordinates.reserveCapacity(count * dimensions)
    for index in start..<start + count {
      for dimension in 0..<dimensions {
        coordinates.append(Double(state[dimension] >> 11) * 0x1p-53)
      }
      let digit = (~index).trailingZeroBitCount
      guard digit < SobolDirections.digits else { break }
      for dimension in 0..<dimensions {
        state[dimension] ^= steps[dimension * SobolDirections.digits + digit]
      }
    }
    return DesignPoints(dimensions: dimensions, coordinates: coordinates)
  }

  /// Returns one coordinate of one point as binary digits.
  private func place(_ index: Int, _ dimension: Int) -> UInt64 {
    var place = origin[dimension]
    for digit in 0..<SobolDirections.digits where (index ^ index >> 1) >> digit & 1 == 1 {
      place ^= steps[dimension * SobolDirections.digits + digit]
    }
    return place
  }

  /// Counting up turns the lowest 0 into 1 and all below it into 0: joins the changes of each
  /// digit.
  private static func steps(_ numbers: [UInt64]) -> [UInt64] {
    var joined: UInt64 = 0
    return numbers.map { number in
      joined ^= number
      return joined
    }
  }
}

/// A random linear map of binary places: each place takes in some of the higher ones.
private struct DigitScramble {
  /// For each place, the highest first, which places make it up.
  let rows: [UInt64]

  init(_ key: RandomKey, _ dimension: Int) {
    rows = (0..<64).map { place in
      let itself = (1 as UInt64) << (63 - place)
      let higher = ~(itself | (itself - 1))
      return key.words(dimension, place)[0] & higher | itself
    }
  }

  func callAsFunction(_ digits: UInt64) -> UInt64 {
    rows.reduce(0) { $0 << 1 | UInt64(($1 & digits).nonzeroBitCount & 1) }
  }
}
