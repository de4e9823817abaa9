import Drawing
import Figures
import Foundation
import Peers
import Testing

@Suite("An SVG file, beside other readers")
struct SVGPeerTests {
  @Test(
    "has the places of the scene in its paths, as FontTools reads them",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func places() throws {
    var noise = SampleNoise(state: 8)
    var scene = Scene(name: "paths", title: "Paths", width: 500, height: 500)
    for number in 0..<60 {
      // Steep enough that no place can be left out.
      var place = Point(10, 10)
      var path = Path([.move(place)])
      for step in 0..<(number % 12 + 1) {
        place = Point(place.x + 1 + 40 * noise.next(), step % 2 == 0 ? 200 + 99 * noise.next() : 9)
        path.steps.append(
          (number + step) % 5 == 0
            ? .curve(Point(place.x, 77.777), Point(noise.next(), 3), place) : .line(place))
      }
      if number % 3 == 0 { path.steps += [.close, .line(Point(400, 400 * noise.next()))] }
      if number % 4 == 0 { path.append(Path(circleAround: place, radius: 3.3333)) }
      scene.items.append(
        SceneItem(.mark, .path(path, fill: .softInk, stroke: nil), series: "\(number)"))
    }
    let data = SVGFile.text(of: scene).matches(of: /\sd="(.*?)"/).map { String($0.1) }
    let script = """
      import sys
      from fontTools.svgLib.path import parse_path
      from fontTools.pens.recordingPen import RecordingPen
      for line in open(sys.argv[1]).read().splitlines():
          if line:
              pen = RecordingPen()
              parse_path(line, pen)
              print(*(f"{c!r}" for name, points in pen.value for p in points for c in p))
      """
    let answers = try Peer.lines(from: script, cases: data).map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
    #expect(answers.count == 60)
    for (item, answer) in zip(scene.items, answers) {
      guard case .path(let path, _, _) = item.shape else { continue }
      // FontTools draws the closing line and begins again there: what is left are our places.
      let ours = path.points.flatMap { [$0.x, $0.y] }
      var rest = answer[...]
      for value in ours {
        while let next = rest.first, (next - value).magnitude > 0.006 { rest.removeFirst() }
        #expect(!rest.isEmpty, "\(item.series ?? "") lost \(value)")
        rest = rest.dropFirst()
      }
    }
  }

  @Test(
    "thins long lines by no more than is seen",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func thinning() throws {
    var noise = SampleNoise(state: 4)
    let hill = (0..<20_000).map { index in
      let x = Double(index) / 100
      return Point(x, 100 - (x - 100) * (x - 100) / 110 + (index < 5000 ? 0 : 0.2 * noise.next()))
    }
    let scene = Scene(
      name: "hill", title: "Hill", width: 200, height: 100,
      items: [
        SceneItem(
          .mark, .path(Path(through: hill), fill: nil, stroke: Stroke(.ink, width: 1)))
      ])
    let data = SVGFile.text(of: scene).matches(of: /\sd="(.*?)"/).map { String($0.1) }
    let script = """
      import sys
      from fontTools.svgLib.path import parse_path
      from fontTools.pens.recordingPen import RecordingPen
      pen = RecordingPen()
      parse_path(open(sys.argv[1]).read().strip(), pen)
      for name, points in pen.value:
          for p in points: print(p[0], p[1])
      """
    let kept = try Peer.lines(from: script, cases: data).map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }.map { Point($0[0], $0[1]) }
    #expect(kept.count < 6300, "\(kept.count)")
    let pieces = zip(kept, kept.dropFirst())
    for place in hill.enumerated().filter({ $0.offset % 50 == 0 }).map(\.element) {
      let distance = pieces.map { place.distance(fromLine: $0, $1) }.min()
      #expect(try #require(distance) < 0.12)
    }
  }

  @Test(
    "is a part of a page as html5lib reads it, twice, and hostile text stays text",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func html() throws {
    var scene = HandmadeScene.scene
    scene.title = "</title><script>alert(2)</script>"
    scene.alternativeText = "--><img src=x onerror=alert(3)>\u{1}\u{FFFF}"
    let page = try HTMLPage(of: [scene, scene])
    defer { page.remove() }
    let script = """
      import sys, html5lib
      parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=True)
      tree = parser.parse(open(sys.argv[1]).read().strip() and
                          open(open(sys.argv[1]).read().strip(), encoding='utf-8').read())
      svg, html = '{http://www.w3.org/2000/svg}', '{http://www.w3.org/1999/xhtml}'
      ids = [e.get('id') for e in tree.iter() if e.get('id')]
      print(len(ids), len(set(ids)))
      print(len(list(tree.iter(html + 'script'))) + len(list(tree.iter(svg + 'script')))
            + len(list(tree.iter(html + 'img'))))
      print(len(list(tree.iter(svg + 'clipPath'))), len(list(tree.iter(svg + 'svg'))))
      for text in tree.iter(svg + 'text'): print(''.join(text.itertext()))
      """
    let lines = try Peer.lines(from: script, cases: [page.path])
    #expect(Array(lines.prefix(3)) == ["6 6", "0", "2 2"])
    let texts = scene.items.compactMap { item -> String? in
      guard case .text(let text) = item.shape else { return nil }
      return text.text.runs.map(\.text).joined()
    }
    #expect(Array(lines.dropFirst(3)) == texts + texts)
  }

  @Test(
    "is as wide in a browser as the typesetter says, in its own fonts",
    .enabled(if: Browser.isThere, "\(Browser.missing)"))
  func widths() throws {
    let typesetter = try Typesetter(FontBook.inter())
    let texts = [
      "AVATAR Toffee, Wave", "10^{−3} kW·h^{-1}", "*E*_{grid} (€)", "10 -> 3x4 fi ffl",
      "αβγ ≤ 5 µm",
      "(a) «x»: 12:30–14:00", "R²=0.98", "Ärger → Öl", "CO_{2}^{*x*_{max}}",
    ]
    var scene = Scene(name: "texts", title: "Texts", width: 300, height: 200)
    for (row, markup) in texts.enumerated() {
      for text in [try RichText(markup: markup), try RichText(markup: markup).bold] {
        scene.items.append(
          SceneItem(
            .label,
            .text(
              SceneText(
                text, size: 8, at: Point(10, 20 + 12 * Double(row)),
                extent: typesetter.extent(of: text, size: 8)))))
      }
    }
    let fonts = try EmbeddedFonts(for: FontUse(of: [scene]), from: typesetter.fonts)
    let file = try TemporaryFile(SVGFile.text(of: scene, fonts: fonts), ending: "svg")
    defer { file.remove() }
    let lines = try Browser.lines(
      opening: file.path,
      """
      print(page.evaluate("[...document.fonts].map(f => f.status).join(' ')"))
      print(page.evaluate("document.fonts.check('12px Inter')"))
      for w in page.evaluate("[...document.querySelectorAll('text')].map(t => t.getComputedTextLength())"):
          print(w)
      """)
    #expect(lines.first == "loaded loaded loaded loaded" && lines.dropFirst().first == "True")
    let widths = lines.dropFirst(2).compactMap(Double.init)
    #expect(widths.count == scene.items.count)
    for (item, width) in zip(scene.items, widths) {
      guard case .text(let text) = item.shape else { continue }
      let share = width / text.extent.width
      #expect((share - 1).magnitude < 0.002, "\(text.text.plainText): \(share)")
    }
  }

  @Test(
    "looks in a browser as Cairo draws it",
    .enabled(if: Browser.isThere, "\(Browser.missing)"),
    arguments: [HandmadeScene.scene, HandmadeScene.crowd])
  func looks(scene: Scene) throws {
    let typesetter = try Typesetter(FontBook.inter())
    let fonts = try EmbeddedFonts(for: FontUse(of: [scene]), from: typesetter.fonts)
    let text = SVGFile.text(
      of: scene, fonts: fonts, rasterise: SVGFile.pictures(with: typesetter))
    let file = try TemporaryFile(text, ending: "svg")
    let drawn = try Raster(of: scene, with: typesetter, resolution: 192)
    let png = try TemporaryFile(
      PNGFile.bytes(
        width: drawn.width, height: drawn.height, pixels: drawn.pixels, resolution: 192),
      ending: "png")
    defer {
      file.remove()
      png.remove()
    }
    let lines = try Browser.lines(
      opening: file.path,
      """
      import io
      import numpy as np
      from PIL import Image
      shot = page.screenshot(clip=dict(x=0, y=0, width=560, height=256))
      a = np.asarray(Image.open(io.BytesIO(shot)).convert('RGB')).astype(float)
      b = np.asarray(Image.open(\(png.path.quotedForPython)).convert('RGB')).astype(float)

      d = np.abs(a - b).max(2)
      print(a.shape == b.shape, d.mean(), (d > 96).mean())
      """)
    let words = try #require(lines.first).split(separator: " ")
    #expect(words.first == "True")
    let differences = words.dropFirst().compactMap { Double($0) }
    #expect(differences.count == 2)
    #expect(differences[0] < 2.5 && differences[1] < 0.002, "\(differences)")
  }
}

extension Point {
  /// How far a place is from the nearest one between two others.
  fileprivate func distance(fromLine start: Point, _ end: Point) -> Double {
    let (alongX, alongY) = (end.x - start.x, end.y - start.y)
    let length = alongX * alongX + alongY * alongY
    let share = length > 0 ? ((x - start.x) * alongX + (y - start.y) * alongY) / length : 0
    let bounded = min(1, max(0, share))
    return distance(to: Point(start.x + bounded * alongX, start.y + bounded * alongY))
  }
}
