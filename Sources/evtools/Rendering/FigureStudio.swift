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
    let outcomes = Workers.map(jobs.count, threads: threads) { index in
      Swift.Result { () throws(ToolFailure) in
        do throws(DrawingFailure) {
          return try draw(jobs[index], presets: report.presets)
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
    let scene = Scene(shown, measuredBy: typesetter)
    let files = try FigureFiles(shown, scene, self, with: typesetter)
    var outputs = files.outputs(in: "figures")
    outputs.append(
      OutputFile(
        "figures/\(figure.name).tex",
        Array(
          FigureSnippet.latex(
            figure.name, caption: figure.caption, label: "fig:" + figure.name,
            width: .millimetres(Points(scene.width).millimetres)
          ).utf8)))
    outputs.append(OutputFile("figures/\(figure.name).csv", Array(scene.csv.utf8)))
    for preset in presets {
      let format = FigureFormat(preset, figure.format.column, height: figure.format.height)
      let other = figure.formatted(format)
      let scene = Scene(other, measuredBy: typesetter)
      outputs += try FigureFiles(other, scene, self, with: typesetter)
        .outputs(in: "figures/\(preset.rawValue)", withScene: false)
    }
    return DrawnFigure(
      name: figure.name, title: figure.title, caption: figure.caption, scene: scene,
      inline: nil, files: outputs,
      attachments: [
        .init(
          fileName: figure.name + ".pdf", mediaType: "application/pdf", bytes: files.pdf),
        .init(
          fileName: figure.name + ".png", mediaType: "image/png",
          bytes: try PNGFile.bytes(of: scene, with: typesetter, resolution: 144)),
      ])
  }

  // MARK: - Animations

  private func draw(
    _ animation: Animation, with typesetter: Typesetter
  ) throws(DrawingFailure) -> DrawnFigure {
    let frames = animation.frames.map { Scene($0, measuredBy: typesetter) }
    var rasters: [Raster] = []
    for frame in frames {
      rasters.append(try Raster(of: frame, with: typesetter, resolution: 110, theme: .light))
    }
    let gif: [UInt8]
    do throws(GIFFailure) {
      gif = try GIFFile.bytes(of: rasters, delay: UInt16(clamping: animation.delay))
    } catch {
      throw .cairo(figure: animation.name, reason: "\(error)")
    }
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

  /// For the page; ids begin with the figure's number.
  func pageFigure(number: Int, fonts: EmbeddedFonts) -> PageFigure {
    PageFigure(
      name: name,
      svg: inline?.svg(idPrefix: "f\(number)-")
        ?? SVGFile.inlineText(of: scene, idPrefix: "f\(number)-", family: fonts.family),
      attachments: attachments, csv: scene.csv, altText: scene.alternativeText)
  }
}

/// The files of one figure in one format.
struct FigureFiles {
  let pdf: [UInt8]
  private let png: [UInt8]
  let svg: [UInt8]
  private let spec: [UInt8]
  private let sceneText: [UInt8]
  private let name: String

  init(
    _ figure: Figure, _ scene: Scene, _ studio: FigureStudio, with typesetter: Typesetter
  ) throws(DrawingFailure) {
    name = figure.name
    spec = Array(((try? JSON(encoding: figure).compactText) ?? "").utf8)
    sceneText = Array(((try? JSON(encoding: scene).compactText) ?? "").utf8)
    let carried = PDFAttachment(
      name: "figure.json", bytes: spec, mediaType: "application/json",
      note: "The figure itself, for `evtools figure redraw`")
    pdf = try PDFFile.bytes(
      of: scene, with: typesetter, attachments: [carried], date: studio.date)
    png = try PNGFile.bytes(of: scene, with: typesetter, resolution: 300)
    let fonts = try EmbeddedFonts(for: FontUse(of: [scene]), from: studio.fonts)
    svg = Array(SVGFile.text(of: scene, fonts: fonts, idPrefix: name + "-").utf8)
  }

  /// All files, in a folder.
  func outputs(in folder: String, withScene: Bool = true) -> [OutputFile] {
    [
      OutputFile("\(folder)/\(name).pdf", pdf), OutputFile("\(folder)/\(name).png", png),
      OutputFile("\(folder)/\(name).svg", svg),
    ]
      + (withScene
        ? [
          OutputFile("\(folder)/\(name).json", spec),
          OutputFile("\(folder)/\(name).scene.json", sceneText),
        ] : [])
  }
}
