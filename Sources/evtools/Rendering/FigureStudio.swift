import AnalysisKit
import Drawing
import Figures
import Glibc
import Publishing
import Reports
import RunRecords
import Text

/// Draws the figures of reports: one typesetter for each worker, the same bytes for any number of them.
struct FigureStudio: Sendable {
  let fonts: FontBook
  let presentation: Presentation
  let threads: Int
  /// When files say they were made, in seconds since 1970: never now.
  let date: Int

  /// Finds the fonts.
  init(_ presentation: Presentation, threads: Int) throws(ToolFailure) {
    (self.presentation, self.threads) = (presentation, threads)
    date = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? 0
    do throws(DrawingFailure) {
      if let folder = presentation.fontDirectory {
        fonts = try FontBook(directory: folder)
      } else {
        fonts = try FontBook.inter()
      }
    } catch {
      throw .drawing(error)
    }
  }

  /// Draws all figures and animations of a report, in its order.
  func draw(_ report: Report) throws(ToolFailure) -> [DrawnFigure] {
    let jobs = report.parts.compactMap(DrawingJob.init)
    // Who names one journal has no use for the files of the others.
    let presets = presentation.preset == nil ? report.presets : []
    let outcomes = Workers.map(jobs.count, threads: threads) { index in
      Swift.Result { () throws(ToolFailure) in
        do throws(DrawingFailure) {
          return try draw(jobs[index], presets: presets)
        } catch {
          throw .drawing(error)
        }
      }
    }
    var drawn: [DrawnFigure] = []
    for outcome in outcomes { drawn.append(try outcome.get()) }
    return drawn
  }

  private func draw(
    _ job: DrawingJob, presets: [JournalPreset]
  ) throws(DrawingFailure) -> DrawnFigure {
    let typesetter = try Typesetter(fonts)
    switch job {
    case .figure(let figure): return try draw(figure, presets, with: typesetter)
    case .animation(let animation): return try draw(animation, with: typesetter)
    }
  }

  // MARK: - Figures

  private func draw(
    _ figure: Figure, _ presets: [JournalPreset], with typesetter: Typesetter
  ) throws(DrawingFailure) -> DrawnFigure {
    let shown = figure.formatted(presentation.format(figure.format))
    let own = FigureFiles(shown, self, with: typesetter)
    let scene = own.scene
    let drawn = try own.drawn()
    var outputs = drawn.outputs(in: "figures")
    outputs += own.texts(in: "figures")
    for preset in presets {
      let format = FigureFormat(preset, figure.format.column, height: figure.format.height)
      let files =
        format == shown.format
        ? drawn : try FigureFiles(figure.formatted(format), self, with: typesetter).drawn()
      outputs += files.outputs(in: "figures/\(preset.rawValue)")
    }
    return DrawnFigure(
      name: figure.name, title: figure.title, caption: figure.caption, scene: scene,
      inline: nil, files: outputs,
      attachments: [
        .init(
          fileName: figure.name + ".pdf", mediaType: "application/pdf", bytes: drawn.pdf),
        .init(
          fileName: figure.name + ".png", mediaType: "image/png",
          bytes: try PNGFile.bytes(
            of: scene, with: typesetter, resolution: 144, hasFewColours: true)),
      ])
  }

  // MARK: - Animations

  private func draw(
    _ animation: Animation, with typesetter: Typesetter
  ) throws(DrawingFailure) -> DrawnFigure {
    let moving = MovingFigure(animation, with: typesetter)
    let frames = moving.frames
    let gif = try moving.gif(of: moving.drawn(resolution: 110))
    let printed = animation.printedFrames.map { Scene($0, measuredBy: typesetter) }
    guard let first = frames.first, !printed.isEmpty else {
      throw .cairo(figure: animation.name, reason: "it has no frames")
    }
    var strip = Scene.filmstrip(of: printed, columns: printed.count > 4 ? 3 : 2)
    (strip.name, strip.title) = (animation.name, animation.title)
    if strip.alternativeText.isEmpty { strip.alternativeText = first.alternativeText }
    let pdf = try PDFFile.bytes(of: strip, with: typesetter, date: date)
    let png = try PNGFile.bytes(of: strip, with: typesetter, resolution: 300)
    return DrawnFigure(
      name: animation.name, title: animation.title, caption: animation.caption, scene: strip,
      inline: MovingPicture(gif, like: first),
      files: [
        OutputFile("figures/\(animation.name).gif", gif),
        OutputFile("figures/\(animation.name).pdf", pdf),
        OutputFile("figures/\(animation.name).png", png),
        OutputFile("figures/\(animation.name).csv", Array(strip.csv.utf8)),
      ],
      attachments: [
        .init(fileName: animation.name + ".gif", mediaType: "image/gif", bytes: gif),
        .init(fileName: animation.name + ".pdf", mediaType: "application/pdf", bytes: pdf),
      ])
  }
}

