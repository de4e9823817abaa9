public import Figures

/// Figures as PDF files that journals take: fonts embedded, text to be found and copied, readable
/// aloud, with their data inside and the same bytes every time.
public enum PDFFile {
  /// Draws a scene; its data travel along as `NAME.csv`.
  ///
  ///     let file = try PDFFile.bytes(of: scene, with: typesetter)
  ///     try PDFFile.attachments(in: file).first?.name   // "costs.csv"
  ///
  /// - Parameters:
  ///   - scene: the figure.
  ///   - typesetter: what its text is set with.
  ///   - attachments: further files to travel along; of two with one name, the first is kept.
  ///   - author: who made it.
  ///   - language: the language of its text, as BCP 47 names it.
  ///   - date: when it was made, in seconds since the start of 1970; never the machine's own time.
  /// - Returns: the bytes of the file.
  /// - Throws: what keeps it from being drawn.
  public static func bytes(
    of scene: Scene, with typesetter: Typesetter, attachments: [PDFAttachment] = [],
    author: String = "evtools", language: String = "en", date: Int = 0
  ) throws(DrawingFailure) -> [UInt8] {
    let sheet = try PDFSheet(scene, author: author, date: date)
    try sheet.draw(scene, with: typesetter)
    let data = PDFAttachment(
      name: "\(scene.name).csv", bytes: Array(scene.csv.utf8), mediaType: "text/csv",
      note: "The data of the figure")
    let document = try QPDFDocument(try sheet.finished())
    try document.place(sheet.inserts, on: scene)
    document.describe(scene, language: language)
    document.attach((scene.csv.isEmpty ? [] : [data]) + attachments, date: date)
    return try document.written()
  }
}
