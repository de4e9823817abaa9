/// Why a figure cannot be drawn, or a file not be read.
public enum DrawingFailure: Error, Equatable, Sendable {
  /// Inter, the font of all figures, is in none of the usual folders.
  case noInter(folders: [String])
  /// A folder or file cannot be opened.
  case unreadable(path: String)
  /// A folder has no OpenType or TrueType font in it.
  case noFonts(folder: String)
  /// A file is no font that can be used.
  case brokenFont(path: String)
  /// A page would be empty, or larger than PDF knows.
  case pageSize(width: Double, height: Double)
  /// An image would be empty, or larger than can be drawn.
  case imageSize(width: Double, height: Double)
  /// The drawing library gave up on a figure.
  case cairo(figure: String, reason: String)
  /// A PDF cannot be read or finished.
  case pdf(reason: String)
}

extension DrawingFailure: CustomStringConvertible {
  /// What happened and what to do next, in a sentence or two.
  public var description: String {
    switch self {
    case .noInter(let folders):
      "the font Inter is not installed; it was looked for in \(folders.joined(separator: ", ")). "
        + "Install the package \"fonts-inter\" (Debian, Ubuntu), or give a folder of fonts"
    case .unreadable(let path): "cannot read \(path)"
    case .noFonts(let folder):
      "there is no font in \(folder); put files that end in .otf or .ttf there"
    case .brokenFont(let path): "\(path) is no OpenType or TrueType font"
    case .pageSize(let width, let height):
      "a page of \(width) × \(height) points cannot be drawn; each side may have up to 14400"
    case .imageSize(let width, let height):
      "an image of \(width) × \(height) dots cannot be drawn; each side may have 1 to 32767"
    case .cairo(let figure, let reason): "the figure \"\(figure)\" cannot be drawn: \(reason)"
    case .pdf(let reason): "the PDF cannot be read: \(reason)"
    }
  }
}