/// Something of a report that is drawn.
private enum DrawingJob: Sendable {
  case figure(Figure)
  case animation(Animation)

  init?(_ part: Report.Part) {
    switch part {
    case .figure(let figure): self = .figure(figure)
    case .animation(let animation): self = .animation(animation)
    case .section, .prose, .keyNumbers, .table: return nil
    }
  }
}

/// A file to be written, relative to the run's folder.
struct OutputFile: Sendable {
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}

/// A figure in all its forms.
struct DrawnFigure: Sendable {
  let name: String
  let title: String
  let caption: RichText
  let scene: Scene
  /// What is shown in the page instead of the scene.
  let inline: MovingPicture?
  let files: [OutputFile]
  let attachments: [PageFigure.Attachment]

  /// The drawing in the page; ids begin with the figure's number.
  func inlineSVG(number: Int, family: String) -> String {
    inline?.svg(idPrefix: "f\(number)-")
      ?? SVGFile.inlineText(of: scene, idPrefix: "f\(number)-", family: family)
  }
}

/// A figure laid out in one format, from which its files are made as they are asked for.
struct FigureFiles {
  let scene: Scene
  private let figure: Figure
  private let studio: FigureStudio
  private let typesetter: Typesetter

  init(_ figure: Figure, _ studio: FigureStudio, with typesetter: Typesetter) {
    (self.figure, self.studio, self.typesetter) = (figure, studio, typesetter)
    scene = Scene(figure, measuredBy: typesetter)
  }

  /// The figure as it is drawn again from.
  private var specification: [UInt8] {
    Array(((try? JSON(encoding: figure).compactText) ?? "").utf8)
  }

  func pdf() throws(DrawingFailure) -> [UInt8] {
    let carried = PDFAttachment(
      name: "figure.json", bytes: specification, mediaType: "application/json",
      note: "The figure itself, for `evtools figure redraw`")
    return try PDFFile.bytes(
      of: scene, with: typesetter, attachments: [carried], date: studio.date)
  }

  func png(resolution: Double = 300) throws(DrawingFailure) -> [UInt8] {
    try PNGFile.bytes(of: scene, with: typesetter, resolution: resolution)
  }

  func svg() throws(DrawingFailure) -> [UInt8] {
    let fonts = try EmbeddedFonts(for: FontUse(of: [scene]), from: studio.fonts)
    return Array(SVGFile.text(of: scene, fonts: fonts, idPrefix: figure.name + "-").utf8)
  }

  /// The files that a journal takes.
  func drawn() throws(DrawingFailure) -> Drawn {
    Drawn(name: figure.name, pdf: try pdf(), png: try png(), svg: try svg())
  }

  struct Drawn {
    let name: String
    let pdf: [UInt8]
    let png: [UInt8]
    let svg: [UInt8]

    func outputs(in folder: String) -> [OutputFile] {
      [
        OutputFile("\(folder)/\(name).pdf", pdf), OutputFile("\(folder)/\(name).png", png),
        OutputFile("\(folder)/\(name).svg", svg),
      ]
    }
  }

  /// The figure and its page as JSON, its data, and how LaTeX takes it in.
  func texts(in folder: String) -> [OutputFile] {
    let name = figure.name
    let page = Array(((try? JSON(encoding: scene).compactText) ?? "").utf8)
    let snippet = FigureSnippet.latex(
      name, caption: figure.caption, label: "fig:" + name,
      width: .millimetres(Points(scene.width).millimetres))
    return [
      OutputFile("\(folder)/\(name).json", specification),
      OutputFile("\(folder)/\(name).scene.json", page),
      OutputFile("\(folder)/\(name).tex", Array(snippet.utf8)),
      OutputFile("\(folder)/\(name).csv", Array(scene.csv.utf8)),
    ]
  }
}
