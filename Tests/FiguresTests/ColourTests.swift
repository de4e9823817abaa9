import Peers
import Figures
import Testing

@Suite("A colour")
struct ColourTests {
  @Test(
    "is read from hexadecimal and written so",
    arguments: [
      ("#0072B2", "#0072B2"), ("d55e00", "#D55E00"), ("#fff", "#FFFFFF"),
      ("#12345678", "#12345678"),
    ])
  func hexadecimal(text: String, expected: String) throws {
    #expect(try Colour(hex: text).hexText == expected)
  }

  @Test(
    "is refused when it is none", arguments: ["", "#", "#12", "#12345g", "red", "##fff", "#é12"])
  func refused(text: String) {
    #expect(throws: ColourFailure.notHexadecimal(text)) { try Colour(hex: text) }
  }

  @Test("goes through linear light, XYZ and CIELAB and comes back")
  func roundTrip() {
    var random = FixedRandom(seed: 8)
    for _ in 0..<3000 {
      let bits = random.next()
      let colour = Colour(
        red: UInt8(bits & 255), green: UInt8(bits >> 8 & 255), blue: UInt8(bits >> 16 & 255))
      #expect(CIELAB(colour).xyz.light.colour == colour)
    }
    for level in UInt8.min...UInt8.max {
      let grey = Colour(red: level, green: level, blue: level)
      #expect(LinearColour(grey).colour == grey)
      #expect(CIELAB(grey).a.magnitude < 1e-10 && CIELAB(grey).b.magnitude < 1e-10)
    }
  }

  @Test(
    "stands in CIELAB where B. Lindbloom's calculator puts it",
    arguments: [
      ("#FF0000", 53.2408, 80.0925, 67.2032), ("#00FF00", 87.7347, -86.1827, 83.1793),
      ("#0000FF", 32.2970, 79.1875, -107.8602), ("#FFFFFF", 100, 0, 0), ("#000000", 0, 0, 0),
    ])
  func laboratory(text: String, l: Double, a: Double, b: Double) throws {
    let place = CIELAB(try Colour(hex: text))
    #expect((place.lightness - l).magnitude < 1e-3)
    #expect((place.a - a).magnitude < 0.02 && (place.b - b).magnitude < 0.02)
  }

  @Test("has the contrast that the web's guidelines give")
  func contrast() throws {
    #expect(Colour.black.contrast(with: .white) == 21)
    #expect((try Colour(hex: "#767676").contrast(with: .white) - 4.54).magnitude < 0.005)
    #expect((try Colour(hex: "#FF0000").contrast(with: .white) - 4.00).magnitude < 0.005)
    #expect(try Colour(hex: "#F0E442").readableInk == .black)
  }

  @Test("lies over another as paint does")
  func over() {
    #expect(Colour.black.opacity(0.2).over(.white).hexText == "#CCCCCC")
    #expect(Colour.black.opacity(1).over(.white) == .black)
    #expect(Colour.black.opacity(.nan).over(.white) == .white)
  }

  @Test("keeps greys for every eye", arguments: ColourVision.allCases)
  func vision(vision: ColourVision) {
    #expect(vision.seen(Colour.white) == .white && vision.seen(Colour.black) == .black)
    let grey = Colour(red: 100, green: 100, blue: 100)
    #expect(vision.seen(grey).difference(from: grey) < 0.5)
  }
}

@Suite("The default palette")
struct PaletteTests {
  @Test("begins with blue, vermilion, green and purple and draws no yellow line")
  func order() {
    let palette = Palette.okabeIto
    #expect(palette.styles.map(\.name).prefix(4) == ["blue", "vermilion", "green", "purple"])
    #expect(
      palette.lineStyles.map(\.name)
        == ["blue", "vermilion", "green", "purple", "orange", "sky blue", "black"])
  }

  @Test("tells 40 lines apart by more than colour")
  func lines() {
    let styles = (0..<40).map(Palette.okabeIto.lineStyle)
    #expect(Set(styles).count == 40)
    #expect(Set(styles.prefix(7).map(\.dash)).count == 7)
    #expect(Set(styles.prefix(7).map(\.marker)).count == 7)
    #expect(Set(Palette.okabeIto.styles.map(\.hatch)).count == 8)
  }
}
