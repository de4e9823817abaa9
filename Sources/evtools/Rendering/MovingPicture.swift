import Drawing
import Figures
import Text

/// An animation in a page: a picture in a drawing, so that it has a name for those who cannot see it.
struct MovingPicture: Sendable {
  private let gif: [UInt8]
  private let frame: Scene

  init(_ gif: [UInt8], like frame: Scene) { (self.gif, self.frame) = (gif, frame) }

  /// One `svg` element.
  func svg(idPrefix: String) -> String {
    let (width, height) = (frame.width.text(decimals: 2), frame.height.text(decimals: 2))
    let names = "\(idPrefix)title \(idPrefix)desc"
    return """
      <svg class="fig" role="img" aria-labelledby="\(names)" viewBox="0 0 \(width) \(height)" width="100%" \
      style="max-width:\((1.3 * frame.width).text(decimals: 2))pt"><title id="\(idPrefix)title">\(frame.title.escapedForXML)</title>\
      <desc id="\(idPrefix)desc">\(frame.alternativeText.escapedForXML)</desc>\
      <image width="\(width)" height="\(height)" href="data:image/gif;base64,\(Base64.text(of: gif))"/></svg>

      """
  }
}

extension String {
  /// The text with the characters escaped that mean something in XML.
  fileprivate var escapedForXML: String {
    var escaped = ""
    for character in self {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
