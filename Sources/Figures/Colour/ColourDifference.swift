import Numerics

extension CIELAB {
  /// How different two colours look: CIEDE2000, where 1 is just seen and 10 is plain at a glance.
  ///
  /// Source: G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 color-difference formula", Color
  /// Research & Application 30 (2005), doi:10.1002/col.20070.
  ///
  ///     CIELAB(.black).difference(from: CIELAB(.white))   // 100
  public func difference(from other: CIELAB) -> Double {
    let meanChroma = 0.5 * (chroma + other.chroma)
    let stretch = 1 + 0.5 * (1 - Self.saturation(meanChroma))
    let (first, second) = (Polar(self, stretch: stretch), Polar(other, stretch: stretch))

    let chroma = 0.5 * (first.chroma + second.chroma)
    let isGrey = first.chroma * second.chroma == 0
    let turn = isGrey ? 0 : Self.turn(from: first.hue, to: second.hue)
    let hue = isGrey ? first.hue + second.hue : Self.middle(first.hue, second.hue)

    let offset = 0.5 * (lightness + other.lightness) - 50
    let lightnessScale = 1 + 0.015 * offset * offset / (20 + offset * offset).squareRoot()
    let chromaScale = 1 + 0.045 * chroma
    let hueScale = 1 + 0.015 * chroma * Self.hueWeight(hue)

    let l = (other.lightness - lightness) / lightnessScale
    let c = (second.chroma - first.chroma) / chromaScale
    let h =
      2 * (first.chroma * second.chroma).squareRoot() * PlaneAngle.sine(degrees: turn / 2)
      / hueScale
    let sum = l * l + c * c + h * h + Self.rotation(hue: hue, chroma: chroma) * c * h
    return Swift.max(0, sum).squareRoot()
  }

  private var chroma: Double { (a * a + b * b).squareRoot() }

  /// A colour by chroma and hue, with the red-green axis stretched near grey.
  private struct Polar {
    let chroma: Double
    let hue: Double

    init(_ colour: CIELAB, stretch: Double) {
      let a = colour.a * stretch
      chroma = (a * a + colour.b * colour.b).squareRoot()
      hue = PlaneAngle.degrees(x: a, y: colour.b)
    }
  }

  private static func saturation(_ chroma: Double) -> Double {
    let cube = chroma * chroma * chroma
    let seventh = cube * cube * chroma
    return (seventh / (seventh + 6_103_515_625)).squareRoot()
  }

  /// Opposite hues count as such although their angles are rounded.
  private static let halfTurn = 180 + 1e-9

  /// The shorter way round from one hue to another.
  private static func turn(from first: Double, to second: Double) -> Double {
    let turn = second - first
    return turn > halfTurn ? turn - 360 : turn < -halfTurn ? turn + 360 : turn
  }

  private static func middle(_ first: Double, _ second: Double) -> Double {
    let sum = first + second
    guard (first - second).magnitude > halfTurn else { return sum / 2 }
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
  }

  private static func hueWeight(_ hue: Double) -> Double {
    1 - 0.17 * PlaneAngle.cosine(degrees: hue - 30)
      + 0.24 * PlaneAngle.cosine(degrees: 2 * hue)
      + 0.32 * PlaneAngle.cosine(degrees: 3 * hue + 6)
      - 0.20 * PlaneAngle.cosine(degrees: 4 * hue - 63)
  }

  /// Chroma and hue are not independent in the blue region.
  private static func rotation(hue: Double, chroma: Double) -> Double {
    let distance = (hue - 275) / 25
    let angle = 30 * Double.exp(-distance * distance)
    return -2 * saturation(chroma) * PlaneAngle.sine(degrees: 2 * angle)
  }
}

extension Colour {
  /// How different two opaque colours look to an eye: CIEDE2000 of what it sees of them.
  ///
  ///     try Colour(hex: "#0072B2").difference(from: Colour(hex: "#009E73"), seenBy: .protanopia)
  public func difference(from other: Colour, seenBy vision: ColourVision = .normal) -> Double {
    CIELAB(vision.seen(LinearColour(self)))
      .difference(from: CIELAB(vision.seen(LinearColour(other))))
  }
}
