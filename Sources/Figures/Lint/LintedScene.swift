/// A scene with what several rules need to know of it.
struct LintedScene {
  let scene: Scene
  /// The texts that can be read, in the order of drawing.
  let texts: [PlacedText]

  /// How far texts may touch: the ink of most letters keeps away from the ends of the room.
  static let tolerance = 0.3

  /// A text with its place among the items.
  struct PlacedText {
    let index: Int
    let item: SceneItem
    let text: SceneText
    /// The room that must stay free.
    let box: TurnedRectangle
  }

  init(_ scene: Scene) {
    self.scene = scene
    texts = scene.items.enumerated().compactMap { index, item in
      guard case .text(let text) = item.shape, !text.text.isEmpty,
        let box = TurnedRectangle(text, shrunkBy: Self.tolerance)
      else { return nil }
      return PlacedText(index: index, item: item, text: text, box: box)
    }
  }

  /// The last item before a text that is opaque ground and lies under all of it, such as that of an inset.
  func lastCover(of box: TurnedRectangle, before item: Int) -> Int? {
    scene.items.indices.prefix(item).last { index in
      guard case .path(let path, let fill?, _) = scene.items[index].shape,
        scene.items[index].role == .background || fill == .paper,
        fill.colour(on: .light).alpha == 255, let room = path.flatBox,
        room.contains(box.box, tolerance: 0.5),
        scene.items[index].clip.map({ $0.contains(box.box, tolerance: 0.5) }) ?? true
      else { return false }
      return path.fills(box.centre) && box.corners.allSatisfy(path.grownFills)
    }
  }
}

extension Path {
  /// Whether a place is filled or at most half a point beside what is.
  fileprivate func grownFills(_ place: Point) -> Bool {
    [(0.0, 0.0), (0.5, 0), (-0.5, 0), (0, 0.5), (0, -0.5)].contains {
      fills(Point(place.x + $0.0, place.y + $0.1))
    }
  }
}
