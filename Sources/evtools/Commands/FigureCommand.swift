import AnalysisKit
import Drawing
import Figures
import RunRecords
import Text

/// `evtools figure lint FILE` and `evtools figure redraw FILE`.
struct FigureItem: RackItem {
  private static let verbs: [any RackItem] = [
    CommandItem<FigureLintCommand>(), CommandItem<FigureRedrawCommand>(),
  ]

  let card = ToolCard(
    name: "figure", summary: "Check a figure as a journal would, or draw it again", group: .records,
    discussion: """
      `lint` reads a figure (NAME.json), a laid-out page (NAME.scene.json) or a PDF made by evtools, and lists what a \
      reviewer would object to: texts over one another or over data, small type, thin lines, colours that some \
      eyes cannot tell apart, missing units. It ends with 1 when there are faults. `redraw` draws a figure again \
      from the data that its PDF carries, by the rules of another journal or at another width; an animation \
      becomes a GIF again.
      """,
    examples: [
      .init("figure lint output/latest/figures/waits.json", "what would a reviewer say?"),
      .init("figure redraw output/latest/figures/waits.pdf --preset nature", "for another journal"),
    ])

  var options: [OptionDescription] {
    let redraw = Self.verbs[1].options
    let lint = Self.verbs[0].options
    return redraw + lint.filter { option in !redraw.contains { $0.name == option.name } }
  }
  var commonOptions: [OptionDescription] { [] }
  var arguments: ArgumentsWords? {
    ArgumentsWords(
      placeholder: "lint|redraw FILE", isRequired: true, words: Self.verbs.map(\.name),
      completesPaths: true)
  }

  func run(_ arguments: [String], at door: Door) throws(ToolFailure) -> ExitCode {
    guard let word = arguments.first else {
      throw .usage(.missingArgument("lint or redraw"))
    }
    guard let verb = Self.verbs.first(where: { $0.name == word }) else {
      throw .usage(
        .conflict("`evtools figure` takes lint or redraw, and then a file; not \(word.quoted)."))
    }
    return try verb.run(Array(arguments.dropFirst()), at: door)
  }
}

/// `evtools figure lint FILE`.
struct FigureLintCommand: Command {
  static let card = ToolCard(
    name: "lint", summary: "List what a reviewer would object to", group: .records,
    discussion: "", examples: [])

  struct Options: ToolOptions {
    var file: String?
    var fontDirectory: FilePath?
    var json = false
    static let grammar = OptionGrammar<Options>(
      [
        .optional("font-dir", \.fontDirectory, "A folder with fonts instead of Inter."),
        .value("json", \.json, "With lint: print one JSON object and nothing else."),
      ], arguments: .one("FILE", \.file, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let scene: Scene
    switch try FigureFile(options.file ?? "").content {
    case .scene(let laidOut): scene = laidOut
    case .figure(let figure):
      scene = Scene(figure, measuredBy: try FigureFile.typesetter(options.fontDirectory))
    case .animation:
      throw .input(
        InputFailure(
          file: options.file ?? "", problem: "this is an animation",
          remedy: "Give one of its frames, which are figures."))
    }
    let findings = scene.lint()
    let faults = findings.count { $0.severity == .fault }
    if options.json {
      try door.console.print(json: [
        "faults": .integer(faults), "advice": .integer(findings.count - faults),
        "findings": .array(
          findings.map {
            [
              "rule": .string($0.rule.rawValue), "severity": .string($0.severity.rawValue),
              "sentence": .string($0.sentence),
            ]
          }),
      ])
    } else {
      for finding in findings {
        try door.console.print("\(finding.severity.rawValue): \(finding.sentence)\n")
      }
      let advice = (findings.count - faults).counted("piece of advice", "pieces of advice")
      try door.console.print(
        findings.isEmpty
          ? "Nothing to object to.\n" : "\(faults.counted("fault", "faults")), \(advice).\n")
    }
    return faults == 0 ? .done : .answerIsNo
  }
}

/// A file that holds a figure: its JSON, its laid-out page, or a PDF that carries it; or an animation's JSON.
struct FigureFile {
  /// What it holds.
  let content: Content

  enum Content {
    case figure(Figure)
    case scene(Scene)
    case animation(Animation)
  }

  init(_ path: String) throws(ToolFailure) {
    var (name, bytes): (String, [UInt8])
    do { (name, bytes) = (path, try FileSystem.read(path)) } catch { throw .file(error) }
    if bytes.starts(with: Array("%PDF".utf8)) {
      (name, bytes) = ("figure.json in " + path, try Self.carried(in: bytes, path))
    }
    let node: JSONNode
    do { node = try JSONReader.read(bytes) } catch {
      throw .input(
        InputFailure(
          file: name, position: error.position, problem: error.description, remedy: Self.remedy))
    }
    do throws(JSONCodingFailure) {
      if node["items"] != nil {
        content = .scene(try node.decoded(as: Scene.self))
      } else if node["delay"] != nil {
        content = .animation(try node.decoded(as: Animation.self))
      } else {
        content = .figure(try node.decoded(as: Figure.self))
      }
    } catch {
      throw .input(
        InputFailure(
          file: name, keyPath: error.path.isEmpty ? nil : error.path, position: error.position,
          problem: "\(error.reason)", remedy: Self.remedy))
    }
  }

  private static let remedy = "A figure is a file NAME.json, NAME.scene.json or NAME.pdf of a run."

  /// The figure that a PDF carries.
  private static func carried(in bytes: [UInt8], _ path: String) throws(ToolFailure) -> [UInt8] {
    let attachments: [PDFAttachment]
    do { attachments = try PDFFile.attachments(in: bytes) } catch {
      throw .input(InputFailure(file: path, problem: "\(error)"))
    }
    guard let figure = attachments.first(where: { $0.name == "figure.json" }) else {
      throw .input(
        InputFailure(
          file: path, problem: "this PDF carries no figure to draw again",
          remedy: "Only the PDF files that evtools wrote do."))
    }
    return figure.bytes
  }

  /// Somebody who measures texts in the font of figures.
  static func typesetter(_ folder: FilePath?) throws(ToolFailure) -> Typesetter {
    let presentation = Presentation(folder.map { ["fonts": .string($0.text)] } ?? [:])
    let studio = try FigureStudio(presentation, threads: 1)
    do { return try Typesetter(studio.fonts) } catch { throw .drawing(error) }
  }
}
