/// A file that travels inside a PDF.
public struct PDFAttachment: Equatable, Sendable {
  /// Its name, such as `costs.csv`.
  public var name: String
  /// What is in it.
  public var bytes: [UInt8]
  /// Its kind, such as `text/csv`.
  public var mediaType: String
  /// What a reader is told of it.
  public var note: String

  /// Describes a file.
  public init(name: String, bytes: [UInt8], mediaType: String = "", note: String = "") {
    (self.name, self.bytes, self.mediaType, self.note) = (name, bytes, mediaType, note)
  }
}
