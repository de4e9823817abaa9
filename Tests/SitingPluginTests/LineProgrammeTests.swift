import Randomness
import SitingPlugin
import Testing

@Suite("The programme on a line") struct LineProgrammeTests {
  @Test(
    "finds what comparing every choice finds",
    arguments: [0, 1, 2, 5, 8, 10], [1, 2, 3])
  func bruteForce(places: Int, seed: Int) {
    // Random costs with holes: a fifth of the ways and stations cannot be.
    let key = RandomKey(seed: UInt64(seed)).key("line")
    func cost(_ name: String, _ one: Int, _ two: Int) -> Double {
      let words = key.key(name).words(one, two)
      return words[1].unitInterval < 0.2 ? .infinity : words[0].unitInterval
    }
    let line = LineProgramme(
      places: places, way: { cost("way", $0, $1) },
      station: { cost("station", $1, 1000 * $0 + $2) })
    let found = line.cheapest(upTo: places)
    #expect(found.count == places + 1)
    for count in 0...places {
      let all = (0..<(1 << places)).filter { $0.nonzeroBitCount == count }.map { set in
        line.cost(of: (1...max(1, places)).filter { set >> ($0 - 1) & 1 == 1 })
      }
      let best = all.min() ?? .infinity
      guard let choice = found[count] else {
        #expect(best == .infinity)
        continue
      }
      #expect(abs(choice.cost - best) < 1e-12)
      #expect(choice.places.count == count && choice.places == choice.places.sorted())
      #expect(abs(line.cost(of: choice.places) - choice.cost) < 1e-12)
    }
  }

  @Test("needs a place for every range that is driven up, and one for the rest")
  func ranges() {
    // A car drives at most so many steps: the fewest stops are the ways rounded up, less one.
    for (steps, range) in [(10, 3), (9, 3), (30, 7), (30, 30), (5, 1)] {
      let line = LineProgramme(
        places: steps - 1, way: { $1 - $0 <= range ? 0 : .infinity }, station: { _, _, _ in 1 })
      let found = line.cheapest(upTo: steps)
      let least = (steps + range - 1) / range - 1
      #expect(found.firstIndex { $0 != nil } == least)
      #expect(found.compactMap { $0?.cost } == (least...(steps - 1)).map(Double.init))
    }
  }

  @Test("prefers the place nearest to the start where all cost the same")
  func ties() {
    let line = LineProgramme(places: 6, way: { _, _ in 0 }, station: { _, _, _ in 1 })
    #expect(line.cheapest(upTo: 3).map { $0?.places } == [[], [1], [1, 2], [1, 2, 3]])
  }

  @Test("spreads stations evenly where ways cost their square")
  func even() {
    let line = LineProgramme(
      places: 59, way: { Double(($1 - $0) * ($1 - $0)) }, station: { _, _, _ in 0 })
    let found = line.cheapest(upTo: 5)
    for (count, choice) in found.enumerated() {
      #expect(choice?.places == (0..<count).map { 60 / (count + 1) * ($0 + 1) })
    }
  }
}
