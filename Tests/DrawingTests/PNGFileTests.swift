import Drawing
import Figures
import Foundation
import Peers
import Testing

@Suite("A PNG file")
struct PNGFileTests {
  private static let reader = """
    import sys, hashlib
    from PIL import Image
    image = Image.open(open(sys.argv[1]).read().strip())
    image.load()
    dpi = image.info.get("dpi", (0, 0))
    print(image.size[0], image.size[1], image.mode, round(dpi[0], 2), round(dpi[1], 2))
    print(image.info.get("Title"), "|", image.info.get("Description"))
    print(sorted(key for key in image.info if key in ("gamma", "srgb", "icc_profile")))
    wide = "transparency" in image.info or image.mode == "RGBA"
    print(hashlib.sha256(image.convert("RGBA" if wide else "RGB").tobytes()).hexdigest())
    """

  private func read(_ bytes: [UInt8]) throws -> [String] {
    let scratch = try Scratch()
    return try Peer.lines(from: Self.reader, cases: [scratch.file("image.png", bytes)])
  }

  private func sum(_ bytes: [UInt8]) throws -> String {
    let script = """
      import sys, hashlib
      print(hashlib.sha256(open(open(sys.argv[1]).read().strip(), "rb").read()).hexdigest())
      """
    let scratch = try Scratch()
    return try Peer.lines(from: script, cases: [scratch.file("pixels", bytes)])[0]
  }

  @Test(
    "reads back dot for dot, with any number of colours",
    .enabled(if: Peer.isThere, "\(Peer.missing)"),
    arguments: [1, 2, 3, 4, 5, 16, 17, 256, 257, 5000], [false, true])
  func pixels(colours: Int, hasAlpha: Bool) throws {
    var random = FixedRandom(seed: UInt64(colours))
    let channels = hasAlpha ? 4 : 3
    let palette = (0..<colours).map { _ in
      (0..<channels).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    let (width, height) = (37, 211)
    let pixels = (0..<width * height).flatMap { palette[$0 < colours ? $0 : random.below(colours)] }
    let lines = try read(
      PNGFile.bytes(
        width: width, height: height, pixels: pixels, hasAlpha: hasAlpha, resolution: 300))
    let mode = colours <= 256 ? "P" : hasAlpha ? "RGBA" : "RGB"
    #expect(["37 211 \(mode) 300.0 300.0", "37 211 1 300.0 300.0"].contains(lines[0]))
    #expect(lines[2] == "[]")
    #expect(try lines[3] == sum(pixels))
  }

  @Test(
    "has its resolution and texts of any language", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func texts() throws {
    let bytes = PNGFile.bytes(
      width: 1, height: 1, pixels: [1, 2, 3], resolution: 96,
      texts: [("Title", "Größe"), ("Description", "αβ “€”")])
    let lines = try read(bytes)
    #expect(lines[0] == "1 1 P 96.01 96.01" || lines[0] == "1 1 1 96.01 96.01")
    #expect(lines[1] == "Größe | αβ “€”")
  }

  @Test(
    "of a scene is opaque, and as large as it says",
    .enabled(if: Fonts.isInterThere && Peer.isThere, "\(Fonts.missing), or no peers"))
  func scene() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let scene = try SampleScenes.mixed(with: typesetter)
    let bytes = try PNGFile.bytes(of: scene, with: typesetter)
    let lines = try read(bytes)
    #expect(lines[0] == "1051 583 RGB 300.0 300.0")
    #expect(lines[1] == "Costs & <sizes> | Two lines “αβ” and 12 cells 🚗.")
    let raster = try Raster(of: scene, with: typesetter)
    #expect(raster.width == 1051 && raster.height == 583)
    #expect(try lines[3] == sum(raster.pixels))
  }

  @Test(
    "of a dark page has its ground and its ink",
    .enabled(if: Fonts.isInterThere, "\(Fonts.missing)"))
  func dark() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let scene = try SampleScenes.mixed(with: typesetter)
    let raster = try Raster(of: scene, with: typesetter, resolution: 72, theme: .dark)
    let paper = PageTheme.dark.paper
    #expect(Array(raster.pixels.prefix(3)) == [paper.red, paper.green, paper.blue])
    #expect((raster.pixels.max() ?? 0) > 200)
  }

  @Test(
    "with few colours looks the same and is much smaller",
    .enabled(if: Fonts.isInterThere && Peer.isThere, "\(Fonts.missing), or no peers"))
  func fewColours() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let scene = SampleScenes.cloud(2000, opacity: 0.3)
    let scratch = try Scratch()
    let whole = try PNGFile.bytes(of: scene, with: typesetter, resolution: 144)
    let few = try PNGFile.bytes(
      of: scene, with: typesetter, resolution: 144, hasFewColours: true)
    let script = """
      import sys, numpy as np
      from PIL import Image
      first, second = [Image.open(path) for path in open(sys.argv[1]).read().split("\\n")[:2]]
      dots = [np.asarray(image.convert("RGB")).astype(float) for image in (first, second)]
      print(second.mode, abs(dots[0] - dots[1]).max())
      """
    let line = try Peer.lines(
      from: script, cases: [scratch.file("a.png", whole), scratch.file("b.png", few)])[0]
    #expect(line.hasPrefix("P "))
    #expect(try #require(Double(line.dropFirst(2))) < 48)
    #expect(few.count <= whole.count)
  }
}
