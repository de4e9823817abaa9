import Figures
import Text

extension SVGElement {
  /// A grid of cells: few as one path for each colour, many as a picture with a dot for each.
  static func cells(_ cells: SceneCells, most: Int) -> [SVGElement] {
    guard cells.colours.count > most else { return paths(of: cells) }
    var bytes: [UInt8] = []
    for colour in cells.colours { bytes += [colour.red, colour.green, colour.blue, colour.alpha] }
    let picture = PNGFile.bytes(
      width: cells.columns, height: cells.rows, pixels: bytes, hasAlpha: true, resolution: 72)
    return [image(picture, in: cells.area, [.init("image-rendering", "pixelated")])]
  }

  /// A PNG file as a part of the page, stretched to its room.
  static func image(
    _ picture: [UInt8], in room: Rectangle, _ attributes: [Attribute] = []
  ) -> SVGElement {
    let place = zip(
      ["x", "y", "width", "height"], [room.left, room.top, room.width, room.height])
    return SVGElement(
      "image",
      place.map { .init($0, Hundredths($1)?.text ?? "0") }
        + [.init("preserveAspectRatio", "none")] + attributes
        + [.init("href", "data:image/png;base64," + Base64.text(of: picture))])
  }

  /// Neighbours of one colour in a row are one rectangle; edges are the same for all that share them.
  private static func paths(of cells: SceneCells) -> [SVGElement] {
    func edge(_ index: Int, of count: Int, _ start: Double, _ end: Double) -> Double {
      start + (end - start) * Double(index) / Double(count)
    }
    var (colours, paths, places) = ([Colour](), [PathData](), [Colour: Int]())
    for row in 0..<cells.rows {
      var column = 0
      while column < cells.columns {
        let colour = cells.colours[row * cells.columns + column]
        let first = column
        while column < cells.columns, cells.colours[row * cells.columns + column] == colour {
          column += 1
        }
        guard colour.alpha > 0 else { continue }
        let area = cells.area
        let rectangle = Rectangle(
          left: edge(first, of: cells.columns, area.left, area.right),
          top: edge(row, of: cells.rows, area.top, area.bottom),
          right: edge(column, of: cells.columns, area.left, area.right),
          bottom: edge(row + 1, of: cells.rows, area.top, area.bottom))
        if places[colour] == nil {
          places[colour] = colours.count
          colours.append(colour)
          paths.append(PathData())
        }
        if let place = places[colour] { paths[place].append(Path(rectangle)) }
      }
    }
    return zip(colours, paths).map { colour, data in
      var attributes = [Attribute("fill", colour.shortText)]
      if colour.alpha < 255 { attributes.append(.init("fill-opacity", colour.opacityText)) }
      attributes.append(.init("shape-rendering", "crispEdges"))
      return SVGElement("path", attributes + [.init("d", data.text)])
    }
  }
}
