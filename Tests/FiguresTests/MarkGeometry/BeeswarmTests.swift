import Figures
import Peers
import Testing

@Suite("A beeswarm")
struct BeeswarmTests {
  /// Numbers from the sum of uniform ones, near to a normal distribution.
  static func bell(_ count: Int, _ seed: UInt64, width: Double) -> [Double] {
    var random = FixedRandom(seed: seed)
    return (0..<count).map { _ in
      (0..<6).reduce(0) { sum, _ in sum + Double.random(in: -width...width, using: &random) }
    }
  }

  @Test("of equal values is an even row, from the middle outward")
  func row() {
    let swarm = Beeswarm([5, 5, 5, 5, 5], diameter: 2, width: 20)
    #expect(swarm.offsets == [0, 2, -2, 4, -4])
    #expect(swarm.spacing == 2 && !swarm.isCrowded)
    #expect(Beeswarm([1, 9, .nan, 4], diameter: 2, width: 20).offsets == [0, 0, nil, 0])
    #expect(Beeswarm([], diameter: 2, width: 20).offsets.isEmpty)
  }

  @Test(
    "keeps the dots apart and within its width",
    arguments: [(200, 1.0, 60.0), (2000, 6, 200), (5000, 8, 500), (400, 1, 30), (3000, 4, 60)])
  func apart(count: Int, width: Double, room: Double) throws {
    let values = Self.bell(count, UInt64(count), width: width * 4)
    let swarm = Beeswarm(values, diameter: 3, width: room)
    let places = try zip(values, swarm.offsets).map { Point($0, try #require($1)) }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    #expect(swarm.isCrowded == (swarm.spacing < 3))
    #expect(places.allSatisfy { $0.y.magnitude <= (room - 3) / 2 + 1e-6 })
    var first = 0
    for (index, place) in places.enumerated() {
      while place.x - places[first].x >= 3 { first += 1 }
      #expect(
        places[first..<index].allSatisfy { $0.distance(to: place) > swarm.spacing * (1 - 1e-7) })
    }
    // Even on both sides.
    let mean = places.reduce(0) { $0 + $1.y } / Double(count)
    #expect(mean.magnitude < 0.5)
    #expect(swarm == Beeswarm(values, diameter: 3, width: room))
  }

  @Test("sets a crowd closer, and only a crowd")
  func crowd() {
    let values = Self.bell(1000, 41, width: 5)
    let spacings = [400.0, 80, 30].map { Beeswarm(values, diameter: 2, width: $0).spacing }
    #expect(spacings[0] == 2 && spacings[1] < 2 && spacings[2] < spacings[1])
  }

  @Test("of a very large crowd takes the width that its density deserves")
  func spread() {
    let values = Self.bell(200_000, 42, width: 10)
    let swarm = Beeswarm(values, diameter: 2, width: 42)
    #expect(swarm.isCrowded && swarm.spacing == 0)
    let reach = { (range: Range<Double>) in
      zip(values, swarm.offsets).filter { range.contains($0.0) }
        .map { $0.1?.magnitude ?? .infinity }.max() ?? 0
    }
    #expect(reach(-1..<1) > 19 && reach(-100..<100) <= 20 && reach(38..<100) < 5)
    let constant = Beeswarm([Double](repeating: 1, count: 200_000), diameter: 2, width: 42)
    #expect(constant.offsets.allSatisfy { ($0?.magnitude ?? .infinity) <= 20 })
  }

  @Test("survives awkward numbers", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    for (diameter, width) in [(2.0, 20.0), (2, 1), (0, 5), (1e300, 1e300)] {
      let swarm = Beeswarm(sample, diameter: diameter, width: width)
      #expect(swarm.offsets.map { $0 != nil } == sample.map(\.isFinite))
    }
  }
}
