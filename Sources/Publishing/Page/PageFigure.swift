/// A figure as it stands in a page: drawn already, with the files that can be taken from there.
public struct PageFigure: Sendable {
  /// How many rows of its data a page shows at most; all of them are in its CSV.
  public static let mostRows = 100

  /// The name of the figure in the report, and of its files.
  public var name: String
  /// The drawing, from `<svg` to `</svg>`, by a writer that escapes every text.
  public var svg: String
  /// The files to take away, such as PDF and PNG.
  public var attachments: [Attachment]
  /// The files that are too large for the page: their paths in the folder of the run.
  public var filesBeside: [String]
  /// The numbers in the figure as CSV; empty when there are none to give.
  public var csv: String
  /// What the figure shows, for those who cannot see it.
  public var altText: String

  /// A file to take away.
  public struct Attachment: Sendable {
    /// The name it is saved by.
    public var fileName: String
    /// What it is, such as `application/pdf`.
    public var mediaType: String
    /// Its content.
    public var bytes: [UInt8]

    /// Attaches a file.
    public init(fileName: String, mediaType: String, bytes: [UInt8]) {
      self.fileName = fileName
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// Hands over a figure.
  public init(
    name: String, svg: String, attachments: [Attachment] = [], filesBeside: [String] = [],
    csv: String = "", altText: String
  ) {
    self.name = name
    self.svg = svg
    self.attachments = attachments
    self.filesBeside = filesBeside
    self.csv = csv
    self.altText = altText
  }
}
