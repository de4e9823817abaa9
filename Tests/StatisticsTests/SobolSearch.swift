import Randomness
import Statistics

/// The search that found the initial numbers of our Sobol sequence; `SobolDirections` explains it.
struct SobolSearch {
  /// How many binary digits of the index and of the coordinates a pair is judged by.
  static let depth = 16
  static let mostCandidates = 4096

  /// The generating matrices so far.
  private(set) var matrices: [SobolMatrix] = []
  /// The first digits of the dimensions so far, reduced: row *i* begins at column *i*.
  private var reducedFirstDigits: [UInt128] = []

  init() {
    accept(SobolMatrix(SobolDirections.numbers(dimension: 0)))
  }

  /// Finds the initial numbers of the next dimension and takes it up.
  mutating func next(polynomial: UInt64) -> UInt64 {
    var best = (score: Double.infinity, initial: UInt64(0), matrix: matrices[0])
    for initial in Self.candidates(polynomial) {
      let matrix = SobolMatrix(
        SobolDirections.numbers(polynomial: polynomial, initial: initial, count: 128))
      guard hasPropertyA(matrix) else { continue }
      let score = score(matrix, below: best.score)
      if score < best.score { best = (score, initial, matrix) }
    }
    precondition(best.score < .infinity, "no candidate has property A")
    accept(best.matrix)
    return best.initial
  }

  /// All choices of the free bits, or as many drawn ones as there may be at most.
  private static func candidates(_ polynomial: UInt64) -> [UInt64] {
    let degree = 63 - polynomial.leadingZeroBitCount
    let bits = degree * (degree - 1) / 2
    guard 1 << bits > mostCandidates else { return Array(0..<(1 << UInt64(bits))) }
    let key = RandomKey(seed: 1967).key("Sobol")
    return (0..<mostCandidates).map {
      key.words($0, Int(polynomial))[0] & ((1 << UInt64(bits)) - 1)
    }
  }

  /// Whether the first digits of all dimensions, the new one included, are independent.
  func hasPropertyA(_ matrix: SobolMatrix) -> Bool {
    reduced(matrix) >> matrices.count & 1 == 1
  }

  mutating func accept(_ matrix: SobolMatrix) {
    reducedFirstDigits.append(reduced(matrix))
    matrices.append(matrix)
  }

  private func reduced(_ matrix: SobolMatrix) -> UInt128 {
    var row = matrix.firstDigits
    for (column, other) in reducedFirstDigits.enumerated() where row >> column & 1 == 1 {
      row ^= other
    }
    return row
  }

  /// The sum of 2²ᵗ⁻ᵐ over the pairs with earlier dimensions; given up once it is not the best.
  private func score(_ matrix: SobolMatrix, below limit: Double) -> Double {
    var sum = 0.0
    for earlier in matrices {
      sum += earlier.penalty(with: matrix)
      if sum >= limit { return .infinity }
    }
    return sum
  }
}

/// One dimension of a digital sequence: row *r* makes digit *r* from the digits of the index.
struct SobolMatrix {
  /// The first rows, the lowest digit of the index in the lowest bit.
  let rows: [UInt32]
  /// The first row in full length.
  let firstDigits: UInt128

  init(_ directions: [UInt64]) {
    rows = (0..<SobolSearch.depth).map { digit in
      directions.prefix(SobolSearch.depth).enumerated().reduce(0) { row, next in
        row | UInt32(next.element >> (63 - digit) & 1) << next.offset
      }
    }
    firstDigits = directions.enumerated().reduce(0) { row, next in
      row | UInt128(next.element >> 63) << next.offset
    }
  }

  /// The sum of 2²ᵗ⁻ᵐ over all *m*.
  func penalty(with other: SobolMatrix) -> Double {
    (1...SobolSearch.depth).reduce(0.0) { sum, m in
      let exponent = 2 * quality(with: other, m) - m
      return sum + Double(sign: .plus, exponent: exponent, significand: 1)
    }
  }

  /// The *t* of the pair's first 2ᵐ points as a (*t*, *m*, 2)-net: *m* less the number of digits
  /// that may be shared out among the two in any way and stay independent.
  func quality(with other: SobolMatrix, _ m: Int) -> Int {
    let mask = UInt32(1) << m - 1
    var least = m
    var mine = Elimination()
    for first in 0...m {
      var both = mine
      var second = 0
      while first + second < least, both.add(other.rows[second] & mask) { second += 1 }
      least = min(least, first + second)
      // The rows of one dimension are always independent.
      if first < m { _ = mine.add(rows[first] & mask) }
    }
    return m - least
  }
}

/// Rows of bits that are independent of each other.
private struct Elimination {
  private var pivots = InlineArray<32, UInt32>(repeating: 0)

  /// Takes up a row and returns whether it is independent of those before.
  mutating func add(_ row: UInt32) -> Bool {
    var rest = row
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      guard pivots[place] != 0 else {
        pivots[place] = rest
        return true
      }
      rest ^= pivots[place]
    }
    return false
  }
}
