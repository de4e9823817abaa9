import Drawing
import Figures
import Foundation
import FoundationXML
import Testing

@Suite("An SVG file")
struct SVGFileTests {
  let scene = HandmadeScene.scene

  /// Both forms: a file of its own and a part of a page.
  static let forms: [@Sendable (Scene) -> String] = [
    { SVGFile.text(of: $0) }, { SVGFile.inlineText(of: $0, idPrefix: "one-") },
  ]

  private func root(_ text: String) throws -> XMLElement {
    try #require(try XMLDocument(xmlString: text).rootElement())
  }

  private func attributes(_ name: String, in text: String) throws -> [String] {
    try root(text).nodes(forXPath: "//@\(name)").compactMap(\.stringValue)
  }

  @Test("is XML whose texts are those of the scene, as they were written", arguments: 0..<2)
  func texts(form: Int) throws {
    let written = try root(Self.forms[form](scene)).nodes(forXPath: "//*[local-name()='text']")
      .compactMap(\.stringValue)
    let meant = scene.items.compactMap { item -> String? in
      guard case .text(let text) = item.shape else { return nil }
      return text.text.runs.map(\.text).joined()
    }
    #expect(written == meant)
    #expect(written.contains("</text><script>alert(1)</script> ]]> & \"A\""))
  }

  @Test("keeps blanks at the ends and double ones")
  func blanks() throws {
    let texts = try root(SVGFile.text(of: scene)).nodes(forXPath: "//*[@xml:space='preserve']")
    #expect(texts.map(\.stringValue) == ["  two  blanks "])
  }

  @Test("has a name and a description for those who cannot see it", arguments: 0..<2)
  func names(form: Int) throws {
    let text = Self.forms[form](scene)
    let root = try root(text)
    #expect(try attributes("role", in: text) == ["img"])
    let names = try #require(try attributes("aria-labelledby", in: text).first)
    let spoken = try names.split(separator: " ").map { name in
      try #require(try root.nodes(forXPath: "//*[@id='\(name)']").first?.stringValue)
    }
    #expect(spoken == [scene.title, scene.alternativeText])
  }

