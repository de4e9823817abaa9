import Drawing
import Figures
import Foundation
import Peers
import Testing

@Suite("A PDF file", .enabled(if: Fonts.isInterThere, "\(Fonts.missing)"))
struct PDFFileTests {
  private let typesetter: Typesetter
  private let scratch: Scratch

  init() throws {
    typesetter = try Typesetter(FontBook.inter())
    scratch = try Scratch()
  }

  private func mixed(attachments: [PDFAttachment] = [], date: Int = 0) throws -> String {
    let scene = try SampleScenes.mixed(with: typesetter)
    return try scratch.file(
      "mixed.pdf",
      PDFFile.bytes(of: scene, with: typesetter, attachments: attachments, date: date))
  }

  @Test(
    "embeds subsets of its fonts, none of Type 3",
    .enabled(if: Program.isThere("pdffonts"), "\(Program.poppler)"))
  func fonts() throws {
    let rows = try Program.output("pdffonts", [mixed()]).split(separator: "\n").dropFirst(2)
    #expect(rows.count >= 2)
    for row in rows {
      #expect(row.contains("+Inter-"))
      #expect(row.contains(" Type 1C ") || row.contains(" CID Type 0C "))
      #expect(row.contains(" yes yes yes "))
    }
  }

  @Test(
    "lets every label be found", .enabled(if: Program.isThere("pdftotext"), "\(Program.poppler)"))
  func text() throws {
    let text = try Program.output("pdftotext", ["-layout", mixed(), "-"])
    let labels = [
      "Return (k€ h−1)", "CO2", "αβ Ω", "<b>&", "−12.5", "AVATAR fi", "Episode", "≤ 5 µm",
    ]
    for label in labels { #expect(text.contains(label)) }
  }

  @Test(
    "is as large as the figure, and says when it was made and by whom",
    .enabled(if: Program.isThere("pdfinfo"), "\(Program.poppler)"))
  func information() throws {
    setenv("TZ", "UTC", 1)
    let lines = try Program.output("pdfinfo", [mixed(date: 1_700_000_000)])
      .split(separator: "\n").map(String.init)
    func value(_ name: String) -> String? {
      lines.first { $0.hasPrefix(name + ":") }.map {
        $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(value("Page size") == "252.3 x 140 pts")
    #expect(value("Title") == "Costs & <sizes>")
    #expect(value("Author") == "evtools" && value("Creator") == "evtools")
    #expect(value("Subject") == "Two lines “αβ” and 12 cells 🚗.")
    #expect(value("Keywords") == "charging, costs")
    #expect(value("CreationDate") == "Tue Nov 14 22:13:20 2023 UTC")
    #expect(value("Tagged") == "yes" && value("Pages") == "1")
  }

  @Test(
    "tells those who cannot see it what it shows, and carries its data",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func structure() throws {
    let script = """
      import sys, pikepdf
      pdf = pikepdf.open(open(sys.argv[1]).read().strip())
      root = pdf.Root
      document = root.StructTreeRoot.K
      figure = document.K if not isinstance(document, pikepdf.Array) else document[0].K
      figure = figure if not isinstance(figure, pikepdf.Array) else figure[0]
      print(root.Lang, root.MarkInfo.Marked, root.ViewerPreferences.DisplayDocTitle)
      print(figure.S, bytes(figure.Alt).decode("utf-16"))
      for name, file in pdf.attachments.items():
          kind = file.get_file()
          print(name, file.relationship, kind.mime_type, kind.read_bytes().hex())
          print(file.obj.EF.F.Params.ModDate, file.description)
      print(len(root.AF), pdf.check() if hasattr(pdf, "check") else [])
      print(pdf.docinfo.get("/ModDate"), [len(bytes(part)) for part in pdf.trailer.ID])
      """
    let json = PDFAttachment(
      name: "figure.json", bytes: Array("{}".utf8), mediaType: "application/json", note: "€")
    let lines = try Peer.lines(from: script, cases: [mixed(attachments: [json])])
    let csv = Array("x,y\n1,2.5\n".utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    #expect(
      lines == [
        "en True True", "/Figure Two lines “αβ” and 12 cells 🚗.",
        "figure.json /Data application/json 7b7d", "D:19700101000000Z €",
        "mixed.csv /Data text/csv \(csv.joined())", "D:19700101000000Z The data of the figure",
        "2 []", "None [16, 16]",
      ])
  }

  @Test("gives back the files that were put in, whatever is in them")
  func attachments() throws {
    var random = FixedRandom(seed: 1)
    let files = (0..<40).map { number in
      PDFAttachment(
        name: "größe \(number).bin",
        bytes: (0..<random.below(5000)).map { _ in UInt8.random(in: 0...255, using: &random) },
        mediaType: "application/octet-stream", note: number % 2 == 0 ? "" : "Nº \(number)")
    }
    var scene = SampleScenes.noise()
    scene.csv = "a\n1\n"
    let bytes = try PDFFile.bytes(of: scene, with: typesetter, attachments: files)
    let found = try PDFFile.attachments(in: bytes)
    #expect(found.count == 41)
    for file in files { #expect(found.contains(file)) }
    #expect(found.first { $0.name == "noise.csv" }?.bytes == Array("a\n1\n".utf8))
  }

  @Test(
    "is read again after other programs have rewritten it",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: ["pikepdf", "pypdf"])
  func rewritten(program: String) throws {
    let script = """
      import sys
      path = open(sys.argv[1]).read().strip()
      if "\(program)" == "pikepdf":
          import pikepdf
          pdf = pikepdf.open(path)
          pdf.save(path + ".out", object_stream_mode=pikepdf.ObjectStreamMode.disable, linearize=True)
      else:
          import pypdf
          pypdf.PdfWriter(clone_from=path).write(path + ".out")
      """
    let path = try mixed()
    _ = try Peer.lines(from: script, cases: [path])
    let bytes = Array(try Data(contentsOf: URL(filePath: path + ".out")))
    let found = try PDFFile.attachments(in: bytes)
    #expect(found.map(\.name) == ["mixed.csv"])
    #expect(found.first?.bytes == Array("x,y\n1,2.5\n".utf8))
  }

  @Test("that is damaged is read or refused, never a fault", arguments: 1...10)
  func damaged(seed: Int) throws {
    var random = FixedRandom(seed: UInt64(seed))
    let whole = try PDFFile.bytes(of: SampleScenes.mixed(with: typesetter), with: typesetter)
    for _ in 0..<50 {
      var bytes = whole
      for _ in 0...random.below(30) {
        bytes[random.below(bytes.count)] = UInt8.random(in: 0...255, using: &random)
      }
      if random.below(4) == 0 { bytes.removeLast(random.below(bytes.count)) }
      if random.below(4) == 0 {
        let start = random.below(bytes.count)
        bytes.removeSubrange(start..<Swift.min(bytes.count, start + random.below(300)))
      }
      _ = try? PDFFile.attachments(in: bytes)
    }
  }

  @Test("that is none is refused", arguments: ["", "%PDF-1.7", "hello", "%PDF-1.4\ntrailer<<>>"])
  func none(text: String) {
    #expect(throws: DrawingFailure.self) { try PDFFile.attachments(in: Array(text.utf8)) }
  }

  @Test(
    "whose files name each other in a circle is read to an end",
    .timeLimit(.minutes(1)))
  func circle() throws {
    let text = """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>> endobj
      2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
      3 0 obj <</Kids[3 0 R 3 0 R 3 0 R]/Names[(a)3 0 R]>> endobj
      trailer <</Root 1 0 R/Size 4>>
      """
    #expect(try PDFFile.attachments(in: Array(text.utf8)).isEmpty)
  }

  @Test("has markers as vectors while they are few, and as an image when they are many")
  func markers() throws {
    let few = try PDFFile.bytes(of: SampleScenes.cloud(5000), with: typesetter)
    let many = try PDFFile.bytes(of: SampleScenes.cloud(60_000), with: typesetter)
    let image = Array("/Subtype /Image".utf8)
    #expect(!few.contains(image) && many.contains(image))
    #expect(!many.contains(Array("/Interpolate true".utf8)))
    #expect(few.count < 60_000 && many.count < 400_000)
  }

  @Test("says why a figure cannot be drawn", arguments: [(0.0, 10.0), (10, .nan), (1e6, 10)])
  func size(width: Double, height: Double) {
    let scene = Scene(name: "none", title: "", width: width, height: height)
    #expect(throws: DrawingFailure.self) { try PDFFile.bytes(of: scene, with: typesetter) }
    #expect(throws: DrawingFailure.self) { try PNGFile.bytes(of: scene, with: typesetter) }
  }
}
