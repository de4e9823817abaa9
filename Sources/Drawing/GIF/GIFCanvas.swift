/// A part of a frame: the colours of its dots, as numbers of the palette.
struct GIFPatch {
  var left: Int
  var top: Int
  var width: Int
  var height: Int
  var dots: [UInt8]
  /// Whether some dots let the frame before shine through.
  var hasHoles: Bool
}

/// What a viewer sees so far, and what the next frame changes of it.
struct GIFCanvas {
  private let width: Int
  private let height: Int
  private let palette: GIFPalette
  private var shown: [UInt8]

  init(width: Int, height: Int, palette: GIFPalette) {
    (self.width, self.height, self.palette) = (width, height, palette)
    shown = [UInt8](repeating: 0, count: width * height)
  }

  /// What has to be drawn to see a frame after the one before; nil before the first.
  mutating func patch(to frame: Raster, after last: Raster?) -> GIFPatch {
    var next = shown
    palette.translate(frame, after: last, into: &next)
    defer { shown = next }
    guard last != nil else {
      return GIFPatch(
        left: 0, top: 0, width: width, height: height, dots: next, hasHoles: false)
    }
    return patch(from: shown, to: next)
  }

  /// The least rectangle around all changes; one dot when nothing has changed.
  private func patch(from old: [UInt8], to new: [UInt8]) -> GIFPatch {
    let rows = (0..<height).filter { row in
      old[row * width..<(row + 1) * width] != new[row * width..<(row + 1) * width]
    }
    guard let top = rows.first, let bottom = rows.last else {
      return GIFPatch(left: 0, top: 0, width: 1, height: 1, dots: [new[0]], hasHoles: false)
    }
    var (left, right) = (width, -1)
    for row in rows {
      let start = row * width
      if let first = (0..<left).first(where: { old[start + $0] != new[start + $0] }) {
        left = first
      }
      let beyond = max(right, left)..<width
      if let last = beyond.last(where: { old[start + $0] != new[start + $0] }) { right = last }
    }
    var patch = GIFPatch(
      left: left, top: top, width: right - left + 1, height: bottom - top + 1, dots: [],
      hasHoles: false)
    fill(&patch, from: old, to: new)
    return patch
  }

  /// What is the same is left out, unless it goes on with the colour to its left: even runs are what
  /// packs best.
  private func fill(_ patch: inout GIFPatch, from old: [UInt8], to new: [UInt8]) {
    patch.dots.reserveCapacity(patch.width * patch.height)
    var last = -1
    for row in patch.top..<patch.top + patch.height {
      let start = row * width + patch.left
      for place in start..<start + patch.width {
        let own = new[place]
        var dot = own
        if let hole = palette.transparent, old[place] == own, last != Int(own) {
          dot = hole
          patch.hasHoles = true
        }
        patch.dots.append(dot)
        last = Int(dot)
      }
    }
  }
}
