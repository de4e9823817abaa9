import AnalysisKit
import Drawing
import Figures
import RunRecords
import Text

/// `evtools figure redraw FILE`.
struct FigureRedrawCommand: Command {
  static let card = ToolCard(
    name: "redraw", summary: "Draw a figure again", group: .records, discussion: "", examples: [])

  struct Options: ToolOptions {
    var file: String?
    var preset: JournalPreset?
    var column: JournalPreset.Column?
    var width: Double?
    var to: FilePath?
    var resolution = 300.0
    var fontDirectory: FilePath?
    var repetitions: Int?
    static let grammar = OptionGrammar<Options>(
      [
        .optional("preset", \.preset, "The journal whose rules the new drawing follows."),
        .optional("column", \.column, "How many columns of that journal's page it is wide."),
        .optional("width", \.width, in: 40...400, unit: "mm", "Its width instead of a column's."),
        .optional(
          "to", \.to,
          "The file to write, which ends in .pdf, .svg or .png (.gif for an animation); by default FILE with -PRESET.pdf or .gif at its end."
        ),
        .value("dpi", \.resolution, in: 36...2400, "Dots per inch of a PNG or a GIF."),
        .optional("font-dir", \.fontDirectory, "A folder with fonts instead of Inter."),
        .optional(
          "repeat", \.repetitions, in: 1...1000,
          "Draw it so often and print as JSON how much processor time each step took."),
      ], arguments: .one("FILE", \.file, isRequired: true, completesPaths: true))
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let path = options.file ?? ""
    let content = try FigureFile(path).content
    let target = try target(for: content, path, options)
    let presentation = Presentation(
      options.fontDirectory.map { ["fonts": .string($0.text)] } ?? [:])
    let studio = try FigureStudio(presentation, threads: 1)
    var bytes: [UInt8] = []
    var times: [JSON] = []
    do throws(DrawingFailure) {
      let typesetter = try Typesetter(studio.fonts)
      for _ in 0..<(options.repetitions ?? 1) {
        var steps = StepTimes()
        switch content {
        case .figure(let figure):
          let files = FigureFiles(options.formatted(figure), studio, with: typesetter)
          steps.end("layout")
          bytes = try files.bytes(as: target, resolution: options.resolution)
          steps.end("drawing")
        case .animation(let animation):
          let moving = MovingFigure(animation, with: typesetter)
          steps.end("layout")
          let rasters = try moving.drawn(resolution: options.resolution)
          steps.end("drawing")
          bytes = try moving.gif(of: rasters)
          steps.end("encoding")
        case .scene: break
        }
        times.append(.object(steps.json))
      }
    } catch {
      throw .drawing(error)
    }
    do { try FileSystem.write(bytes, to: target) } catch { throw .file(error) }
    guard options.repetitions != nil else {
      try door.console.print(target + "\n")
      return .done
    }
    try door.console.print(
      json: ["file": .string(target), "bytes": .integer(bytes.count), "times": .array(times)])
    return .done
  }

  /// The file to write; nothing is drawn that it could not hold.
  ///
  /// It is `figures/waits-nature.pdf` for `figures/waits.pdf`: named by the file, since what that
  /// holds may come from anybody.
  private func target(
    for content: FigureFile.Content, _ path: String, _ options: Options
  ) throws(ToolFailure) -> String {
    let base = String(path.dropLast([".json", ".pdf"].first(where: path.hasSuffix)?.count ?? 0))
    let usual: String
    let endings: [String]
    switch content {
    case .figure(let figure):
      let preset = options.formatted(figure).format.preset
      (usual, endings) = (base + "-\(preset.rawValue).pdf", [".pdf", ".svg", ".png"])
    case .animation: (usual, endings) = (base + ".gif", [".gif"])
    case .scene:
      throw .input(
        InputFailure(
          file: path, problem: "this is a page that is laid out already",
          remedy: "Give the figure itself: NAME.json or NAME.pdf."))
    }
    let target = options.to?.text ?? usual
    guard endings.contains(where: target.hasSuffix) else {
      throw .usage(
        .conflict("--to: \(target.quoted) must end in \(endings.listed(conjunction: "or"))."))
    }
    return target
  }
}

extension FigureRedrawCommand.Options {
  /// The figure at the size and by the rules that were asked for.
  fileprivate func formatted(_ figure: Figure) -> Figure {
    guard preset != nil || column != nil || width != nil else { return figure }
    let own = figure.format
    return figure.formatted(
      FigureFormat(
        preset ?? own.preset, column ?? own.column, width: width, height: own.height))
  }
}

extension FigureFiles {
  fileprivate func bytes(
    as target: String, resolution: Double
  ) throws(DrawingFailure) -> [UInt8] {
    if target.hasSuffix(".png") { return try png(resolution: resolution) }
    return target.hasSuffix(".svg") ? try svg() : try pdf()
  }
}
