import Drawing
import Peers
import Testing

@Suite("An animation")
struct GIFFileTests {
  /// Blocks that move over a ground, in so many colours.
  static func frames(_ count: Int, colours: Int, width: Int = 61, height: Int = 37) -> [Raster] {
    (0..<count).map { frame in
      var pixels: [UInt8] = []
      for y in 0..<height {
        for x in 0..<width {
          let isBlock = x / 7 == frame % 9 && y > 2 && y < 30
          let number = isBlock ? (x * 31 + y * 17 + frame) % colours : (x + y) / 40 % colours
          pixels += [UInt8(number & 255), UInt8(number >> 3 & 255), UInt8(255 - number & 255)]
        }
      }
      return Raster(width: width, height: height, pixels: pixels)
    }
  }

  private func decoded(_ file: [UInt8]) throws -> (header: String, frames: [[UInt8]]) {
    let gif = try TemporaryFile(file, ending: "gif")
    defer { gif.remove() }
    let script = """
      import sys
      from PIL import Image, ImageSequence
      im = Image.open(open(sys.argv[1]).read().strip())
      frames = [(f.info.get('duration'), f.convert('RGB').tobytes()) for f in ImageSequence.Iterator(im)]
      print(im.size[0], im.size[1], im.info.get('loop'), *(d for d, _ in frames))
      for _, bytes in frames: print(bytes.hex())
      """
    let lines = try Peer.lines(from: script, cases: [gif.path])
    let frames = lines.dropFirst().map { line in
      let digits = Array(line.utf8)
      func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
      return stride(from: 0, to: digits.count - 1, by: 2).map {
        value(digits[$0]) << 4 | value(digits[$0 + 1])
      }
    }
    return (lines.first ?? "", Array(frames))
  }

  @Test(
    "of at most 256 colours is decoded by Pillow to the very frames",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: [1, 2, 3, 16, 200, 255, 256])
  func exact(colours: Int) throws {
    let frames = Self.frames(12, colours: colours)
    let file = try GIFFile.bytes(of: frames, delay: 7)
    let answer = try decoded(file)
    #expect(answer.header == "61 37 0" + String(repeating: " 70", count: 12))
    #expect(answer.frames == frames.map(\.pixels))
  }

  @Test(
    "shows each frame as long as it is told, as often as it is told",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func delays() throws {
    var frames = Self.frames(4, colours: 9)
    frames[2] = frames[1]
    let delays: [UInt16] = [10, 200, 3, 65_535]
    let answer = try decoded(try GIFFile.bytes(of: frames, delays: delays, plays: 5))
    #expect(answer.header == "61 37 4 100 2000 30 655350")
    #expect(answer.frames == frames.map(\.pixels))
    let once = try decoded(try GIFFile.bytes(of: frames, delays: delays, plays: 1))
    #expect(once.header == "61 37 None 100 2000 30 655350")
  }

  @Test(
    "of many colours stays near them",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: [(48, 12), (256, 24)])
  func quantised(width: Int, farthest: Int) throws {
    let frames = (0..<3).map { frame in
      var pixels: [UInt8] = []
      for dot in 0..<width * width {
        let (row, column) = dot.quotientAndRemainder(dividingBy: width)
        pixels += [UInt8(column * 255 / width), UInt8(row * 255 / width), UInt8(40 * frame)]
      }
      return Raster(width: width, height: width, pixels: pixels)
    }
    let answer = try decoded(try GIFFile.bytes(of: frames, delay: 7))
    for (frame, shown) in zip(frames, answer.frames) {
      let distances = zip(frame.pixels, shown).map { abs(Int($0) - Int($1)) }
      #expect(distances.reduce(0, +) / distances.count <= farthest / 3)
      #expect((distances.max() ?? 255) <= 3 * farthest)
    }
  }

  @Test(
    "keeps the paper as it is, whatever else it shows",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: [0x1FF, 0xFFFF])
  func paper(colours: Int) throws {
    var pixels = [UInt8](repeating: 255, count: 3 * 400 * 400)
    for dot in 0..<70_000 {
      let number = dot * 2_654_435_761 & colours
      pixels[3 * dot] = UInt8(number & 255)
      pixels[3 * dot + 1] = UInt8(number >> 8 & 255)
      pixels[3 * dot + 2] = UInt8(number >> 4 & 255)
    }
    let frame = Raster(width: 400, height: 400, pixels: pixels)
    let shown = try #require(try decoded(try GIFFile.bytes(of: [frame], delay: 7)).frames.first)
    #expect(shown.suffix(3 * 80_000).allSatisfy { $0 == 255 })
  }

  @Test("holds of a frame only what has changed")
  func delta() throws {
    let still = Self.frames(1, colours: 200, width: 300, height: 200)
    let one = try GIFFile.bytes(of: still, delay: 7).count
    let many = try GIFFile.bytes(of: [Raster](repeating: still[0], count: 40), delay: 7).count
    #expect(many - one < 40 * 30)
  }

  @Test("is not made of nothing, nor of frames of different sizes")
  func failures() throws {
    let frame = Self.frames(1, colours: 2)[0]
    let other = Raster(width: 1, height: 1, pixels: [1, 2, 3])
    #expect(throws: GIFFailure.noFrames) { try GIFFile.bytes(of: [], delay: 1) }
    #expect(throws: GIFFailure.unequalFrame(index: 2)) {
      try GIFFile.bytes(of: [frame, frame, other], delay: 1)
    }
    #expect(throws: GIFFailure.size(width: 0, height: 0)) {
      try GIFFile.bytes(of: [Raster(width: 0, height: 0, pixels: [])], delay: 1)
    }
  }

  @Test("has the same bytes every time")
  func sameBytes() throws {
    let frames = Self.frames(5, colours: 900)
    #expect(try GIFFile.bytes(of: frames, delay: 3) == GIFFile.bytes(of: frames, delay: 3))
  }
}
