import Drawing
import Figures
import Foundation
import Peers
import Testing

@Suite("Embedded fonts")
struct EmbeddedFontsTests {
  static let many =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?()[]%€·−±≤≥→°µαβσλ²³×/'\"&+=#@äöüéß"

  private func fonts(_ use: FontUse) throws -> EmbeddedFonts {
    try EmbeddedFonts(for: use, from: .inter())
  }

  private func use(_ text: String, isBold: Bool = false, isItalic: Bool = false) -> FontUse {
    var use = FontUse()
    use.add(text, isBold: isBold, isItalic: isItalic)
    return use
  }

  @Test("are none for a page without text")
  func none() throws {
    #expect(try fonts(FontUse()).css.isEmpty)
  }

  @Test("are of those styles that occur")
  func styles() throws {
    var use = FontUse(of: [HandmadeScene.scene])
    let rules = try fonts(use).css.split(separator: "\n").map { $0.prefix { $0 != "(" } }
    #expect(
      rules == [
        "@font-face{font-family:Inter;font-weight:400;font-style:normal;src:url",
        "@font-face{font-family:Inter;font-weight:700;font-style:normal;src:url",
        "@font-face{font-family:Inter;font-weight:400;font-style:italic;src:url",
      ])
    use.add("x", isBold: true, isItalic: true)
    #expect(try fonts(use).css.split(separator: "\n").count == 4)
  }

  @Test("do not depend on the order in which texts are found")
  func order() throws {
    let (one, other) = ("abcÄ→9", "9→Äcba")
    #expect(try fonts(use(one)) == fonts(use(other)))
    #expect(try fonts(use(one)) != fonts(use(one + "d")))
  }

  @Test(
    "go by one name, where another family lends characters for these only",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func lent() throws {
    let script = """
      import glob, os, sys, tempfile
      from fontTools import subset
      folder = tempfile.mkdtemp()
      font = subset.load_font([p for p in glob.glob('/usr/share/fonts/*/inter/Inter-Regular.*')][0],
                              subset.Options())
      cut = subset.Subsetter(subset.Options(name_IDs=['*']))
      cut.populate(text='ABCXYZabcxyz 0123456789')
      cut.subset(font)
      for name in font['name'].names:
          if name.nameID in (1, 4, 16): name.string = 'Journal One'
      font.save(os.path.join(folder, 'journal.otf'))
      print(folder)
      """
    let folder = try #require(try Peer.lines(from: script).first)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fonts = try EmbeddedFonts(
      for: use("abc β→α"), from: FontBook(directory: folder))
    #expect(fonts.family == "Journal One")
    let rules = fonts.css.split(separator: "\n").map { $0.prefix { $0 != "(" } }
    #expect(
      rules == [
        "@font-face{font-family:'Journal One';font-weight:400;font-style:normal;src:url",
        "@font-face{font-family:'Journal One';font-weight:400;font-style:normal;"
          + "unicode-range:U+3B1,U+3B2,U+2192;src:url",
      ])
    let text = SVGFile.text(of: HandmadeScene.scene, fonts: fonts)
    #expect(text.contains("font-family=\"'Journal One',sans-serif\""))
  }

  @Test(
    "are whole fonts with few glyphs and their licence, as FontTools reads them",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func fontTools() throws {
    let cases = [Self.many, "0123456789", "AVTo→x"]
    let lines = try cases.map { try fonts(use($0)).css }
    let script = """
      import sys, base64, io, re, struct
      from fontTools.ttLib import TTFont
      for line in open(sys.argv[1]).read().splitlines():
          if not line: continue
          data = base64.b64decode(re.search('base64,([^)]*)', line)[1], validate=True)
          font = TTFont(io.BytesIO(data), checkChecksums=2)
          out = io.BytesIO(); font.flavor = None
          for tag in font.reader.keys(): font[tag]
          names = {n.nameID: n.toUnicode() for n in font['name'].names}
          total = struct.unpack('>I', data[8:12])[0]
          features = {f.FeatureTag for t in ('GSUB', 'GPOS') for f in font[t].table.FeatureList.FeatureRecord}
          print(len(data), total == len(data), font['maxp'].numGlyphs, len(font.getBestCmap()),
                'Open Font License' in names[13], 'http' in names[14], 0 in names,
                'kern' in features, 'tnum' in features, 'ss01' in features)
      """
    let answers = try Peer.lines(from: script, cases: lines).map { $0.split(separator: " ") }
    #expect(answers.count == cases.count)
    for (text, answer) in zip(cases, answers) {
      try #require(answer.count == 10)
      let numbers = answer.compactMap { Int($0) }
      #expect(numbers[0] < 30_000, "\(numbers[0]) bytes for \(text.count) characters")
      #expect(numbers[2] == Set(text.unicodeScalars).count)
      #expect(numbers[1] < 3 * text.unicodeScalars.count + 40, "\(numbers[1]) glyphs")
      #expect(answer[1] == "True")
      #expect(answer[4...6].allSatisfy { $0 == "True" })
      #expect(answer[7] == "True" && answer[9] == "False")
    }
  }
}
