import Numerics
import Text

extension Cells: PanelContent {
  var legendKeys: [LegendKey] { [] }
  var channel: (colours: ColourChannel, values: [Double])? { (colours, values) }

  func extend(_ reach: inout Reach) {
    reach.x.take(Self.edges(x))
    reach.y.take(Self.edges(y))
  }

  /// The edges of cells whose middles are given: half way to the neighbours, as far out at the ends.
  static func edges(_ middles: [Double]) -> [Double] {
    guard let first = middles.first, let last = middles.last else { return [] }
    guard middles.count > 1 else { return [first - 0.5, first + 0.5] }
    let between = zip(middles, middles.dropFirst()).map { ($0 + $1) / 2 }
    return [first - (between[0] - first)] + between + [last + (last - between[between.count - 1])]
  }

  /// Whether neighbours are all as far apart, so that the cells are pixels.
  private static func areEven(_ places: [Double]) -> Bool {
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    guard let least = steps.min(), let most = steps.max() else { return true }
    return most - least <= 0.02 * most
  }

  func draw(on canvas: inout Canvas, colours range: ColourRange?) {
    guard let range, !x.isEmpty, !y.isEmpty else { return }
    let left = Self.edges(x).map { canvas.frame.horizontal($0) ?? .nan }
    let bottom = Self.edges(y).map { canvas.frame.vertical($0) ?? .nan }
    guard (left + bottom).allSatisfy(\.isFinite) else {
      return canvas.lose("cells that have no place on the axes")
    }
    func colour(_ column: Int, _ row: Int) -> Colour {
      let index = row * x.count + column
      guard index < values.count, values[index].isFinite else { return ColourMap.missing }
      return range.colour(of: colours.shown(values[index]), in: colours.map)
    }
    let isEven = Self.areEven(left.sorted()) && Self.areEven(bottom.sorted())
    if isEven,
      let area = Rectangle(around: [
        Point(left[0], bottom[0]), Point(left[x.count], bottom[y.count]),
      ])
    {
      // Rows of a picture go downward, columns to the right, whichever way the axes run.
      let columns = left[0] < left[x.count] ? Array(x.indices) : x.indices.reversed()
      let rows = bottom[0] < bottom[y.count] ? Array(y.indices) : y.indices.reversed()
      canvas.draw(
        SceneCells(
          area: area, columns: x.count,
          colours: rows.flatMap { row in columns.map { colour($0, row) } }))
    } else {
      for row in y.indices {
        for column in x.indices {
          let corners = [
            Point(left[column], bottom[row]), Point(left[column + 1], bottom[row + 1]),
          ]
          guard let box = Rectangle(around: corners) else { continue }
          canvas.draw(.mark, Path(box.grown(by: 0.05)), fill: .colour(colour(column, row)))
        }
      }
    }
    if showsValues { writeValues(left, bottom, colour, on: &canvas) }
  }

  private func writeValues(
    _ left: [Double], _ bottom: [Double], _ colour: (Int, Int) -> Colour, on canvas: inout Canvas
  ) {
    var texts: [SceneText] = []
    for row in y.indices {
      for column in x.indices {
        let index = row * x.count + column
        guard index < values.count, values[index].isFinite else { continue }
        let text = RichText(plain: TickLabels.text(values[index], decimals: decimals))
        let centre = Point(
          (left[column] + left[column + 1]) / 2,
          (bottom[row] + bottom[row + 1]) / 2 + canvas.middleDrop())
        texts.append(
          canvas.text(text, at: centre, paint: .colour(colour(column, row).readableInk.solidInk)))
        let room = (left[column + 1] - left[column]).magnitude - 2
        let height = (bottom[row + 1] - bottom[row]).magnitude - 2
        guard texts[texts.count - 1].extent.width <= room,
          texts[texts.count - 1].extent.height <= height
        else { return canvas.lose("the numbers in the cells, which are too small for them") }
      }
    }
    for text in texts { canvas.write(.value, text) }
  }

  func record(in table: inout TidyTable) {
    let count = x.count * y.count
    table.add(
      "cell", series: nil,
      numbers: [
        ("x", (0..<count).map { x[$0 % x.count] }), ("y", (0..<count).map { y[$0 / x.count] }),
        ("value", Array(values.prefix(count))),
      ])
  }
}

extension ColourChannel {
  /// The number that the colour goes by.
  func shown(_ value: Double) -> Double {
    guard isLogarithmic else { return value }
    return value > 0 ? Double.log(value) : .nan
  }

  /// The range of the colours for some values.
  func range(for values: [Double]) -> ColourRange {
    var shown = values.map { self.shown($0) }.filter(\.isFinite)
    if let from, self.shown(from).isFinite {
      shown = shown.filter { $0 >= self.shown(from) } + [self.shown(from)]
    }
    if let to, self.shown(to).isFinite {
      shown = shown.filter { $0 <= self.shown(to) } + [self.shown(to)]
    }
    guard let centre, self.shown(centre).isFinite else { return ColourRange(covering: shown) }
    return ColourRange(covering: shown, centre: self.shown(centre))
  }
}

extension Colour {
  /// Black that stays black on a dark page, for text on a colour of its own.
  var solidInk: Colour { self == .black ? Colour(rgb: 0x010101) : self }
}
