public import Figures

/// Writes a scene as SVG: real text, real shapes and what they mean, small enough for a page of twenty.
///
///     SVGFile.text(of: scene, fonts: fonts)                       // a file of its own
///     SVGFile.inlineText(of: scene, idPrefix: "fig-3-")           // a part of an HTML page
///
/// Cairo's SVG writes letters as outlines whose names repeat in every file, so that two of them in
/// one page garble each other; hence our own. Nothing is drawn differently: places are true to a
/// two-hundredth of a point, lines are thinned by what nobody sees (``lineTolerance``), neighbouring
/// strokes of one look share a path. Each group says by `data-role`, `data-panel` and `data-series`
/// what it is, and each panel by `data-area`, `data-x-domain` and the like how to turn places back
/// into data.
public enum SVGFile {
  /// Draws an item as a PNG that fills a rectangle of the page, whose edges are whole points; nil when it
  /// cannot.
  public typealias Rasteriser = (SceneItem, Rectangle) -> [UInt8]?

  /// What is finer than this, in points, is left out of lines, as on paper.
  public static let lineTolerance = 0.1

  /// More markers in one item than this are drawn as a picture, where there is a rasteriser.
  public static let mostMarkers = 5000

  /// A file of its own: fixed light colours, its size in points, and its fonts within.
  ///
  /// - Parameters:
  ///   - scene: What to draw.
  ///   - fonts: The fonts to embed; without them the reader's own Inter, or another, is used.
  ///   - idPrefix: What every id in the file begins with.
  ///   - rasterise: Draws crowds of markers as pictures.
  /// - Returns: the whole file, the same for the same scene.
  public static func text(
    of scene: Scene, fonts: EmbeddedFonts? = nil, idPrefix: String = "fig-",
    rasterise: Rasteriser? = nil
  ) -> String {
    var writer = SVGSceneWriter(
      colours: .fixed(.light), idPrefix: idPrefix, rasterise: rasterise, mostCells: 2500)
    let size = [
      SVGElement.Attribute("xmlns", "http://www.w3.org/2000/svg"),
      .init("width", (Hundredths(scene.width)?.text ?? "0") + "pt"),
      .init("height", (Hundredths(scene.height)?.text ?? "0") + "pt"),
    ]
    let style = SVGElement("style", [], [.text((fonts?.css ?? "") + textRule("text"))])
    let root = writer.root(
      of: scene, size: size, style: style, family: fonts?.family ?? EmbeddedFonts.usualFamily)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.text + "\n"
  }

  /// A part of an HTML page: as wide as there is room up to 1.3 times its width on paper, in the page's colours.
  ///
  /// The page holds ``styleSheet`` and the fonts once.
  ///
  /// - Parameters:
  ///   - scene: What to draw.
  ///   - idPrefix: What every id begins with; another for each figure of the page.
  ///   - family: The font family, as the page's font rules name it.
  ///   - rasterise: Draws crowds of markers as pictures.
  /// - Returns: one `svg` element.
  public static func inlineText(
    of scene: Scene, idPrefix: String, family: String = EmbeddedFonts.usualFamily,
    rasterise: Rasteriser? = nil
  ) -> String {
    // A browser keeps the dots of a picture sharp, which takes a tenth of the bytes.
    var writer = SVGSceneWriter(
      colours: .followingPage, idPrefix: idPrefix, rasterise: rasterise, mostCells: 400)
    // On a screen the small type of paper wants to be larger; narrower than nearly full size it could not be
    // read at all, so a reader rather scrolls.
    let most = Hundredths(1.3 * scene.width)?.text ?? "0"
    let least = Hundredths(0.85 * scene.width)?.text ?? "0"
    let size = [
      SVGElement.Attribute("class", "fig"), .init("width", "100%"),
      .init("style", "max-width:\(most)pt;min-width:\(least)pt"),
    ]
    return writer.root(of: scene, size: size, style: nil, family: family).text + "\n"
  }

  /// The rules that a page with inline figures holds once; its variables are `--fig-ink`, `--fig-soft`,
  /// `--fig-grid`, `--fig-context` and `--fig-paper`.
  public static let styleSheet: String = {
    var rules = [".fig{display:block;height:auto}", textRule(".fig text")]
    for (name, colour) in named(.light) {
      let value = "var(--fig-\(name),\(colour.shortText))"
      rules.append(".fig-fill-\(name){fill:\(value)}.fig-stroke-\(name){stroke:\(value)}")
    }
    return rules.joined(separator: "\n") + "\n"
  }()

  /// The page's variables for a theme, to stand in a rule for `:root`.
  ///
  ///     SVGFile.variables(of: .dark)   // "--fig-ink:#ECECEC;--fig-soft:#A9A9A9;…"
  public static func variables(of theme: PageTheme) -> String {
    named(theme).map { "--fig-\($0):\($1.shortText);" }.joined()
  }

  private static func named(_ theme: PageTheme) -> [(String, Colour)] {
    [
      ("ink", theme.ink), ("soft", theme.softInk), ("grid", theme.grid),
      ("context", theme.context), ("paper", theme.paper),
    ]
  }

  /// A label reads in its own direction, and nothing of the page's type reaches into it.
  private static func textRule(_ selector: String) -> String {
    selector
      + "{unicode-bidi:plaintext;direction:ltr;letter-spacing:normal;word-spacing:normal;"
      + "font-variant:normal;font-feature-settings:normal;font-synthesis:none;text-transform:none}"
  }
}
