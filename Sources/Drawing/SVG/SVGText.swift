import Figures

extension SVGElement {
  /// A line of text as real text: one element, with a part for each change of style or height.
  init(text: SceneText, colours: SVGColours) {
    let runs = text.text.glyphRuns(size: text.size)
    var attributes: [Attribute] = [
      .init("x", Hundredths(text.anchor.x)?.text ?? "0"),
      .init("y", Hundredths(text.anchor.y)?.text ?? "0"),
    ]
    if text.turn != 0 { attributes.append(.init("transform", Self.turn(of: text))) }
    attributes += colours.attributes(fill: text.paint, stroke: nil)
    attributes.append(.init("font-size", Hundredths(text.size)?.text ?? "0"))
    if text.alignment != .start { attributes.append(.init("text-anchor", text.alignment.rawValue)) }
    if Self.wouldLoseBlanks(runs) { attributes.append(.init("xml:space", "preserve")) }
    if let run = runs.first, runs.count == 1, run.rise == 0 {
      self.init("text", attributes + Self.style(of: run), [.text(run.text)])
    } else {
      self.init("text", attributes, Self.parts(of: runs, size: text.size))
    }
  }

  private static func turn(of text: SceneText) -> String {
    let numbers = [text.turn, text.anchor.x, text.anchor.y].map { Hundredths($0)?.text ?? "0" }
    return "rotate(" + numbers.joined(separator: " ") + ")"
  }

  private static func style(of run: GlyphRun) -> [Attribute] {
    var style: [Attribute] = []
    if run.isItalic { style.append(.init("font-style", "italic")) }
    if run.isBold { style.append(.init("font-weight", "700")) }
    return style
  }

  /// Heights are exact in hundredths: what goes up comes down by as much.
  private static func parts(of runs: [GlyphRun], size: Double) -> [Node] {
    var height = Hundredths(count: 0)
    return runs.map { run in
      let rise = Hundredths(run.rise) ?? height
      let drop = height - rise
      height = rise
      var attributes = style(of: run)
      if run.size != size {
        attributes.append(.init("font-size", Hundredths(run.size)?.text ?? "0"))
      }
      if drop.count != 0 { attributes.append(.init("dy", drop.text)) }
      guard !attributes.isEmpty else { return .text(run.text) }
      return .element(SVGElement("tspan", attributes, [.text(run.text)]))
    }
  }

  /// Blanks at the ends and double ones are dropped unless a reader is told to keep them.
  private static func wouldLoseBlanks(_ runs: [GlyphRun]) -> Bool {
    let text = runs.map(\.text).joined()
    return text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ")
  }
}
