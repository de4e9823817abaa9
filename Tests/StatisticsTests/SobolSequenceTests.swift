import Foundation
import Peers
import Randomness
import Statistics
import Testing

@Suite("A Sobol sequence")
struct SobolSequenceTests {
  static let key = RandomKey(seed: 11)
  static let all = SobolSequence.maximumDimensions

  @Test("stands on all primitive polynomials to degree nine")
  func polynomials() {
    let found = PrimitivePolynomials.first(100)
    let degrees = found.map { 63 - $0.leadingZeroBitCount }
    // Euler's function of 2ᵈ − 1, divided by d; the first dimension has no polynomial.
    let counts = [1, 1, 2, 2, 6, 6, 18, 16, 48]
    #expect((1...9).map { degree in degrees.count { $0 == degree } } == counts)
    #expect(found.prefix(6) == [0b11, 0b111, 0b1011, 0b1101, 0b10011, 0b11001])
    #expect(Self.all == 101)
  }

  @Test("begins at the origin, unless it is scrambled")
  func beginning() {
    let points = SobolSequence(dimensions: 2).points(4)
    #expect(Array(points) == [[0, 0], [0.5, 0.5], [0.25, 0.75], [0.75, 0.25]])
    let scrambled = SobolSequence(dimensions: 2, scrambledBy: Self.key).points(1)
    #expect(scrambled[0].allSatisfy { $0 > 0 })
  }

  @Test("has one point in each of 2ᵐ cells of every axis", arguments: [false, true])
  func cells(isScrambled: Bool) {
    let sequence =
      isScrambled
      ? SobolSequence(dimensions: Self.all, scrambledBy: Self.key)
      : SobolSequence(dimensions: Self.all)
    for (count, start) in [(1024, 0), (1024, 3 * 1024), (64, 5 * 64)] {
      let points = sequence.points(count, from: start)
      for dimension in 0..<Self.all {
        let cells = Set(points.map { Int($0[dimension] * Double(count)) })
        #expect(cells.count == count, "dimension \(dimension)")
      }
    }
  }

  @Test("has one point in each box of equal area in its first two dimensions", arguments: 0...8)
  func boxes(digits: Int) {
    let points = SobolSequence(dimensions: 2, scrambledBy: Self.key).points(256)
    let (columns, rows) = (1 << digits, 1 << (8 - digits))
    let boxes = Set(
      points.map { Int($0[0] * Double(columns)) * rows + Int($0[1] * Double(rows)) })
    #expect(boxes.count == 256)
  }

  @Test("has one of 2ᵈ points in each part of the halved cube", arguments: 1...14)
  func halves(dimensions: Int) {
    let points = SobolSequence(dimensions: dimensions, scrambledBy: Self.key).points(
      1 << dimensions)
    let parts = Set(points.map { point in point.reduce(0) { $0 << 1 | ($1 < 0.5 ? 0 : 1) } })
    #expect(parts.count == 1 << dimensions)
  }

  @Test("has that property in every dimension, and is what the search finds in the first ones")
  func search() {
    var search = SobolSearch()
    let polynomials = PrimitivePolynomials.first(100)
    for (polynomial, initial) in zip(polynomials, SobolDirections.initialNumbers).prefix(12) {
      #expect(search.next(polynomial: polynomial) == initial)
    }
    for (polynomial, initial) in zip(polynomials, SobolDirections.initialNumbers).dropFirst(12) {
      let matrix = SobolMatrix(
        SobolDirections.numbers(polynomial: polynomial, initial: initial, count: 128))
      #expect(search.hasPropertyA(matrix))
      search.accept(matrix)
    }
  }

  @Test("goes on where it stopped", arguments: [0, 1, 5, 64, 1000])
  func seam(start: Int) {
    let sequence = SobolSequence(dimensions: 7, scrambledBy: Self.key)
    let whole = sequence.points(start + 30).coordinates
    #expect(sequence.points(30, from: start).coordinates == Array(whole.suffix(30 * 7)))
  }

