import Figures

/// Markers pressed on an image like rubber stamps: each shape is drawn once for each of some places
/// between the dots, then copied.
struct MarkerStamps {
  private let stamps: [Stamp]
  private let presses: [Press]

  /// Where a stamp is pressed, and with what colour.
  private struct Press {
    let stamp: Int
    let colour: UInt32
    let column: Int
    let row: Int
  }

  /// What tells one stamp from another.
  private struct Cut: Hashable {
    let size: Double
    let phaseX: Int
    let phaseY: Int
  }

  /// Cuts the stamps that markers need which stand near enough to an image to be seen.
  init(
    _ markers: SceneMarkers, on image: DotImage, scale: Double, painter: ScenePainter
  ) throws(DrawingFailure) {
    var stamps: [Stamp] = []
    var places: [Cut: Int] = [:]
    var presses: [Press] = []
    presses.reserveCapacity(markers.places.count)
    let colours = markers.paints.map { ScenePainter.multiplied($0.colour(on: painter.theme)) }
    for (index, place) in markers.places.enumerated() {
      let (x, y, size) = (place.x * scale, place.y * scale, markers.size(index))
      let reach = size * scale + markers.lineWidth * scale + 2
      guard -reach < x, x < Double(image.width) + reach, -reach < y,
        y < Double(image.height) + reach
      else { continue }
      let (column, row) = (x.rounded(.down), y.rounded(.down))
      let cut = Cut(
        size: size, phaseX: Int((x - column) * Stamp.phases),
        phaseY: Int((y - row) * Stamp.phases))
      if places[cut] == nil {
        places[cut] = stamps.count
        stamps.append(
          try Stamp(
            markers, size: size, scale: scale,
            x: (Double(cut.phaseX) + 0.5) / Stamp.phases,
            y: (Double(cut.phaseY) + 0.5) / Stamp.phases, painter: painter))
      }
      presses.append(
        Press(
          stamp: places[cut] ?? 0, colour: colours.count == 1 ? colours[0] : colours[index],
          column: Int(column), row: Int(row)))
    }
    (self.stamps, self.presses) = (stamps, presses)
  }

  /// Presses all markers on an image, in order, and nothing outside a window.
  func press(on image: DotImage, within window: DotWindow) {
    image.withDots { dots, stride in
      for press in presses {
        stamps[press.stamp].press(
          press.colour, column: press.column, row: press.row, on: dots, stride: stride,
          within: window)
      }
    }
  }
}

/// The columns and rows of an image that may be drawn on.
struct DotWindow {
  let columns: Range<Int>
  let rows: Range<Int>

  /// All of an image, or what a rectangle leaves of it whose edges fall between dots.
  init(_ image: DotImage, clip: Rectangle?, scale: Double) {
    func dot(_ place: Double, _ most: Int) -> Int {
      Int(Swift.max(0, Swift.min(Double(most), (place * scale).rounded())))
    }
    guard let clip else {
      (columns, rows) = (0..<image.width, 0..<image.height)
      return
    }
    let (left, top) = (dot(clip.left, image.width), dot(clip.top, image.height))
    columns = left..<Swift.max(left, dot(clip.right, image.width))
    rows = top..<Swift.max(top, dot(clip.bottom, image.height))
  }
}

/// How much of each dot a marker covers, for one place between the dots.
private struct Stamp {
  /// How many places between two dots a stamp is cut for, along each side.
  static let phases = 4.0

  /// From its first column or row to the dot its centre is in.
  private let reach: Int
  private let side: Int
  private let cover: [UInt8]

  init(
    _ markers: SceneMarkers, size: Double, scale: Double, x: Double, y: Double,
    painter: ScenePainter
  ) throws(DrawingFailure) {
    // Outlines reach beyond the diameter; a star's and a triangle's by a quarter of it.
    let radius = (0.75 * size + markers.lineWidth) * scale
    let reach = Int(radius.rounded(.up)) + 1
    let side = 2 * reach + 1
    let image = try DotImage(width: side, height: side, ground: nil)
    let painter = ScenePainter(
      on: image, scale: scale, typesetter: painter.typesetter, theme: painter.theme)
    var one = markers
    one.places = [Point((Double(reach) + x) / scale, (Double(reach) + y) / scale)]
    (one.sizes, one.paints) = ([size], [.colour(Colour(red: 255, green: 255, blue: 255))])
    painter.drawShapes(of: one)
    (self.reach, self.side) = (reach, side)
    // Sixteen shades of an edge look like 256 and make files a tenth smaller.
    cover =
      image.withDots { dots, stride in
        (0..<side * side).map { UInt8((dots[$0 / side * stride + $0 % side] >> 24 + 8) / 17 * 17) }
      } ?? []
  }

  func press(
    _ colour: UInt32, column: Int, row: Int, on dots: UnsafeMutableBufferPointer<UInt32>,
    stride: Int, within window: DotWindow
  ) {
    let columns = (column - reach..<column - reach + side).clamped(to: window.columns)
    let rows = (row - reach..<row - reach + side).clamped(to: window.rows)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    cover.withUnsafeBufferPointer { cover in
      for y in rows {
        let start = (y - row + reach) * side + reach - column
        for x in columns {
          let share = UInt32(cover[start + x])
          guard share > 0 else { continue }
          let dot = y * stride + x
          dots[dot] = Self.blend(colour, share, over: dots[dot])
        }
      }
    }
  }

  /// What is seen of a colour that covers a share (of 255) of a dot; two shares are worked out at once.
  private static func blend(_ colour: UInt32, _ share: UInt32, over dot: UInt32) -> UInt32 {
    if share == 255, colour >> 24 == 255 { return colour }
    let top = scaled(colour, by: share)
    return top &+ scaled(dot, by: 255 - top >> 24)
  }

  /// Each of four shares times a number of 255ths, rounded to nearest.
  private static func scaled(_ dot: UInt32, by share: UInt32) -> UInt32 {
    func pair(_ pair: UInt32) -> UInt32 {
      let product = pair &* share &+ 0x0080_0080
      return (product &+ (product >> 8 & 0x00FF_00FF)) >> 8 & 0x00FF_00FF
    }
    return pair(dot & 0x00FF_00FF) | pair(dot >> 8 & 0x00FF_00FF) << 8
  }
}
