import Figures
import Testing

@Suite("A mark") struct MarkDrawingTests {
  private func scene(
    _ x: Axis = Axis("Time", unit: "h", from: 0, to: 10),
    _ y: Axis = Axis("Power", unit: "kW", from: 0, to: 10), legend: LegendPlacement = .automatic,
    @MarkBuilder marks: () -> [Mark]
  ) -> Scene {
    Scene(
      Figure("marks", "Marks", legend: legend) { Panel(x: x, y: y, marks: marks) },
      measuredBy: EvenMeasure())
  }

  private func texts(_ scene: Scene, _ role: SceneItem.Role) -> [String] {
    scene.items.filter { $0.role == role }.compactMap {
      if case .text(let text) = $0.shape { text.text.plainText } else { nil }
    }
  }

  private func paths(_ scene: Scene, _ role: SceneItem.Role = .mark) -> [Path] {
    scene.items.filter { $0.role == role }.compactMap {
      if case .path(let path, _, _) = $0.shape { path } else { nil }
    }
  }

  @Test("on a track is drawn as far as the axis goes, and not at all beyond it")
  func spans() throws {
    let scene = scene(Axis("Time", unit: "h", from: 0, to: 10), .categories(["one"])) {
      Tracks([
        .init(0, from: -3, to: -0.01), .init(0, from: -1, to: 2), .init(0, from: 5, to: 5),
        .init(0, from: 10, to: 10), .init(0, from: 10.01, to: 12),
      ])
    }
    let area = try #require(scene.frames.first).area
    let boxes = paths(scene).compactMap { Rectangle(around: $0.points) }
    #expect(boxes.count == 3)
    #expect(boxes.allSatisfy { $0.left >= area.left && $0.right <= area.right })
    #expect(boxes.map(\.width).allSatisfy { $0 > 0.29 })
  }

  @Test("that is a contour is named with as many decimals as its level needs")
  func contours() {
    let places = (0...20).map(Double.init)
    let scene = scene {
      ContourLines(
        x: places, y: places, values: places.flatMap { y in places.map { $0 * y * 100 } },
        levels: [0.5, 10, 1000, 20_000], decimals: 1)
    }
    let names = Set(texts(scene, .value))
    #expect(!names.isEmpty && names.isSubset(of: ["0.5", "10", "1000", "20\u{202F}000"]))
  }

  @Test("that is a floating bar says whether it adds or takes away")
  func bars() {
    let scene = scene(.categories(["before", "more", "less"]), Axis("Cost", unit: "€")) {
      Bars(
        [.init("", [100, 20, -30])], bases: [0, 100, 120], values: true)
    }
    #expect(texts(scene, .label) == ["100", "+20", "\u{2212}30"])
  }

  @Test("that is an arrow has an arrow in the legend")
  func arrows() {
    func swatches(arrows: Bool) -> Int {
      let scene = scene(legend: .above) {
        Segments(
          fromX: [1, 2], fromY: [1, 2], toX: [3, 4], toY: [4, 5], series: "way", arrows: arrows)
      }
      return paths(scene, .legendSwatch).count
    }
    #expect(swatches(arrows: false) == 1)
    #expect(swatches(arrows: true) == 2)
  }

  @Test("that is a share of samples goes on to the frame unless some are censored")
  func shares() throws {
    func end(_ distribution: StepDistribution) throws -> Double {
      let scene = scene { distribution }
      let frame = try #require(scene.frames.first)
      let points = paths(scene).flatMap(\.points)
      let last = try #require(points.map(\.x).max())
      return (last - frame.area.left) / frame.area.width
    }
    #expect(try abs(end(StepDistribution([1, 2, 4])) - 1) < 1e-9)
    #expect(try abs(end(StepDistribution([1, 2, 4], survival: true)) - 1) < 1e-9)
    let censored = StepDistribution([1, 2, 4], censored: [false, false, true])
    #expect(try abs(end(censored) - 0.4) < 1e-9)
  }
}
