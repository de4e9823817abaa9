import Figures
import Testing

@Suite("A filmstrip")
struct FilmstripTests {
  /// A frame with one of each shape, a panel and a table.
  private func frame(_ number: Int, width: Double = 100, height: Double = 60) -> Scene {
    let area = Rectangle(left: 10, top: 5, right: 90, bottom: 50)
    let extent = TextExtent(width: 5, ascent: 5, descent: 1)
    let text = SceneText(RichText(plain: "(a)"), size: 8, at: Point(2, 8), extent: extent)
    return Scene(
      name: "frame", title: "Frame", alternativeText: "Hour \(number).", width: width,
      height: height,
      frames: [
        PanelFrame(
          area: area, x: Scale(.linear, domain: 0...10), y: Scale(.linear, domain: 0...1))
      ],
      items: [
        SceneItem(
          .mark,
          .path(Path(through: [Point(10, 5), Point(90, 50)]), fill: nil, stroke: nil), panel: 0,
          clip: area),
        SceneItem(
          .mark, .markers(SceneMarkers(.circle, at: [Point(50, 25)], sizes: [3], paints: [.ink])),
          panel: 0),
        SceneItem(.panelLetter, .text(text), panel: 0),
        SceneItem(.mark, .cells(SceneCells(area: area, columns: 1, colours: [.black]))),
      ], csv: "x,label\n\(number),\"a,b\"\n", losses: ["a label was left out"])
  }

  @Test("puts frames in columns and rows, as far apart as it is told")
  func grid() {
    let strip = Scene.filmstrip(of: (0..<5).map { frame($0) }, columns: 3, gap: 6)
    #expect(strip.width == 312 && strip.height == 126)
    #expect(strip.frames.map(\.area.left) == [10, 116, 222, 10, 116])
    #expect(strip.frames.map(\.area.top) == [5, 5, 5, 71, 71])
    #expect(strip.items.compactMap(\.panel) == (0..<5).flatMap { [$0, $0, $0] })
  }

  @Test("moves all that a frame holds by the same distance")
  func moves() throws {
    let one = frame(0)
    let strip = Scene.filmstrip(of: [frame(0), frame(1)], columns: 2, gap: 6)
    let boxes = strip.items.suffix(4).compactMap(\.box)
    for (moved, item) in zip(boxes, one.items) {
      let box = try #require(item.box)
      #expect(moved.left == box.left + 106 && moved.right == box.right + 106)
      #expect(moved.top == box.top && moved.bottom == box.bottom)
    }
    #expect(strip.items[4].clip?.left == 116)
    #expect(strip.frames[1].place(5, 0.5) == Point(156, 27.5))
  }

  @Test("gives a column the room of its widest frame, and a row that of its highest")
  func unequal() {
    let frames = [frame(0), frame(1, width: 120), frame(2, height: 90), frame(3)]
    let strip = Scene.filmstrip(of: frames, columns: 2, gap: 0)
    #expect(strip.width == 220 && strip.height == 150)
    #expect(strip.frames[3].area.left == 110 && strip.frames[3].area.top == 65)
  }

  @Test("spreads its columns over a page")
  func spread() {
    let frames = (0..<3).map { frame($0) }
    let strip = Scene.filmstrip(of: frames, columns: 3, width: 360)
    #expect(strip.width == 360)
    #expect(strip.frames.map(\.area.left) == [10, 140, 270])
    #expect(Scene.filmstrip(of: frames, columns: 9, gap: 0, width: 200).width == 300)
  }

  @Test("holds all tables as one, with the number of the frame")
  func table() {
    let strip = Scene.filmstrip(of: [frame(7), frame(8)], columns: 1)
    #expect(strip.csv == "frame,x,label\n1,7,\"a,b\"\n2,8,\"a,b\"\n")
    var other = frame(9)
    other.csv = "y\n1\n"
    #expect(
      Scene.filmstrip(of: [frame(7), other], columns: 1).csv == "x,label\n7,\"a,b\"\n\ny\n1\n")
  }

  @Test("says once what all frames say")
  func words() {
    let strip = Scene.filmstrip(of: [frame(1), frame(1), frame(2)], columns: 2)
    #expect(strip.alternativeText == "Hour 1. Hour 2.")
    #expect(strip.losses == ["a label was left out"])
  }
}
