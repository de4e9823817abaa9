import Foundation
import Testing

@Suite("How a run looks") struct LookTests {
  private let scratch = Scratch()

  private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws
    -> Evtools.Answer
  {
    try Evtools.run(quickWithFigure + arguments, in: scratch.folder, environment: environment)
  }

  @Test(
    "follows --preset and --column",
    arguments: [
      ("nature", "single", 252.28), ("springer", "double", 493.23), ("ieee", "1.5", 383.76),
    ])
  func preset(preset: String, column: String, points: Double) throws {
    let answer = try run(["--preset", preset, "--column", column])
    #expect(answer.code == 0, "\(answer.err)")
    let head = try scratch.text(scratch.run() + "/figures/waits.svg").prefix(400)
    let width = try #require(head.firstMatch(of: /width="([0-9.]+)pt"/).flatMap { Double($0.1) })
    #expect((width - points).magnitude <= 0.1, "\(width)")
  }

  @Test(
    "is set in the fonts of --font-dir, page and figures",
    .enabled(if: PeerPython.isThere && Programs.hasPoppler, "\(PeerPython.missing), or no poppler"))
  func fonts() throws {
    let answer = try run(["--font-dir", try JournalFont.folder(in: scratch)])
    #expect(answer.code == 0, "\(answer.err)")
    let folder = try scratch.run()
    #expect(try scratch.text(folder + "/report.html").contains("font-family:'Journal One'"))
    let fonts = try Evtools.run(
      [folder + "/figures/waits.pdf"], in: scratch.folder, program: Programs.path("pdffonts") ?? "")
    #expect(fonts.out.contains("+JournalOne"), "\(fonts.out)")
  }

