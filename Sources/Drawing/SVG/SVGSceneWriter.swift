import Figures
import Text

/// Turns a scene into elements; counts the clip rectangles that it needs on the way.
struct SVGSceneWriter {
  let colours: SVGColours
  let idPrefix: String
  let rasterise: SVGFile.Rasteriser?
  /// More cells than this are a picture.
  let mostCells: Int
  private var clips: [[Hundredths]] = []
  private var masks: [SVGElement] = []

  init(
    colours: SVGColours, idPrefix: String, rasterise: SVGFile.Rasteriser?, mostCells: Int
  ) {
    (self.colours, self.rasterise, self.mostCells) = (colours, rasterise, mostCells)
    self.idPrefix = idPrefix.fitForIdentifiers
  }

  /// The whole drawing.
  mutating func root(
    of scene: Scene, size: [SVGElement.Attribute], style: SVGElement?, family: String
  ) -> SVGElement {
    let title = scene.title.isEmpty ? scene.name : scene.title
    var heads = [SVGElement("title", [.init("id", idPrefix + "title")], [.text(title)])]
    if !scene.alternativeText.isEmpty {
      heads.append(
        SVGElement("desc", [.init("id", idPrefix + "desc")], [.text(scene.alternativeText)]))
    }
    let names = heads.compactMap { $0["id"] }.joined(separator: " ")
    let body = groups(of: scene.items)
    let frames = scene.frames.enumerated().map { SVGElement(frame: $1, of: $0) }
    let box = [scene.width, scene.height].map { Hundredths($0)?.text ?? "0" }
    let attributes: [SVGElement.Attribute] =
      size + [
        .init("viewBox", "0 0 " + box.joined(separator: " ")), .init("role", "img"),
        .init("aria-labelledby", names), .init("font-family", family.quotedFamily + ",sans-serif"),
        .init("font-weight", "400"), .init("font-style", "normal"),
        .init("text-rendering", "geometricPrecision"), .init("fill", "none"),
        .init("stroke-miterlimit", "10"),
      ]
    let children = heads + [style].compactMap { $0 } + definitions + frames + body
    return SVGElement("svg", attributes, children.map(SVGElement.Node.element))
  }

  private var definitions: [SVGElement] {
    let paths = clips.enumerated().map { number, edges in
      let sides = zip(["x", "y", "width", "height"], edges).map {
        SVGElement.Attribute($0, $1.text)
      }
      return SVGElement(
        "clipPath", [.init("id", clipName(number))], [.element(SVGElement("rect", sides))])
    }
    let all = paths + masks
    return all.isEmpty ? [] : [SVGElement("defs", [], all.map(SVGElement.Node.element))]
  }

  private func clipName(_ number: Int) -> String { idPrefix + "clip\(number)" }

  /// Neighbours that are for the same thing become one group.
  private mutating func groups(of items: [SceneItem]) -> [SVGElement] {
    var groups: [SVGElement] = []
    var start = 0
    while start < items.count {
      let first = items[start]
      var elements: [SVGElement] = []
      var end = start
      while end < items.count, items[end].belongs(with: first) {
        for element in self.elements(of: items[end]) { elements.appendMerging(element) }
        end += 1
      }
      start = end
      if !elements.isEmpty {
        groups.append(SVGElement(grouping: elements, first.purpose))
      }
    }
    return groups
  }

  private mutating func elements(of item: SceneItem) -> [SVGElement] {
    var elements = shapes(of: item)
    guard !elements.isEmpty, let clip = clipping(item) else { return elements }
    for index in elements.indices {
      elements[index].attributes.insert(.init("clip-path", clip), at: 0)
    }
    return elements
  }

  private mutating func shapes(of item: SceneItem) -> [SVGElement] {
    switch item.shape {
    case .path(let path, let fill, let stroke):
      let data = PathData(path.simplified(tolerance: SVGFile.lineTolerance)).text
      guard !data.isEmpty, fill != nil || stroke != nil else { return [] }
      var attributes = colours.attributes(fill: fill, stroke: stroke)
      if fill != nil, path.mayCrossItself { attributes.append(.init("fill-rule", "evenodd")) }
      return [SVGElement("path", attributes + [.init("d", data)])]
    case .markers(let markers):
      return picture(of: markers, in: item) ?? SVGElement.markers(markers, colours: colours)
    case .text(let text):
      return text.text.isEmpty ? [] : [SVGElement(text: text, colours: colours)]
    case .cells(let cells): return SVGElement.cells(cells, most: mostCells)
    }
  }

