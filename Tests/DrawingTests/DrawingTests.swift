import Drawing
import Figures
import Foundation
import Peers
import Testing

@Suite("Drawing", .enabled(if: Fonts.isInterThere, "\(Fonts.missing)"))
struct DrawingTests {
  private static let comparison = """
    import sys, subprocess, numpy as np
    from PIL import Image
    pdf, png, right, down = open(sys.argv[1]).read().split("\\n")[:4]
    resolution = "300"
    subprocess.run(["/usr/bin/pdftoppm", "-r", resolution, "-singlefile", "-png", pdf, pdf], check=True)
    paper = np.asarray(Image.open(pdf + ".png").convert("L")).astype(float) / 255
    dots = np.asarray(Image.open(png).convert("L")).astype(float) / 255
    dots = np.roll(dots, (int(down), int(right)), (0, 1))
    height, width = (min(paper.shape[i], dots.shape[i]) // 8 * 8 for i in (0, 1))
    difference = paper[:height, :width] - dots[:height, :width]
    blocks = difference.reshape(height // 8, 8, width // 8, 8).mean(axis=(1, 3))
    print(abs(difference).mean(), abs(blocks).max())
    """

  private func difference(_ scene: Scene, right: Int = 0, down: Int = 0) throws -> [Double] {
    let typesetter = try Typesetter(FontBook.inter())
    let scratch = try Scratch()
    let pdf = try scratch.file("a.pdf", PDFFile.bytes(of: scene, with: typesetter))
    let png = try scratch.file("a.png", PNGFile.bytes(of: scene, with: typesetter))
    let line = try Peer.lines(
      from: Self.comparison, cases: [pdf, png, "\(right)", "\(down)"])[0]
    return line.split(separator: " ").compactMap { Double($0) }
  }

  static let scenes = [
    "mixed", "noise", "long shapes", "cloud", "translucent cloud", "dense cloud",
  ]

  static func scene(_ name: String, with typesetter: Typesetter) throws -> Scene {
    switch name {
    case "noise": SampleScenes.noise()
    case "long shapes": SampleScenes.longShapes()
    case "cloud": SampleScenes.cloud(400)
    case "translucent cloud": SampleScenes.cloud(400, opacity: 0.5)
    case "dense cloud": SampleScenes.cloud(21_000)
    default: try SampleScenes.mixed(with: typesetter)
    }
  }

  @Test(
    "shows the same on paper and on dots",
    .enabled(if: Peer.isThere && Program.isThere("pdftoppm"), "skipped: no poppler or no peers"),
    arguments: scenes)
  func agreement(name: String) throws {
    let scene = try Self.scene(name, with: Typesetter(FontBook.inter()))
    let found = try difference(scene)
    // Poppler bends the shades of edges by a power of 1.5, and noise is nothing but edges.
    #expect(found[0] < (name == "noise" ? 0.035 : 0.015))
    #expect(found[1] < 0.2)
    // The test would see a figure that is out of place.
    let shifted = try difference(scene, right: 3, down: 3)
    #expect(shifted[0] > 1.5 * found[0] || shifted[1] > 0.25)
  }

