import Randomness
import Statistics
import Testing

@Suite("A knee")
struct KneeTests {
  static let key = RandomKey(seed: 71)
  static let places = (0...100).map { Double($0) / 100 }

  @Test("of a power is where its slope is that of the chord")
  func powers() throws {
    let square = try #require(Knee(Self.places.map { $0 * $0 }, at: Self.places))
    #expect(square.level == 0.5)
    #expect((square.depth - 0.25).magnitude < 1e-12)
    #expect(square.bend == .upwards)
    let root = try #require(Knee(Self.places.map { $0.squareRoot() }, at: Self.places))
    #expect(root.level == 0.25)
    #expect((root.depth - 0.25).magnitude < 1e-12)
    #expect(root.bend == .downwards)
    let falling = try #require(Knee(Self.places.map { (1 - $0) * (1 - $0) }, at: Self.places))
    #expect(falling.level == 0.5)
    #expect(falling.bend == .upwards)
  }

  @Test("does not move when an axis is stretched or shifted")
  func scaling() throws {
    let values = Self.places.map { $0 * $0 * $0 }
    let plain = try #require(Knee(values, at: Self.places))
    let other = try #require(
      Knee(values.map { 1000 * $0 - 5 }, at: Self.places.map { 4 * $0 + 30 }))
    #expect(other.level == 4 * plain.level + 30)
    #expect((plain.level - 0.577).magnitude < 0.005)
  }

  @Test("of an S is one of two, by the bend that is asked for")
  func bends() {
    let values = Self.places.map { $0 * $0 * (3 - 2 * $0) }
    let up = Knee(values, at: Self.places, bending: .upwards)?.level
    let down = Knee(values, at: Self.places, bending: .downwards)?.level
    // Where the slope 6x(1 − x) is 1.
    #expect(up == 0.21)
    #expect(down == 0.79)
  }

  @Test("is none on a straight line, on a constant and on two points")
  func none() {
    #expect(Knee(Self.places.map { 0.1 + 0.3 * $0 }, at: Self.places) == nil)
    #expect(Knee(Self.places.map { _ in 4 }, at: Self.places) == nil)
    #expect(Knee([1, 2], at: [1, 2]) == nil)
    #expect(Knee(Self.places.map { $0 * $0 }, at: Self.places, bending: .downwards) == nil)
  }

  @Test("of noisy rates is held by its interval")
  func interval() throws {
    let levels = [30.0, 60, 90, 120, 150, 180]
    let truth = [0.0, 0, 0.02, 0.06, 0.3, 0.6]
    let exact = try #require(Knee(truth, at: levels)?.level)
    var held = 0
    for number in 0..<100 {
      let luck = GammaDistribution(shape: 2, scale: 0.5)
      var stream = Self.key.stream(number)
      let table = ReplicateTable(
        truth.map { rate in (0..<20).map { _ in rate * luck.draw(from: &stream) } }, at: levels)
      let interval = Knee.interval(table, resamples: 300, key: Self.key.key(number))
      if interval?.contains(exact) ?? false { held += 1 }
    }
    #expect(exact == 120)
    #expect(held >= 92)
    let flat = ReplicateTable(levels.map { _ in [1, 1] }, at: levels)
    #expect(Knee.interval(flat, key: Self.key) == nil)
  }
}