  /// A crowd of markers as a picture; where its one paint follows the page, the picture is a stencil.
  private mutating func picture(of markers: SceneMarkers, in item: SceneItem) -> [SVGElement]? {
    guard markers.places.count > SVGFile.mostMarkers, let rasterise,
      let box = item.box, let seen = box.intersection(item.clip ?? box)
    else { return nil }
    let room = seen.grownToWholePoints
    let following = markers.paints.contains { colours.pageName(of: $0) != nil }
    guard !following || markers.paints.count == 1, let bytes = rasterise(item, room) else {
      return nil
    }
    let image = SVGElement.image(bytes, in: room)
    guard following else { return [image] }
    let name = idPrefix + "stencil\(masks.count)"
    let size = zip(["x", "y", "width", "height"], [room.left, room.top, room.width, room.height])
    let sides = size.map { SVGElement.Attribute($0, Hundredths($1)?.text ?? "0") }
    masks.append(
      SVGElement(
        "mask",
        [.init("id", name), .init("maskUnits", "userSpaceOnUse"), .init("mask-type", "alpha")]
          + sides, [.element(image)]))
    // The stencil already lets through what is seen through the markers.
    let ink = if case .colour = markers.paint(0) { Paint.ink } else { markers.paint(0) }
    let paint = colours.attributes(fill: ink, stroke: nil)
    return [SVGElement("rect", sides + paint + [.init("mask", "url(#\(name))")])]
  }

  /// The reference to an item's clip rectangle; nil when nothing of it is cut off.
  private mutating func clipping(_ item: SceneItem) -> String? {
    guard let clip = item.clip, let box = item.box, !clip.contains(box) else { return nil }
    let edges = [clip.left, clip.top, clip.right, clip.bottom].compactMap(Hundredths.init)
    guard edges.count == 4 else { return nil }
    let size = [edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]]
    if let known = clips.firstIndex(of: size) { return "url(#\(clipName(known)))" }
    clips.append(size)
    return "url(#\(clipName(clips.count - 1)))"
  }
}

extension SceneItem {
  fileprivate func belongs(with other: SceneItem) -> Bool {
    role == other.role && panel == other.panel && series == other.series
  }

  /// What it is for, as attributes.
  fileprivate var purpose: [SVGElement.Attribute] {
    var purpose = [SVGElement.Attribute("data-role", role.rawValue)]
    if let panel { purpose.append(.init("data-panel", String(panel))) }
    if let series { purpose.append(.init("data-series", series)) }
    return purpose
  }
}

extension Rectangle {
  /// The least rectangle around this one whose edges are whole points, so that a picture has whole dots.
  fileprivate var grownToWholePoints: Rectangle {
    Rectangle(
      left: left.rounded(.down), top: top.rounded(.down), right: right.rounded(.up),
      bottom: bottom.rounded(.up))
  }
}

extension Path {
  /// Whether the even-odd rule could say anything else than the usual one.
  fileprivate var mayCrossItself: Bool {
    steps.count > 5
  }
}

extension [SVGElement] {
  /// Adds an element; a stroke of the same look as the one before continues it.
  fileprivate mutating func appendMerging(_ element: SVGElement) {
    guard let last, last.isPlainStroke, element.isPlainStroke,
      last.attributes.dropLast() == element.attributes.dropLast(),
      let start = last["d"], let rest = element["d"]
    else {
      append(element)
      return
    }
    self[count - 1].attributes[last.attributes.count - 1].value = start + rest
  }
}

extension SVGElement {
  /// Whether it is a path that is only drawn, and hides what is below: two may be one.
  fileprivate var isPlainStroke: Bool {
    guard name == "path", attributes.last?.name == "d" else { return false }
    let classes = self["class"] ?? ""
    let isDrawn = self["stroke"] != nil || classes.contains("fig-stroke-")
    let isFilled = self["fill"] != nil || classes.contains("fig-fill-")
    return isDrawn && !isFilled && self["stroke-opacity"] == nil
  }

  /// The place and the scales of a panel.
  init(frame: PanelFrame, of panel: Int) {
    let area = [frame.area.left, frame.area.top, frame.area.right, frame.area.bottom]
    self.init(
      "g",
      [
        .init("data-panel", String(panel)),
        .init("data-area", area.map(\.shortestText).joined(separator: " ")),
      ] + Self.axis("x", frame.x, isReversed: frame.isXReversed)
        + Self.axis("y", frame.y, isReversed: frame.isYReversed))
  }

  private static func axis(_ name: String, _ scale: Scale, isReversed: Bool) -> [Attribute] {
    let domain = [scale.domain.lowerBound, scale.domain.upperBound].map(\.shortestText)
    var attributes: [Attribute] = []
    func add(_ property: String, _ value: String) {
      attributes.append(.init("data-\(name)-\(property)", value))
    }
    switch scale.kind {
    case .linear: add("kind", "linear")
    case .log10: add("kind", "log10")
    case .symlog(let threshold):
      add("kind", "symlog")
      add("threshold", threshold.shortestText)
    case .timeOfDay: add("kind", "time-of-day")
    case .date: add("kind", "date")
    }
    add("domain", domain.joined(separator: " "))
    if isReversed { add("reversed", "true") }
    return attributes
  }
}

extension String {
  /// The text with everything that an id in a reference cannot hold written as its number.
  fileprivate var fitForIdentifiers: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": String(scalar)
      default: "_" + String(scalar.value, radix: 16) + "_"
      }
    }.joined()
  }
}
