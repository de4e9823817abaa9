import Drawing
import Figures
import Foundation
import Peers
import Testing

@Suite("A typesetter", .enabled(if: Fonts.isInterThere, "\(Fonts.missing)"))
struct TypesetterTests {
  private func width(_ text: String, bold: Bool = false) throws -> Double {
    let text = RichText(runs: [RichText.Run(text, isBold: bold)])
    return try Typesetter(FontBook.inter()).extent(of: text, size: 1000).width
  }

  @Test(
    "gives each character the width that the font's own table has",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: ["Regular", "Bold"])
  func advances(style: String) throws {
    let script = """
      import sys
      from fontTools.ttLib import TTFont
      path, characters = open(sys.argv[1], encoding="utf-8").read().split("\\n")[:2]
      font = TTFont(path)
      cmap, widths, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
      for character in characters:
          print(repr(widths[cmap[ord(character)]][0] / unit * 1000))
      """
    let characters = "ABCXYZabcxyz0123456789.,()<>&−±≤≥µ°€αβΩ₂⁻¹→∞√∑éß"
    let expected = try Peer.lines(
      from: script,
      cases: ["\(FontBook.usualFolders[0])/Inter-\(style).otf", characters])
    #expect(expected.count == characters.count)
    for (character, line) in zip(characters, expected) {
      let expected = try #require(Double(line))
      let found = try width(String(character), bold: style == "Bold")
      #expect(abs(found - expected) < 1e-9, "\(character)")
      // None of these is kerned with itself but for pairs that the font has on purpose.
      if "HX0".contains(character) {
        #expect(
          abs(try width("\(character)\(character)", bold: style == "Bold") - 2 * expected) < 1e-9)
      }
    }
  }

  @Test(
    "finds the ink where the outlines are", .enabled(if: Peer.isThere, "\(Peer.missing)"),
    arguments: ["A", "g", "−", "Energy", "x^{2}", "CO_{2}", ",", "É"])
  func ink(markup: String) throws {
    let script = """
      import sys
      from fontTools.ttLib import TTFont
      from fontTools.pens.boundsPen import BoundsPen
      path, *runs = open(sys.argv[1], encoding="utf-8").read().split("\\n")[:-1]
      font = TTFont(path)
      glyphs, cmap, unit = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
      high, low = -1e9, 1e9
      for run in runs:
          size, rise, text = run.split(" ", 2)
          for character in text:
              pen = BoundsPen(glyphs)
              glyphs[cmap[ord(character)]].draw(pen)
              high = max(high, float(rise) + pen.bounds[3] / unit * float(size))
              low = min(low, float(rise) + pen.bounds[1] / unit * float(size))
      print(repr(high), repr(low))
      """
    let text = try RichText(markup: markup)
    let runs = text.glyphRuns(size: 100).map { "\($0.size) \($0.rise) \($0.text)" }
    let lines = try Peer.lines(
      from: script, cases: ["\(FontBook.usualFolders[0])/Inter-Regular.otf"] + runs)
    let bounds = lines[0].split(separator: " ").compactMap { Double($0) }
    let extent = try Typesetter(FontBook.inter()).extent(of: text, size: 100)
    // HarfBuzz rounds outwards to the font's grid, of which 100 points have 2816 steps.
    #expect(abs(extent.ascent - bounds[0]) < 0.08)
    #expect(abs(extent.descent + bounds[1]) < 0.08)
  }

  @Test("kerns, and joins what a browser joins")
  func kerning() throws {
    #expect(try width("AV") < width("A") + width("V") - 20)
    #expect(try width("->") != width("-") + width(">"))  // an arrow
  }

  @Test("adds runs of any style up, scripts at their sizes")
  func runs() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let text = try RichText(markup: "H^{X}*x*")
    var parts = 0.0
    for run in text.glyphRuns(size: 10) {
      let plain = RichText(runs: [RichText.Run(run.text, isItalic: run.isItalic)])
      parts += typesetter.extent(of: plain, size: run.size).width
    }
    #expect(abs(typesetter.extent(of: text, size: 10).width - parts) < 1e-12)
  }

  @Test("measures nothing and blanks as what they are")
  func empty() throws {
    let typesetter = try Typesetter(FontBook.inter())
    #expect(
      typesetter.extent(of: RichText(), size: 8)
        == TextExtent(width: 0, ascent: 0, descent: 0))
    let blank = typesetter.extent(of: RichText(plain: " "), size: 8)
    #expect(blank.width > 1 && blank.height == 0)
  }

  @Test("answers the same however much it has set before")
  func cache() throws {
    let used = try Typesetter(FontBook.inter())
    for number in 0..<10_000 { _ = used.extent(of: RichText(plain: "\(number)"), size: 8) }
    for text in ["7", "9999", "Energy (kWh)"].map(RichText.init(plain:)) {
      #expect(
        used.extent(of: text, size: 7.3)
          == (try Typesetter(FontBook.inter()).extent(of: text, size: 7.3)))
    }
  }

  @Test("names the characters that no font has, once they can be seen")
  func missing() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let text = RichText(plain: "a\u{202F}b ש\u{200B} c汉")
    #expect(typesetter.missingScalars(of: text) == ["ש", "汉"])
    #expect(typesetter.missingScalars(of: RichText(plain: "Energy ≤ 5 µm")).isEmpty)
  }

  @Test(
    "takes characters it lacks from the fallbacks",
    .enabled(if: Fonts.isNotoThere, "\(Fonts.noNoto)"))
  func fallbacks() throws {
    let typesetter = try Typesetter(FontBook(directory: Fonts.noto))
    #expect(typesetter.missingScalars(of: RichText(plain: "שלום ≤ مرحبا")).isEmpty)
    let joined = typesetter.extent(of: RichText(plain: "مرحبا"), size: 10).width
    let apart = "مرحبا".unicodeScalars.map {
      typesetter.extent(of: RichText(plain: String($0)), size: 10).width
    }.reduce(0, +)
    #expect(joined < 0.95 * apart)  // Arabic letters in words are narrower than alone
  }

  @Test("sets any text at all without a fault", arguments: 1...40)
  func anything(seed: Int) throws {
    var random = FixedRandom(seed: UInt64(seed))
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x300...0x36F, 0x590...0x6FF, 0x900...0x97F, 0x202A...0x202E, 0x2066...0x2069,
      0x4E00...0x4E20, 0x1F1E6...0x1F1FF, 0x1F468...0x1F469, 0x200D...0x200D, 0xFE00...0xFE0F,
      0xE0100...0xE01EF, 0x10FFF0...0x10FFFF, 0...0x1F,
    ]
    let typesetter = try Typesetter(FontBook.inter())
    for _ in 0..<50 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<random.below(12) {
        let range = random.pick(ranges)
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
          scalars.append(scalar)
        }
      }
      let extent = typesetter.extent(of: RichText(plain: String(scalars)), size: 8)
      #expect(extent.width.isFinite && extent.width >= 0 && extent.height.isFinite)
    }
  }
}
