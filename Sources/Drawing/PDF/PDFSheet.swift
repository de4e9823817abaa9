import CCairo
import Figures

/// A page of paper that Cairo writes as PDF.
final class PDFSheet {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let figure: String
  private let written = Written()
  /// What is not written by Cairo.
  let inserts = PDFInserts()

  /// What Cairo has written so far.
  private final class Written {
    var bytes: [UInt8] = []
  }

  /// Lays an empty page out.
  init(_ scene: Scene, author: String, date: Int) throws(DrawingFailure) {
    guard 0.001...14_400 ~= scene.width, 0.001...14_400 ~= scene.height
    else { throw .pageSize(width: scene.width, height: scene.height) }
    figure = scene.name
    let write: cairo_write_func_t = { written, data, count in
      guard let written, let data else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Written>.fromOpaque(written).takeUnretainedValue().bytes.append(
        contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        write, Unmanaged.passUnretained(written).toOpaque(), scene.width, scene.height),
      let context = cairo_create(surface)
    else { throw .cairo(figure: scene.name, reason: "there is no memory for a page") }
    (self.surface, self.context) = (surface, context)
    let properties = [
      (CAIRO_PDF_METADATA_TITLE, scene.title), (CAIRO_PDF_METADATA_AUTHOR, author),
      (CAIRO_PDF_METADATA_SUBJECT, scene.alternativeText),
      (CAIRO_PDF_METADATA_KEYWORDS, scene.keywords.joined(separator: ", ")),
      (CAIRO_PDF_METADATA_CREATOR, "evtools"),
      (CAIRO_PDF_METADATA_CREATE_DATE, PDFDate.international(date)),
    ]
    for (property, text) in properties where !text.isEmpty {
      cairo_pdf_surface_set_metadata(surface, property, text)
    }
  }

  deinit {
    cairo_surface_finish(surface)  // writes the last bytes, while they still have a place
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Draws a scene as the figure of a tagged document.
  func draw(_ scene: Scene, with typesetter: Typesetter) throws(DrawingFailure) {
    cairo_tag_begin(context, "Document", nil)
    cairo_tag_begin(context, "Figure", nil)
    try ScenePainter(onPaper: context, inserts: inserts, typesetter: typesetter, theme: .light)
      .draw(scene)
    cairo_tag_end(context, "Figure")
    cairo_tag_end(context, "Document")
    cairo_show_page(context)
  }

  /// Ends the file and returns it.
  func finished() throws(DrawingFailure) -> [UInt8] {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(figure: figure, reason: String(cString: cairo_status_to_string(status)))
    }
    return written.bytes
  }
}
