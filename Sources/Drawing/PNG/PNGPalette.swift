/// The colours of an image that has few, and for each dot which of them it is.
struct PNGPalette {
  /// Red, green and blue of each colour, in the order in which they are first met.
  private(set) var colours: [UInt8] = []
  /// The opacity of each colour.
  private(set) var opacities: [UInt8] = []
  /// How many bits a dot takes.
  private(set) var depth = 8
  private var places: [UInt8] = []

  /// Collects the colours of an image; nil when there are more than 256.
  init?(of pixels: [UInt8], channels: Int) {
    let dots = pixels.count / channels
    var table = PaletteTable()
    var isSmall = true
    places = [UInt8](unsafeUninitializedCapacity: dots) { places, count in
      pixels.withUnsafeBufferPointer { pixels in
        var (last, place) = (UInt32.max, UInt8(0))
        var isFirst = true
        for dot in 0..<dots {
          let start = dot * channels
          var colour =
            UInt32(pixels[start]) << 16 | UInt32(pixels[start + 1]) << 8 | UInt32(pixels[start + 2])
          colour |= UInt32(channels == 4 ? pixels[start + 3] : 255) << 24
          if colour != last || isFirst {
            guard let found = table.place(of: colour) else {
              isSmall = false
              break
            }
            (last, place, isFirst) = (colour, found, false)
          }
          places[dot] = place
        }
        count = isSmall ? dots : 0
      }
    }
    guard isSmall else { return nil }
    for colour in table.colours {
      colours += [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) }
      opacities.append(UInt8(colour >> 24))
    }
    switch table.colours.count {
    case ...2: depth = 1
    case ...4: depth = 2
    case ...16: depth = 4
    default: depth = 8
    }
  }

  /// The rows of the image, each with its filter (none) in front.
  func rows(width: Int, height: Int) -> [UInt8] {
    let perByte = 8 / depth
    let bytesPerRow = (width + perByte - 1) / perByte
    var rows = [UInt8](repeating: 0, count: height * (bytesPerRow + 1))
    rows.withUnsafeMutableBufferPointer { rows in
      places.withUnsafeBufferPointer { places in
        for row in 0..<height {
          let (from, to) = (row * width, row * (bytesPerRow + 1) + 1)
          for dot in 0..<width {
            let shift = 8 - depth * (dot % perByte + 1)
            rows[to + dot / perByte] |= places[from + dot] << shift
          }
        }
      }
    }
    return rows
  }
}

/// Up to 256 colours, found by their value: open addressing, so that the order of nothing matters.
private struct PaletteTable {
  private(set) var colours: [UInt32] = []
  private var slots = [UInt16](repeating: 0, count: 1024)

  /// The place of a colour, a new one when it is met first; nil when there is no room for it.
  mutating func place(of colour: UInt32) -> UInt8? {
    var slot = Int((colour &* 0x9E37_79B1) >> 22)
    while slots[slot] != 0 {
      let place = slots[slot] - 1
      if colours[Int(place)] == colour { return UInt8(place) }
      slot = (slot + 1) & 1023
    }
    guard colours.count < 256 else { return nil }
    colours.append(colour)
    slots[slot] = UInt16(colours.count)
    return UInt8(colours.count - 1)
  }
}
