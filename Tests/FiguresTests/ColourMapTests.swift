import Figures
import Peers
import Testing

@Suite("A colour map")
struct ColourMapTests {
  static func colours(_ map: ColourMap, _ count: Int = 256) -> [Colour] {
    (0..<count).map { map.colour(at: Double($0) / Double(count - 1)) }
  }

  @Test("never turns back in lightness", arguments: ColourMap.allCases)
  func lightness(map: ColourMap) {
    let levels = Self.colours(map, 65).map { CIELAB($0).lightness }
    let rising = map.isDiverging ? Array(levels.prefix(33)) : levels
    let falling = map.isDiverging ? Array(levels.suffix(33).reversed()) : levels
    for way in [rising, falling] {
      #expect(zip(way, way.dropFirst()).allSatisfy { $0 < $1 }, "\(way)")
      #expect((way.last ?? 0) - (way.first ?? 0) > 55)
    }
  }

  @Test("goes in small steps and stays away from what is missing", arguments: ColourMap.allCases)
  func steps(map: ColourMap) {
    let colours = Self.colours(map)
    for (first, second) in zip(colours, colours.dropFirst()) {
      #expect(first.difference(from: second) < 2.5)
      #expect(first.difference(from: ColourMap.missing) > 10)
    }
  }

  @Test("draws what lies outside to its ends and NaN as missing")
  func outside() {
    let map = ColourMap.viridis
    #expect(map.colour(at: -.infinity) == map.colour(at: 0))
    #expect(map.colour(at: .infinity) == map.colour(at: 1))
    #expect(map.colour(at: .nan) == ColourMap.missing)
  }

  @Test("keeps its centre where it is told to")
  func centre() throws {
    let range = ColourRange(covering: [-2, 6, .nan, .infinity], centre: 0)
    #expect(range.domain == -6...6)
    #expect(range.place(of: 0) == 0.5 && range.place(of: .nan) == nil)
    #expect(range.colour(of: 0, in: .vik) == ColourMap.vik.colour(at: 0.5))
    for centre in [0, 5, -1e300, 1e300, .nan, .infinity] {
      for values in [[], [centre], [1e308, -1e308]] {
        let range = ColourRange(covering: values, centre: centre)
        let place = try #require(range.place(of: centre.isFinite ? centre : 0))
        #expect((place - 0.5).magnitude < 1e-12)
      }
    }
  }

  /// Prints a line per map: its name and 256 colours, or that a package is missing.
  static let script = """
    def show(name, table):
        print(name, *('%02X%02X%02X' % tuple(round(255 * float(v)) for v in c[:3]) for c in table))
    try:
        from matplotlib import colormaps
        for name in ('viridis', 'cividis'): show(name, colormaps[name](range(256)))
        from cmcrameri import cm
        show('batlow', cm.batlow(range(256))); show('vik', cm.vik(range(256)))
    except ImportError as error:
        print('missing', error.name)
    """

  @Test(
    "stays within 3 CIEDE2000 of the map whose name it bears",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func named() throws {
    let lines = try Peer.lines(from: Self.script).map { $0.split(separator: " ").map(String.init) }
    for line in lines {
      guard line[0] != "missing" else {
        // CI has neither package: say so, and compare what could be had.
        print(
          "skipped: the peers have no \(line[1]), so colour maps are not compared with its tables")
        continue
      }
      let map = try #require(ColourMap(rawValue: line[0]))
      let table = try line.dropFirst().map { try Colour(hex: $0) }
      #expect(table.count == 256)
      let farthest = zip(table, Self.colours(map)).map { $0.difference(from: $1) }.max() ?? .nan
      #expect(farthest <= 1.5, "\(map): \(farthest)")
    }
  }
}
