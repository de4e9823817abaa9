import Foundation
import Testing

@Suite("evtools figure") struct FigureCommandTests {
  private let scratch = Scratch()

  private func redraw(_ arguments: [String]) throws -> Evtools.Answer {
    try Evtools.run(["figure", "redraw"] + arguments, in: scratch.folder)
  }

  // MARK: - Drawing again

  @Test(
    "draws every figure again from its PDF, byte for byte, and for another journal as the gallery did"
  )
  func again() throws {
    for (index, name) in try DrawnGallery.names.dropLast().enumerated() {
      let pdf = try DrawnGallery.path("figures/\(name).pdf")
      let same = try redraw([pdf, "--to", "same.pdf"])
      try #require(same.code == 0, "\(name): \(same.err)")
      #expect(same.out == "same.pdf\n")
      #expect(
        try Data(contentsOf: scratch.url("same.pdf")) == Data(contentsOf: URL(filePath: pdf)),
        "\(name)")
      let preset = DrawnGallery.presets[index % 5]
      let ending = ["pdf", "svg", "png"][index % 3]
      let other = try redraw([pdf, "--preset", preset, "--to", "other.\(ending)"])
      #expect(other.code == 0)
      let expected = try DrawnGallery.path("figures/\(preset)/\(name).\(ending)")
      #expect(
        try Data(contentsOf: scratch.url("other.\(ending)"))
          == Data(contentsOf: URL(filePath: expected)),
        "\(preset)/\(name).\(ending)")
    }
  }

  @Test(
    "has the width that is asked for, in any way of asking",
    arguments: [
      (["--width", "100"], 283.46), (["--preset", "nature", "--column", "double"], 518.74),
      (["--column", "1.5"], 425.2), (["--preset", "ieee"], 252.0), (["--width", "40"], 113.39),
    ])
  func width(arguments: [String], points: Double) throws {
    let json = try DrawnGallery.path("figures/learning-curves.json")
    let answer = try redraw([json, "--to", "out.svg"] + arguments)
    #expect(answer.code == 0, "\(answer.err)")
    let head = try scratch.text("out.svg").prefix(400)
    let width = try #require(head.firstMatch(of: /width="([0-9.]+)pt"/).flatMap { Double($0.1) })
    #expect((width - points).magnitude <= 0.1, "\(width)")
  }

  @Test("writes beside the file, named after it, whatever name the figure gives itself")
  func names() throws {
    let text = try String(
      contentsOfFile: DrawnGallery.path("figures/pareto-front.json"), encoding: .utf8)
    try FileManager.default.createDirectory(
      at: scratch.url("in"), withIntermediateDirectories: true)
    try scratch.write(
      text.replacingOccurrences(of: "\"name\":\"pareto-front\"", with: "\"name\":\"../../evil\""),
      as: "in/mine.json")
    let answer = try redraw(["in/mine.json", "--preset", "nature"])
    #expect(answer.out == "in/mine-nature.pdf\n", "\(answer.err)")
    #expect(scratch.names() == ["in"] && scratch.names("in") == ["mine-nature.pdf", "mine.json"])
  }

  @Test(
    "sets a figure in the fonts of a folder",
    .enabled(if: PeerPython.isThere && Programs.hasPoppler, "\(PeerPython.missing), or no poppler"))
  func fonts() throws {
    let folder = try JournalFont.folder(in: scratch)
    let pdf = try DrawnGallery.path("figures/pareto-front.pdf")
    let answer = try redraw([pdf, "--font-dir", folder, "--to", "set.pdf"])
    #expect(answer.code == 0, "\(answer.err)")
    let fonts = try Evtools.run(
      ["set.pdf"], in: scratch.folder, program: Programs.path("pdffonts") ?? "")
    #expect(fonts.out.contains("+JournalOne"), "\(fonts.out)")
  }

  // MARK: - Checking

  @Test("tells faults from advice and ends with 1 for faults only")
  func lint() throws {
    let text = try String(
      contentsOfFile: DrawnGallery.path("figures/pareto-front.json"), encoding: .utf8)
    try scratch.write(
      text.replacingOccurrences(
        of: "\"column\":\"single\"", with: "\"column\":\"single\",\"width\":40"),
      as: "narrow.json")
    let bad = try Evtools.run(["figure", "lint", "narrow.json"], in: scratch.folder)
    #expect(bad.code == 1)
    #expect(bad.out.contains("fault: The page is 40 mm wide"))
    let json = try Evtools.run(["figure", "lint", "narrow.json", "--json"], in: scratch.folder)
      .json()
    #expect((json["faults"] as? Int ?? 0) >= 1)
    let findings = try #require(json["findings"] as? [[String: String]])
    #expect(findings.allSatisfy { Set($0.keys) == ["rule", "severity", "sentence"] })
    for ending in ["pdf", "json", "scene.json"] {
      let good = try Evtools.run(
        ["figure", "lint", try DrawnGallery.path("figures/pareto-front.\(ending)")],
        in: scratch.folder)
      #expect(good.code == 0, "\(ending): \(good.out)\(good.err)")
    }
  }

  // MARK: - Input of no use

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let content: [UInt8]?
    let says: [String]
    var testDescription: String { name }

    init(_ name: String, _ content: String?, _ says: String...) {
      (self.name, self.content, self.says) = (name, content.map { Array($0.utf8) }, says)
    }
  }

  static let cases = [
    Case("missing.pdf", nil, "missing.pdf", "no such file"),
    Case("empty.json", "", "empty.json:1:1", "the text is empty"),
    Case("broken.pdf", "%PDF-1.7\n1 0 obj <<", "broken.pdf", "the PDF cannot be read"),
    Case("words.pdf", "hello", "words.pdf:1:1"),
    Case(
      "plain.pdf",
      "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
        + "trailer <</Root 1 0 R/Size 3>>\n", "plain.pdf", "carries no figure", "evtools wrote"),
    Case("half.json", "{\"name\": \"x\",\n", "half.json:2:1"),
    Case("other.json", "{\"a\": 1}", "other.json:1:1", "\"name\" is missing", "NAME.json"),
    Case("list.json", "[1, 2]", "list.json:1:1"),
    Case(
      "preset.json",
      "{\"name\":\"x\",\"title\":\"y\",\"format\":{\"preset\":\"natur\",\"column\":\"single\"}}",
      "preset.json:1:"),
    Case("page.scene.json", "{\"items\": 3}", "page.scene.json:1:1"),
  ]

  @Test("is clear about a file of no use, ends with 65 and writes nothing", arguments: cases)
  func useless(_ example: Case) throws {
    if let content = example.content { try Data(content).write(to: scratch.url(example.name)) }
    for verb in ["redraw", "lint"] {
      let answer = try Evtools.run(["figure", verb, example.name], in: scratch.folder)
      #expect(answer.code == 65, "\(verb): \(answer.err)")
      #expect(answer.out.isEmpty && !answer.wasKilled)
      for text in example.says { #expect(answer.err.contains(text), "\(answer.err)") }
    }
    #expect(scratch.names() == (example.content == nil ? [] : [example.name]))
  }

  @Test("survives a PDF that was damaged anywhere, and never writes half a file")
  func damaged() throws {
    let whole = try Data(
      contentsOf: URL(filePath: DrawnGallery.path("figures/savings-waterfall.pdf")))
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0...next(20) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if next(3) == 0 { bytes.removeLast(next(bytes.count)) }
      try bytes.write(to: scratch.url("file.pdf"))
      let answer = try redraw(["file.pdf", "--to", "out.pdf"])
      #expect([0, 65].contains(answer.code) && !answer.wasKilled, "\(answer.code) \(answer.err)")
      #expect(scratch.names() == (answer.code == 0 ? ["file.pdf", "out.pdf"] : ["file.pdf"]))
      try? FileManager.default.removeItem(at: scratch.url("out.pdf"))
    }
  }

  @Test("takes the page of a laid-out figure for checking only")
  func scene() throws {
    let answer = try redraw([
      try DrawnGallery.path("figures/pareto-front.scene.json"), "--to", "x.pdf",
    ])
    #expect(
      answer.code == 65 && answer.err.contains("laid out already")
        && answer.err.contains("NAME.json"))
    #expect(scratch.names().isEmpty)
  }

  @Test("takes no folder for a file")
  func folder() throws {
    for verb in ["redraw", "lint"] {
      let answer = try Evtools.run(["figure", verb, "."], in: scratch.folder)
      #expect(answer.code == 65 && answer.err.contains("it is a folder"))
    }
  }

  @Test(
    "answers a mistake with 64, and a place that cannot be written with 73",
    arguments: [
      ([], Int32(64), "FILE is missing"),
      (["PDF", "--preset", "natur"], 64, "did you mean \"nature\"?"),
      (["PDF", "--width", "4000"], 64, "from 40 to 400 (mm)"),
      (["PDF", "--width", "wide"], 64, "not a number"),
      (["PDF", "--column", "3"], 64, "single, 1.5 and double"),
      (["PDF", "--to", "x.jpg"], 64, ".pdf, .svg or .png"),
      (["PDF", "--dpi", "9"], 64, "from 36 to 2400"),
      (["PDF", "more"], 64, "\"more\" belongs to no option"),
      (["PDF", "--to", "none/x.pdf"], 73, "none/x.pdf"),
      (["PDF", "--to", "/proc/x.pdf"], 73, "--to FILE"),
      (["PDF", "--to", "/dev/null/x.pdf"], 73, "is a file, not a folder"),
      (["PDF", "--font-dir", "none"], 65, "no such file or folder"),
      (["PDF", "--font-dir", "/dev/null"], 65, "is a file, not a folder"),
      (["PDF", "--font-dir", "."], 65, "there is no font in it"),
    ])
  func mistakes(arguments: [String], code: Int32, says: String) throws {
    let pdf = try DrawnGallery.path("figures/pareto-front.pdf")
    let answer = try redraw(arguments.map { $0 == "PDF" ? pdf : $0 })
    #expect(answer.code == code, "\(answer.err)")
    #expect(answer.err.contains(says), "\(answer.err)")
    #expect(answer.out.isEmpty && scratch.names().isEmpty)
  }

  @Test("knows its verbs")
  func verbs() throws {
    for arguments in [["figure"], ["figure", "paint", "x"]] {
      let answer = try Evtools.run(arguments, in: scratch.folder)
      #expect(answer.code == 64 && answer.err.contains("lint") && answer.err.contains("redraw"))
    }
  }
}

/// A font that a journal might ask for: a part of Inter by another name.
enum JournalFont {
  /// Makes a folder with it and returns its path.
  static func folder(in scratch: Scratch) throws -> String {
    let script = """
      import glob, os, sys
      from fontTools import subset
      path = glob.glob("/usr/share/fonts/*/inter/Inter-Regular.*")[0]
      font = subset.load_font(path, subset.Options())
      cut = subset.Subsetter(subset.Options(name_IDs=["*"]))
      cut.populate(unicodes=list(range(32, 127)))
      cut.subset(font)
      for name in font["name"].names:
          if name.nameID in (1, 4, 16): name.string = "Journal One"
          if name.nameID == 6: name.string = "JournalOne-Regular"
      if "CFF " in font:
          cff = font["CFF "].cff
          cff.fontNames = ["JournalOne-Regular"]
          cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = "Journal One"
      os.makedirs(sys.argv[1])
      font.save(sys.argv[1] + "/journal.otf")
      """
    let folder = scratch.path("fonts")
    _ = try PeerPython.lines(script, [folder])
    return folder
  }
}
