import Figures
import Testing

@Suite("The difference of two colours")
struct ColourDifferenceTests {
  /// The 34 pairs of Sharma, Wu and Dalal 2005, table 1: L, a, b twice and CIEDE2000.
  static let pairs: [[Double]] = [
    [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425],
    [50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615],
    [50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412], [50, -1.3802, -84.2814, 50, 0, -82.7485, 1],
    [50, -1.1848, -84.8006, 50, 0, -82.7485, 1], [50, -0.9009, -85.5211, 50, 0, -82.7485, 1],
    [50, 0, 0, 50, -1, 2, 2.3669], [50, -1, 2, 50, 0, 0, 2.3669],
    [50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792], [50, 2.49, -0.001, 50, -2.49, 0.001, 7.1792],
    [50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195], [50, 2.49, -0.001, 50, -2.49, 0.0012, 7.2195],
    [50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045], [50, -0.001, 2.49, 50, 0.001, -2.49, 4.8045],
    [50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461], [50, 2.5, 0, 50, 0, -2.5, 4.3065],
    [50, 2.5, 0, 73, 25, -18, 27.1492], [50, 2.5, 0, 61, -5, 29, 22.8977],
    [50, 2.5, 0, 56, -27, -3, 31.9030], [50, 2.5, 0, 58, 24, 15, 19.4535],
    [50, 2.5, 0, 50, 3.1736, 0.5854, 1], [50, 2.5, 0, 50, 3.2972, 0, 1],
    [50, 2.5, 0, 50, 1.8634, 0.5757, 1], [50, 2.5, 0, 50, 3.2592, 0.3350, 1],
    [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
    [63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630],
    [61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731],
    [35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645],
    [22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373],
    [36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146],
    [90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441],
    [90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381],
    [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
    [2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082],
  ]

  @Test("is what Sharma, Wu and Dalal published", arguments: pairs)
  func published(row: [Double]) {
    let first = CIELAB(lightness: row[0], a: row[1], b: row[2])
    let second = CIELAB(lightness: row[3], a: row[4], b: row[5])
    #expect((first.difference(from: second) - row[6]).magnitude <= 1e-4)
    #expect((second.difference(from: first) - row[6]).magnitude <= 1e-4)
    #expect(first.difference(from: first) == 0)
  }

  /// What the spec's measurements found for Okabe and Ito's colours in this order.
  struct Safety: Sendable {
    let count: Int
    let differences: [(ColourVision, Double)]
    let lightness: Double
    let contrast: Double
  }

  @Test(
    "keeps the first of the default palette apart for every eye",
    arguments: [
      Safety(
        count: 4,
        differences: [
          (.normal, 37.0), (.deuteranopia, 15.9), (.protanopia, 12.2), (.tritanopia, 12.4),
        ], lightness: 3.3, contrast: 3.06),
      Safety(
        count: 6,
        differences: [
          (.normal, 22.2), (.deuteranopia, 12.5), (.protanopia, 12.2), (.tritanopia, 10.9),
        ], lightness: 0.8, contrast: 2.25),
      Safety(
        count: 7,
        differences: [
          (.normal, 21.7), (.deuteranopia, 11.6), (.protanopia, 12.2), (.tritanopia, 10.9),
        ], lightness: 0.8, contrast: 1.32),
    ])
  func palette(safety: Safety) throws {
    let colours = Palette.okabeIto.styles.prefix(safety.count).map(\.colour)
    func least(_ distance: (Colour, Colour) -> Double) -> Double {
      let pairs = colours.indices.flatMap { first in
        colours.indices.dropFirst(first + 1).map { (colours[first], colours[$0]) }
      }
      return pairs.map(distance).min() ?? .nan
    }
    for (vision, expected) in safety.differences {
      let difference = least { $0.difference(from: $1, seenBy: vision) }
      #expect((difference - expected).magnitude < 0.2, "\(vision): \(difference)")
      #expect(difference >= 10)
    }
    let steps = least { (CIELAB($0).lightness - CIELAB($1).lightness).magnitude }
    #expect((steps - safety.lightness).magnitude < 0.2, "\(steps)")
    let contrast = try #require(colours.map { $0.contrast(with: .white) }.min())
    #expect((contrast - safety.contrast).magnitude < 0.01, "\(contrast)")
  }
}