  @Test("reaches far indices, and the last one")
  func far() {
    let sequence = SobolSequence(dimensions: 3)
    let end = 1 << 53
    #expect(sequence.points(1, from: 1 << 40)[0][0] == 0x1p-41)
    #expect(sequence.points(2, from: end - 2).count == 2)
    #expect(sequence.points(1, from: end - 1)[0][0] == (1.0).nextDown)
  }

  @Test("scrambled, spreads every single point over the whole range")
  func unbiased() {
    let places = (0..<2000).map {
      SobolSequence(dimensions: 2, scrambledBy: Self.key.key($0)).points(4)[3][1]
    }
    let moments = RunningMoments(places)
    #expect((moments.mean - 0.5).magnitude < 0.02)
    #expect((moments.variance - 1.0 / 12).magnitude < 0.006)
    #expect(Set(places).count == 2000)
  }

  // MARK: - Beside SciPy's, which has the numbers of Joe and Kuo

  @Test("has pairs of dimensions spread as well as SciPy's", .needsPeer)
  func pairs() throws {
    // In Gray order point 2ᵏ differs from point 2ᵏ⁻¹ by one direction number and that before it.
    let rows = try Peer.numbers(
      from: """
        from scipy.stats import qmc
        x = qmc.Sobol(\(Self.all), scramble=False, bits=32).random(1 << 16)
        for j in range(\(Self.all)):
          v = [int(x[0, j])]
          for k in range(16): v.append(int(x[1 << k, j] * 2**32) ^ (v[-1] if k else 0))
          print(*v[1:])
        """)
    let theirs = rows.map { SobolMatrix($0.map { UInt64($0) << 32 }) }
    let ours = (0..<Self.all).map { SobolMatrix(SobolDirections.numbers(dimension: $0)) }
    func penalty(_ matrices: ArraySlice<SobolMatrix>) -> Double {
      matrices.indices.reduce(0.0) { sum, index in
        matrices[..<index].reduce(sum) { $0 + $1.penalty(with: matrices[index]) }
      }
    }
    for dimensions in [8, 16, 32, 64, Self.all] {
      #expect(penalty(ours.prefix(dimensions)) < penalty(theirs.prefix(dimensions)))
    }
  }

  @Test(
    "is as even as SciPy's, by the centred discrepancy", .needsPeer, arguments: [2, 5, 10, 20])
  func discrepancy(dimensions: Int) throws {
    let rows = (0..<10).flatMap { number in
      SobolSequence(dimensions: dimensions, scrambledBy: Self.key.key(number)).points(256)
    }
    let answer = try Peer.numbers(
      from: """
        import numpy as np
        from scipy.stats import qmc
        ours = np.array(rows).reshape(10, 256, \(dimensions))
        theirs = [qmc.Sobol(\(dimensions), rng=seed).random(256) for seed in range(10)]
        print(*(np.mean([qmc.discrepancy(x) for x in sets]) for sets in (ours, theirs)))
        """, rows: Array(rows))
    let means = try #require(answer.first)
    #expect(means[0] < 1.25 * means[1])
  }

  @Test("integrates as well as SciPy's, and far better than random points", .needsPeer)
  func integration() throws {
    // The mean of the g-function is 1.
    let weights = [0.0, 1, 4.5, 9, 99, 99, 99, 99]
    let errors = (0..<64).map { number in
      let points = SobolSequence(dimensions: 8, scrambledBy: Self.key.key(number)).points(1024)
      let mean = RunningMoments(points.map { SensitivityModel.g(weights, $0) }).mean
      return (mean - 1) * (mean - 1)
    }
    let answer = try Peer.numbers(
      from: """
        import numpy as np
        from scipy.stats import qmc
        a = np.array(\(weights))
        g = lambda x: np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1).mean()
        print(np.mean([(g(qmc.Sobol(8, rng=s).random(1024)) - 1) ** 2 for s in range(64)]))
        """)
    let theirs = try #require(answer.first?.first).squareRoot()
    let ours = RunningMoments(errors).mean.squareRoot()
    #expect(ours < 1.5 * theirs)
    // The standard deviation of the function is 0.68.
    #expect(ours < 0.68 / 32 / 10)
  }
}
