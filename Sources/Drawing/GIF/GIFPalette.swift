/// The colours of an animation, at most 256, and which of them stands for each colour of its frames.
struct GIFPalette {
  /// The colours 0xRRGGBB, filled up to a power of two.
  let table: [UInt32]
  /// The number that stands for no change; nil when all 256 are colours.
  let transparent: UInt8?

  private let counts: ColourCounts
  /// How many low bits of each share are not looked at.
  private let coarseness: UInt32
  private let numbers: [UInt8]

  /// Beyond this many colours, neighbours are taken together before any is chosen.
  private static let mostColours = 32_768

  /// Looks at all frames, and at what each changes of the one before.
  init(of frames: [Raster]) {
    var counts = ColourCounts()
    var coarseness: UInt32 = 0
    for (index, frame) in frames.enumerated() {
      frame.runs(notIn: index == 0 ? nil : frames[index - 1]) { colour, _, length in
        counts.add(colour.coarse(by: coarseness), times: length)
      }
      while counts.count > Self.mostColours {
        coarseness += 1
        var fewer = ColourCounts()
        for (colour, count) in counts.ranking {
          fewer.add(colour.coarse(by: coarseness), times: count)
        }
        counts = fewer
      }
    }
    let ranking = counts.ranking
    let isExact = ranking.count <= 256
    let colours = isExact ? ranking.map(\.colour) : Self.chosen(255, of: ranking)
    transparent = colours.count < 256 ? UInt8(colours.count) : nil
    var size = 2
    while size < colours.count + (transparent == nil ? 0 : 1) { size *= 2 }
    table = colours + [UInt32](repeating: 0, count: size - colours.count)
    var numbers = [UInt8](repeating: 0, count: counts.slots)
    for (index, entry) in ranking.enumerated() {
      let number = isExact ? index : MedianCut.nearest(to: entry.colour, in: colours)
      numbers[counts.slot(of: entry.colour)] = UInt8(number)
    }
    (self.counts, self.coarseness, self.numbers) = (counts, coarseness, numbers)
  }

  /// The paper, the ink and whatever else covers a two-hundredth of what is drawn are kept as they are, and
  /// the rest is cut down.
  private static func chosen(_ number: Int, of ranking: [(colour: UInt32, count: Int)]) -> [UInt32]
  {
    let total = ranking.reduce(0) { $0 + $1.count }
    let kept = ranking.prefix { 200 * $0.count >= total }.map(\.colour).prefix(number / 4)
    return kept
      + MedianCut.colours(number - kept.count, for: Array(ranking.dropFirst(kept.count)))
  }

  /// An image that the palette was made for, in the colours of the palette.
  func nearest(to image: Raster) -> Raster {
    var dots = [UInt8](repeating: 0, count: image.width * image.height)
    translate(image, after: nil, into: &dots)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(3 * dots.count)
    for dot in dots {
      let colour = table[Int(dot)]
      pixels.append(UInt8(truncatingIfNeeded: colour >> 16))
      pixels.append(UInt8(truncatingIfNeeded: colour >> 8))
      pixels.append(UInt8(truncatingIfNeeded: colour))
    }
    return Raster(width: image.width, height: image.height, pixels: pixels)
  }

  /// Writes the numbers of a frame over those of the frame before, where it differs.
  func translate(_ frame: Raster, after last: Raster?, into dots: inout [UInt8]) {
    dots.withUnsafeMutableBufferPointer { dots in
      frame.runs(notIn: last) { colour, start, length in
        let number = numbers[counts.slot(of: colour.coarse(by: coarseness))]
        for place in start..<start + length { dots[place] = number }
      }
    }
  }
}

extension UInt32 {
  /// The colour 0xRRGGBB with some low bits of each share made from its high ones, so that white stays.
  fileprivate func coarse(by bits: UInt32) -> UInt32 {
    let low: UInt32 = ((1 << bits) - 1) &* 0x1_0101
    let high = self & ~low
    return high | high >> (8 - bits) & low
  }
}

extension Raster {
  /// Goes through the runs of one colour that another image of the same size does not have there.
  ///
  /// The closure gets the colour 0xRRGGBB, the first dot and how many there are.
  fileprivate func runs(notIn other: Raster?, _ body: (UInt32, Int, Int) -> Void) {
    pixels.withUnsafeBufferPointer { pixels in
      guard let other else { return Self.runs(of: pixels, 0..<width * height, body) }
      other.pixels.withUnsafeBufferPointer { old in
        for row in 0..<height {
          let dots = row * width..<(row + 1) * width
          let (mine, theirs) = (
            pixels[3 * dots.lowerBound..<3 * dots.upperBound],
            old[3 * dots.lowerBound..<3 * dots.upperBound]
          )
          guard !mine.elementsEqual(theirs) else { continue }
          var place = dots.lowerBound
          while place < dots.upperBound {
            let start = place
            while place < dots.upperBound, !Self.isSame(pixels, old, place) { place += 1 }
            Self.runs(of: pixels, start..<place, body)
            while place < dots.upperBound, Self.isSame(pixels, old, place) { place += 1 }
          }
        }
      }
    }
  }

  private static func runs(
    of pixels: UnsafeBufferPointer<UInt8>, _ dots: Range<Int>, _ body: (UInt32, Int, Int) -> Void
  ) {
    var place = dots.lowerBound
    while place < dots.upperBound {
      let start = place
      let colour = colour(pixels, place)
      repeat { place += 1 } while place < dots.upperBound && Self.colour(pixels, place) == colour
      body(colour, start, place - start)
    }
  }

  private static func colour(_ pixels: UnsafeBufferPointer<UInt8>, _ dot: Int) -> UInt32 {
    UInt32(pixels[3 * dot]) << 16 | UInt32(pixels[3 * dot + 1]) << 8 | UInt32(pixels[3 * dot + 2])
  }

  private static func isSame(
    _ pixels: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, _ dot: Int
  ) -> Bool {
    pixels[3 * dot] == other[3 * dot] && pixels[3 * dot + 1] == other[3 * dot + 1]
      && pixels[3 * dot + 2] == other[3 * dot + 2]
  }
}
