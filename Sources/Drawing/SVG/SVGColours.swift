import Figures

/// How paints are named in an SVG: as fixed colours, or as classes that follow the page.
enum SVGColours {
  /// The colours of one theme, for a file of its own.
  case fixed(PageTheme)
  /// The classes of ``SVGFile/styleSheet``, for a page that may be light or dark.
  case followingPage

  /// The attributes that fill and draw a shape; the root fills nothing, so no fill is none.
  func attributes(fill: Paint?, stroke: Stroke?) -> [SVGElement.Attribute] {
    var classes: [String] = []
    var attributes: [SVGElement.Attribute] = []
    if let fill { add(fill, as: "fill", &classes, &attributes) }
    if let stroke {
      add(stroke.paint, as: "stroke", &classes, &attributes)
      attributes += Self.form(of: stroke)
    }
    if !classes.isEmpty {
      attributes.insert(.init("class", classes.joined(separator: " ")), at: 0)
    }
    return attributes
  }

  /// Whether nothing is seen through the paint.
  func isOpaque(_ paint: Paint) -> Bool {
    guard case .colour(let colour) = paint else { return true }
    return colour.alpha == 255
  }

  /// The name of a paint that follows the page; nil for a colour that stays.
  func pageName(of paint: Paint) -> String? {
    guard case .followingPage = self else { return nil }
    switch paint {
    case .ink: return "ink"
    case .softInk: return "soft"
    case .grid: return "grid"
    case .context: return "context"
    case .paper: return "paper"
    case .colour(let colour): return colour.opacity(1) == .black ? "ink" : nil
    }
  }

  private func add(
    _ paint: Paint, as name: String, _ classes: inout [String],
    _ attributes: inout [SVGElement.Attribute]
  ) {
    let colour = fixedColour(of: paint)
    if let pageName = pageName(of: paint) {
      classes.append("fig-\(name)-\(pageName)")
    } else {
      attributes.append(.init(name, colour.shortText))
    }
    guard colour.alpha < 255 else { return }
    attributes.append(.init(name + "-opacity", colour.opacityText))
  }

  private func fixedColour(of paint: Paint) -> Colour {
    switch self {
    case .fixed(let theme): paint.colour(on: theme)
    case .followingPage: paint.colour(on: .light)
    }
  }

  private static func form(of stroke: Stroke) -> [SVGElement.Attribute] {
    var attributes: [SVGElement.Attribute] = []
    attributes.append(.init("stroke-width", Hundredths(stroke.width)?.text ?? "0"))
    if !stroke.dashes.isEmpty {
      let dashes = stroke.dashes.map { Hundredths($0)?.text ?? "0" }
      attributes.append(.init("stroke-dasharray", dashes.joined(separator: " ")))
    }
    if stroke.cap == .round {
      attributes += [.init("stroke-linecap", "round"), .init("stroke-linejoin", "round")]
    }
    return attributes
  }
}

extension Colour {
  /// The colour without its opacity: #RRGGBB, or #RGB where that says the same.
  var shortText: String {
    let text = Colour(red: red, green: green, blue: blue).hexText
    let digits = Array(text.utf8.dropFirst())
    let isShort = digits[0] == digits[1] && digits[2] == digits[3] && digits[4] == digits[5]
    guard isShort else { return text }
    return "#" + String(decoding: [digits[0], digits[2], digits[4]], as: UTF8.self)
  }

  /// The opacity from 0 to 1 in three digits, which tell all 256 apart.
  var opacityText: String {
    let thousandths = (Int(alpha) * 2000 + 255) / 510
    guard thousandths > 0, thousandths < 1000 else { return thousandths == 0 ? "0" : "1" }
    var digits = Array(String(thousandths + 1000).utf8.dropFirst())
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return "." + String(decoding: digits, as: UTF8.self)
  }
}