  @Test("shares no id with another figure of the page, and refers only to its own")
  func ids() throws {
    let page = ["a-", "b-", "a/ <\"", "a/ <'"].map { SVGFile.inlineText(of: scene, idPrefix: $0) }
    let ids = try page.flatMap { try attributes("id", in: $0) }
    #expect(ids.count == 12 && Set(ids).count == ids.count)
    for text in page {
      let own = Set(try attributes("id", in: text))
      for name in text.matches(of: /url\(#(.*?)\)/).map({ String($0.1) }) {
        #expect(own.contains(name))
      }
      #expect(own.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil })
    }
    #expect(try attributes("id", in: page[0]).allSatisfy { $0.hasPrefix("a-") })
  }

  @Test("says of every group what it is for")
  func purposes() throws {
    let text = SVGFile.inlineText(of: scene, idPrefix: "one-")
    let roles = Set(try attributes("data-role", in: text))
    #expect(roles == Set(scene.items.map(\.role.rawValue)))
    let series = Set(try attributes("data-series", in: text))
    #expect(series == Set(scene.items.compactMap(\.series)))
  }

  @Test("says of every panel how to turn places into data")
  func panels() throws {
    var scene = scene
    scene.frames.append(
      PanelFrame(
        area: HandmadeScene.cellArea, x: Scale(.symlog(threshold: 0.5), domain: -3...3),
        y: Scale(.timeOfDay, domain: 0...86_400), isYReversed: true))
    let root = try root(SVGFile.text(of: scene))
    let panels = try root.nodes(forXPath: "//*[@data-area]").compactMap { $0 as? XMLElement }
    let described = panels.map { panel in
      (panel.attributes ?? []).map { "\($0.name ?? "")=\($0.stringValue ?? "")" }.sorted()
    }
    #expect(
      described[0] == [
        "data-area=46 18 246 150", "data-panel=0", "data-x-domain=0 100", "data-x-kind=linear",
        "data-y-domain=0.1 1000", "data-y-kind=log10",
      ])
    #expect(
      described[1] == [
        "data-area=300 18 400 108", "data-panel=1", "data-x-domain=-3 3", "data-x-kind=symlog",
        "data-x-threshold=0.5", "data-y-domain=0 86400", "data-y-kind=time-of-day",
        "data-y-reversed=true",
      ])
  }

  @Test("writes numbers as short as they can be, never with an exponent, as NaN or minus zero")
  func numbers() throws {
    let odd = [0.001, -0.001, 1e-12, 1e12, -1e300, .nan, .infinity, 0.1 + 0.2, 17, -0.5, 9.999]
    var scene = scene
    for value in odd {
      let places = [Point(1, 2), Point(value, 3), Point(4, value), Point(5, 6)]
      scene.items.append(
        SceneItem(
          .mark,
          .path(Path(through: places), fill: .softInk, stroke: Stroke(.grid, width: value))))
      scene.items.append(
        SceneItem(
          .mark, .markers(SceneMarkers(.circle, at: places, sizes: [3], paints: [.ink]))))
    }
    let text = SVGFile.text(of: scene)
    let paths = try attributes("d", in: text)
    #expect(paths.count > 30)
    for path in paths {
      #expect(
        path.wholeMatch(of: /(?:[MlhvczM]|[ -]?(?:[1-9]\d*|0|(?:[1-9]\d*)?\.\d?[1-9]))+/) != nil)
      #expect(path.firstMatch(of: /-0(?![.\d])/) == nil)
    }
    #expect(!text.contains("nan") && !text.contains("inf"))
    #expect(paths.contains { $0.contains("M17 3") || $0.contains("l16 1") })
  }

  @Test("has the page's colours in the page and the light ones in a file")
  func colours() throws {
    let file = SVGFile.text(of: scene)
    #expect(!file.contains("var(") && !file.contains("class="))
    #expect(file.contains("#595959") && file.contains("stroke=\"#DADADA\""))
    let part = SVGFile.inlineText(of: scene, idPrefix: "one-")
    for colour in ["#000", "#FFF", "#595959", "#DADADA"] {
      #expect(!part.contains("\"\(colour)\""))
    }
    let used = Set(try attributes("class", in: part).flatMap { $0.split(separator: " ") })
    for name in used where name != "fig" {
      #expect(SVGFile.styleSheet.contains(".\(name){"))
    }
    #expect(used.contains("fig-stroke-grid") && used.contains("fig-fill-paper"))
    #expect(
      SVGFile.variables(of: .dark)
        == "--fig-ink:#ECECEC;--fig-soft:#A9A9A9;--fig-grid:#3A3D40;--fig-context:#5C6168;"
        + "--fig-paper:#16181A;")
  }

  @Test("lets a black that is seen through follow the page, and keeps how much is seen")
  func translucentBlack() {
    let black = Paint.colour(Colour.black.opacity(0.5))
    let ring = SceneMarkers(
      .circle, at: [Point(50, 50)], sizes: [8], paints: [black], isFilled: false, lineWidth: 1)
    let scene = Scene(
      name: "ring", title: "A ring", width: 100, height: 100,
      items: [SceneItem(.mark, .markers(ring), panel: 0)])
    let part = SVGFile.inlineText(of: scene, idPrefix: "one-")
    #expect(part.contains("class=\"fig-stroke-ink\" stroke-opacity=\".502\""))
    #expect(black.colour(on: .dark) == PageTheme.dark.ink.opacity(128.0 / 255))
    #expect(black.colour(on: .light) == Colour.black.opacity(0.5))
  }

  @Test("names equal clip rectangles once, and none where nothing is cut off")
  func clips() throws {
    let text = SVGFile.text(of: scene)
    #expect(text.matches(of: /<clipPath/).count == 1)
    let clipped = scene.items.filter { $0.clip != nil }.count
    #expect(text.matches(of: /clip-path=/).count < clipped)
  }

  @Test("draws a crowd of markers as the picture that it is given, and as shapes without one")
  func crowd() throws {
    var noise = SampleNoise(state: 3)
    let places = (0..<6000).map { _ in Point(50 + 190 * noise.next(), 20 + 120 * noise.next()) }
    func crowd(_ paint: Paint) -> Scene {
      var scene = Scene(name: "crowd", title: "Crowd", width: 300, height: 200)
      let markers = SceneMarkers(.circle, at: places, sizes: [2], paints: [paint])
      let clip = Rectangle(left: 60, top: 0, right: 300, bottom: 200)
      scene.items = [SceneItem(.mark, .markers(markers), series: "all", clip: clip)]
      return scene
    }
    var room: Rectangle?
    let picture: SVGFile.Rasteriser = { _, rectangle in
      room = rectangle
      return [1, 2, 3, 4]
    }
    let file = SVGFile.text(of: crowd(.ink), rasterise: picture)
    #expect(file.contains("href=\"data:image/png;base64,AQIDBA==\"") && file.utf8.count < 1500)
    #expect(room?.left == 60 && (room?.right ?? 0) > 239)
    let part = SVGFile.inlineText(of: crowd(.ink), idPrefix: "a-", rasterise: picture)
    #expect(part.contains("<mask id=\"a-stencil0\"") && part.contains("class=\"fig-fill-ink\""))
    let without = SVGFile.text(of: crowd(.ink), rasterise: { _, _ in nil })
    #expect(without.matches(of: /M[\d. ]+h0/).count == 6000 && !without.contains("<image"))
  }

  @Test("draws few cells as paths and many as a picture with one dot for each")
  func cells() throws {
    func cells(_ side: Int) -> Scene {
      let colours = (0..<side * side).map { Colour(red: UInt8($0 % 7), green: 0, blue: 9) }
      let grid = SceneCells(area: HandmadeScene.cellArea, columns: side, colours: colours)
      return Scene(
        name: "cells", title: "Cells", width: 420, height: 190,
        items: [SceneItem(.mark, .cells(grid))])
    }
    let few = try attributes("d", in: SVGFile.text(of: cells(50)))
    #expect(few.count == 7)
    let many = SVGFile.text(of: cells(51))
    #expect(many.contains("image-rendering=\"pixelated\"") && !many.contains("<path"))
    #expect(many.utf8.count < few.joined().utf8.count)
  }

  @Test("stays below 120 kB for four panels with 16 noisy lines of 1000 points")
  func size() {
    var items: [SceneItem] = []
    for line in 0..<16 {
      var noise = SampleNoise(state: UInt64(line))
      let (left, top) = (30 + 250 * Double(line / 4 % 2), 20 + 160 * Double(line / 8))
      let places = (0..<1000).map {
        Point(left + 0.205 * Double($0), top + 60 + Double(20 * (line % 4)) + 4 * noise.next())
      }
      items.append(
        SceneItem(
          .mark,
          .path(
            Path(through: places), fill: nil,
            stroke: Stroke(.colour(Palette.okabeIto.styles[line % 4].colour), width: 1)),
          panel: line / 4, series: "s\(line % 4)"))
    }
    let scene = Scene(name: "lines", title: "Lines", width: 510, height: 340, items: items)
    let bytes = SVGFile.inlineText(of: scene, idPrefix: "a-").utf8.count
    #expect(bytes < 120_000, "\(bytes)")
  }

  @Test("can be empty", arguments: 0..<2)
  func empty(form: Int) throws {
    let scene = Scene(name: "none", title: "", width: 0, height: 0)
    let root = try root(Self.forms[form](scene))
    #expect(try root.nodes(forXPath: "//*[local-name()='title']").map(\.stringValue) == ["none"])
  }

  @Test("has the same bytes every time", arguments: 0..<2)
  func sameBytes(form: Int) {
    #expect(Self.forms[form](scene) == Self.forms[form](HandmadeScene.scene))
  }
}