  @Test("takes one's own templates where there are some, and ours for the rest")
  func templates() throws {
    try FileManager.default.createDirectory(
      at: scratch.url("mine"), withIntermediateDirectories: true)
    try scratch.write("<p class=\"house\">{{text}}</p>\n", as: "mine/prose.html")
    let answer = try run(["--templates", "mine"])
    #expect(answer.code == 0, "\(answer.err)")
    let page = try scratch.text(scratch.run() + "/report.html")
    #expect(page.contains("<p class=\"house\">") && page.contains("id=\"provenance\""))
    #expect(
      try Evtools.run(["report", "verify", "output/latest/report.html"], in: scratch.folder).code
        == 0)
    #expect(try Evtools.run(["rerun", "output/latest"], in: scratch.folder).code == 0)
  }

  @Test(
    "says where a template is wrong before anything is worked out, and leaves nothing",
    arguments: [
      ("prose.html", "<p>\n  {{titel}}</p>", ":2:3", "did you mean \"title\"?"),
      ("prose.html", "<p onclick=\"{{text}}\">x</p>", ":1:13", "safe"),
      ("prose.html", "<script>\nlet a = {{text}}</script>", ":2:9", "safe"),
      ("prose.html", "<p>{{#text}}", ":1:4", "never closed"),
      ("figure.html", "<figure>{{altText}}{{oops}}</figure>", ":1:20", "no value named \"oops\""),
      ("table.html", "{{#rows}}{{/row}}", ":1:10", "closed here"),
      ("page.html", "<html>{{>nowhere.html}}</html>", ":1:7", "no template named"),
      ("numbers.html", "<a href=\"{{label}}\">x</a>", ":1:10", "SafeURL"),
      ("page.css", "p { margin: 0 }\n/* </style> */", ":2:4", "read differently"),
      ("table.js", "let a = '<script>'", ":1:10", "read differently"),
    ])
  func badTemplate(name: String, text: String, place: String, says: String) throws {
    try FileManager.default.createDirectory(
      at: scratch.url("mine"), withIntermediateDirectories: true)
    try scratch.write(text, as: "mine/" + name)
    let answer = try run(["--templates", "mine"])
    #expect(answer.code == 65, "\(answer.err)")
    #expect(
      answer.err.contains("mine/\(name)\(place)") && answer.err.contains(says), "\(answer.err)")
    #expect(scratch.names() == ["mine"], "nothing is left behind")
  }

  @Test(
    "says what is wrong with a folder of templates or fonts, and leaves nothing",
    arguments: ["--templates", "--font-dir"])
  func folders(option: String) throws {
    try FileManager.default.createDirectory(
      at: scratch.url("empty"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: scratch.url("bad"), withIntermediateDirectories: true)
    try scratch.write("mine", as: "file")
    try scratch.write("no font", as: "bad/a.otf")
    try Data([0xff, 0xfe, 0x41]).write(to: scratch.url("bad/prose.html"))
    for (folder, says) in [
      ("none", "no such file or folder"), ("file", "is a file, not a folder"), ("empty", "in it"),
      ("bad", "bad/"),
    ] {
      let answer = try run([option, folder])
      #expect(answer.code == 65, "\(folder): \(answer.err)")
      #expect(answer.err.contains(says), "\(answer.err)")
    }
    #expect(scratch.names() == ["bad", "empty", "file"])
  }

  @Test(
    "needs Inter, and says how to get it",
    .enabled(
      if: Namespaces.isThere, "skipped: this system lets nobody hide a folder from a process"))
  func noInter() throws {
    let hidden = "mount -t tmpfs none /usr/share/fonts && exec \"$0\" \"$@\""
    func run(_ arguments: [String]) throws -> Evtools.Answer {
      try Evtools.run(
        ["-rm", "/bin/sh", "-c", hidden, Evtools.binary] + arguments, in: scratch.folder,
        program: Namespaces.unshare ?? "")
    }
    for arguments in [
      quickWithFigure, ["figure", "lint", try DrawnGallery.path("figures/sensitivity.json")],
    ] {
      let answer = try run(arguments)
      #expect(answer.code == 69, "\(answer.err)")
      #expect(
        answer.err.contains("Inter") && answer.err.contains("fonts-inter")
          && answer.err.contains("--font-dir"))
    }
    let doctor = try run(["doctor"])
    #expect(doctor.code == 1 && doctor.out.contains("Inter (needed)"))
    #expect(scratch.names().isEmpty)
  }

  @Test(
    "can be seen on the terminal: dots in the width of the console, below the name of the figure")
  func preview() throws {
    let plain = try run([])
    let seen = try run(["--preview"], ["COLUMNS": "64"])
    #expect(seen.code == 0)
    func isDots(_ line: Substring) -> Bool {
      line.unicodeScalars.contains { (0x2801...0x28ff).contains($0.value) }
    }
    #expect(!plain.out.split(separator: "\n").contains(where: isDots))
    let lines = seen.out.split(separator: "\n")
    let picture = lines.filter(isDots)
    #expect(picture.count > 10 && picture.allSatisfy { $0.count <= 64 })
    let name = try #require(lines.firstIndex { $0.hasPrefix("Figure waits:") })
    let first = try #require(lines.firstIndex(where: isDots))
    #expect(first > name && first < name + 4)
    #expect(!seen.out.contains("\u{1B}"), "no colours where there is no terminal")
    let object = try run(["--preview", "--json"])
    #expect(try object.json()["run"] != nil && !object.out.contains("\u{28FF}"))
  }

  @Test(
    "has the colours of its series on a terminal that shows colours",
    .enabled(
      if: Programs.path("script") != nil, "skipped: there is no program that plays a terminal"))
  func colours() throws {
    let command = ([Evtools.binary] + quickWithFigure + ["--preview"]).joined(separator: " ")
    // Whoever runs the tests may have switched colours off.
    for (setting, isColoured) in [("env -u NO_COLOR ", true), ("env NO_COLOR=1 ", false)] {
      let seen = try Evtools.run(
        ["-qec", setting + command, "/dev/null"], in: scratch.folder,
        environment: ["TERM": "xterm-256color"], program: Programs.path("script") ?? "")
      #expect(seen.out.contains("\u{1B}[38;5;") == isColoured, "\(setting): \(seen.out)\(seen.err)")
    }
  }
}

/// Whether a process may hide folders from another without being asked for a password.
enum Namespaces {
  static let unshare = Programs.path("unshare")

  static let isThere: Bool = {
    guard let unshare else { return false }
    let folder = FileManager.default.temporaryDirectory
    let command = ["-rm", "/bin/sh", "-c", "mount -t tmpfs none /usr/share/fonts"]
    return (try? Evtools.run(command, in: folder, program: unshare).code) == 0
  }()
}