  @Test("gives the same bytes again, and in four threads at once", arguments: scenes)
  func sameBytes(name: String) async throws {
    let fonts = try FontBook.inter()
    @Sendable func draw() throws -> [[UInt8]] {
      let typesetter = try Typesetter(fonts)
      let scene = try Self.scene(name, with: typesetter)
      return [
        try PDFFile.bytes(of: scene, with: typesetter),
        try PNGFile.bytes(of: scene, with: typesetter, resolution: 150),
      ]
    }
    let first = try draw()
    #expect(try draw() == first)
    let others = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 { group.addTask { try draw() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.count == 8 && others.allSatisfy { $0 == first })
  }

  @Test("has the exact colours and edges of cells")
  func cells() throws {
    let cells = SampleScenes.cells(in: Rectangle(left: 10, top: 20, right: 50, bottom: 50))
    let scene = Scene(
      name: "cells", title: "", width: 60, height: 60,
      items: [SceneItem(.mark, .cells(cells))])
    let raster = try Raster(of: scene, with: Typesetter(FontBook.inter()), resolution: 72)
    for row in 0..<60 {
      for column in 0..<60 {
        let inside = (10..<50).contains(column) && (20..<50).contains(row)
        let colour = inside ? cells.colours[(row - 20) / 10 * 4 + (column - 10) / 10] : .white
        let seen = colour.over(.white)
        let start = 3 * (row * 60 + column)
        #expect(
          Array(raster.pixels[start..<start + 3]) == [seen.red, seen.green, seen.blue],
          "\(column), \(row)")
      }
    }
  }

  @Test("leaves what an even-odd rule leaves, and nothing outside a clip")
  func fill() throws {
    var path = Path(Rectangle(left: 10, top: 10, right: 50, bottom: 50))
    path.append(Path(Rectangle(left: 20, top: 20, right: 40, bottom: 40)))
    let scene = Scene(
      name: "rings", title: "", width: 60, height: 60,
      items: [
        SceneItem(
          .mark, .path(path, fill: .ink, stroke: nil),
          clip: Rectangle(left: 0, top: 0, right: 60, bottom: 45))
      ])
    let raster = try Raster(of: scene, with: Typesetter(FontBook.inter()), resolution: 72)
    func dot(_ x: Int, _ y: Int) -> UInt8 { raster.pixels[3 * (y * 60 + x)] }
    #expect(dot(15, 30) == 0 && dot(30, 30) == 255 && dot(30, 43) == 0 && dot(30, 47) == 255)
  }

  @Test(
    "sets Hebrew from right to left",
    .enabled(
      if: Fonts.isNotoThere && Program.isThere("pdftotext"),
      "skipped: no Noto fonts or no poppler"))
  func hebrew() throws {
    let typesetter = try Typesetter(FontBook(directory: Fonts.noto))
    let scratch = try Scratch()
    // Alef with a number: in the order of the text the number comes second, on paper first.
    let items = try ["אב 12", "x אב", "שלום"].enumerated().map { index, text in
      try SampleScenes.text(
        text, size: 10, at: Point(20, 20 + 20 * Double(index)), with: typesetter)
    }
    let scene = Scene(name: "hebrew", title: "Hebrew", width: 120, height: 80, items: items)
    let file = try scratch.file("h.pdf", PDFFile.bytes(of: scene, with: typesetter))
    let fonts = try Program.output("pdffonts", [file])
    #expect(fonts.contains("Hebrew") && !fonts.contains("Type 3"))
    let boxes = try Program.output("pdftotext", ["-bbox", file, "-"])
    func left(_ word: String) throws -> Double {
      let line = try #require(
        boxes.split(separator: "\n").first { $0.contains(">\(word)<") }, "\(word) in \(boxes)")
      let text = try #require(line.split(separator: "\"").dropFirst().first)
      return try #require(Double(text))
    }
    #expect(try left("12") < left("ב") && left("ב") < left("א"))
    #expect(try left("x") < 25)
    let found = try Program.output("pdftotext", [file, "-"])
    #expect(found.contains("שלום"))
  }

  @Test("leaves no fault with texts that Inter has no letters for")
  func otherScripts() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let items = try ["שלום", "مرحبا", "汉字 かな", "👩‍👩‍👧", "e\u{301}\u{302}", "\u{202E}abc"].map {
      try SampleScenes.text($0, size: 10, at: Point(10, 20), with: typesetter)
    }
    let scene = Scene(name: "scripts", title: "", width: 120, height: 60, items: items)
    #expect(try PDFFile.bytes(of: scene, with: typesetter).count > 1000)
    #expect(try Raster(of: scene, with: typesetter).pixels.contains(0))
  }
}
