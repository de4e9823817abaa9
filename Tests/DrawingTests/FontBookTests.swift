import Drawing
import Foundation
import Testing

@Suite("A font book", .enabled(if: Fonts.isInterThere, "\(Fonts.missing)"))
struct FontBookTests {
  @Test("has the four styles of Inter, and nothing else")
  func inter() throws {
    let fonts = try FontBook.inter()
    #expect(fonts.fallbacks.isEmpty)
    for isBold in [false, true] {
      for isItalic in [false, true] {
        let face = fonts.face(isBold: isBold, isItalic: isItalic)
        #expect(face.familyName == "Inter")
        #expect(face.isBold == isBold && face.isItalic == isItalic)
        #expect(try face.bytes.prefix(4) == Array("OTTO".utf8)[...])
      }
    }
  }

  @Test("knows which characters its fonts have")
  func coverage() throws {
    let face = try FontBook.inter().face(isBold: false, isItalic: false)
    #expect("αβ₂⁻¹€·±≤≥≈→−µ°∞√∑".unicodeScalars.allSatisfy(face.covers))
    #expect(!"שعす汉".unicodeScalars.contains(where: face.covers))
  }

  @Test("prefers the folders of the caller")
  func ownFolder() throws {
    let scratch = try Scratch()
    let usual = FontBook.usualFolders[0]
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
      let source = style == "Regular" ? "Inter-Light" : "Inter-\(style)"
      let bytes = try Data(contentsOf: URL(filePath: "\(usual)/\(source).otf"))
      _ = try scratch.file("Inter-\(style).otf", Array(bytes))
    }
    let own = try FontBook.inter(alsoIn: [scratch.folder.path])
    let light = try own.face(isBold: false, isItalic: false).bytes
    #expect(try light != FontBook.inter().face(isBold: false, isItalic: false).bytes)
  }

  @Test("finds the styles of a folder by what the files say, not by their names")
  func folder() throws {
    let scratch = try Scratch()
    let sources = ["BoldItalic", "Regular", "Italic", "Bold"]
    for (index, style) in sources.enumerated() {
      let url = URL(filePath: "\(FontBook.usualFolders[0])/Inter-\(style).otf")
      _ = try scratch.file("\(index).otf", Array(try Data(contentsOf: url)))
    }
    let fonts = try FontBook(directory: scratch.folder.path)
    for isBold in [false, true] {
      for isItalic in [false, true] {
        let face = fonts.face(isBold: isBold, isItalic: isItalic)
        #expect(face.familyName == "Inter")
        #expect(face.isBold == isBold && face.isItalic == isItalic)
      }
    }
  }

  @Test("lends a missing style the nearest")
  func nearest() throws {
    let scratch = try Scratch()
    let url = URL(filePath: "\(FontBook.usualFolders[0])/Inter-Regular.otf")
    _ = try scratch.file("one.otf", Array(try Data(contentsOf: url)))
    let fonts = try FontBook(directory: scratch.folder.path)
    #expect(!fonts.face(isBold: true, isItalic: true).isBold)
  }

  @Test(
    "takes the Latin family of a folder for text, then Inter, then the others",
    .enabled(if: Fonts.isNotoThere, "\(Fonts.noNoto)"))
  func noto() throws {
    let fonts = try FontBook(directory: Fonts.noto)
    let text = fonts.face(isBold: false, isItalic: false)
    #expect(text.familyName == "Noto Sans")
    #expect(fonts.fallbacks.first?.familyName == "Inter")
    #expect(fonts.face(isBold: true, isItalic: true).isItalic)
    // Noto Sans has no ≤, Inter has; neither has Hebrew.
    #expect(fonts.face(for: "≤", isBold: true, isItalic: false)?.familyName == "Inter")
    #expect(fonts.face(for: "≤", isBold: true, isItalic: false)?.isBold == true)
    let hebrew = try #require(fonts.face(for: "ש", isBold: false, isItalic: false))
    #expect(hebrew.familyName == "Noto Sans Hebrew")
    #expect(fonts.face(for: "\u{10FFFF}", isBold: false, isItalic: false) == nil)
  }

  @Test("says what is wrong with a folder")
  func failures() throws {
    let scratch = try Scratch()
    let path = scratch.folder.path
    #expect(throws: DrawingFailure.noFonts(folder: path)) { try FontBook(directory: path) }
    #expect(throws: DrawingFailure.unreadable(path: path + "/no")) {
      try FontBook(directory: path + "/no")
    }
    let broken = try scratch.file("a.ttf", Array("no font".utf8))
    #expect(throws: DrawingFailure.brokenFont(path: broken)) { try FontBook(directory: path) }
  }

  @Test("names the package to install when Inter is missing")
  func sentence() {
    let failure = DrawingFailure.noInter(folders: ["/a", "/b"])
    #expect(
      failure.description
        == "the font Inter is not installed; it was looked for in /a, /b. Install the package "
        + "\"fonts-inter\" (Debian, Ubuntu), or give a folder of fonts")
  }
}
