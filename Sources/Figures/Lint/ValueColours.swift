/// The colours by which a panel shows values, which no series is known by.
struct ValueColours {
  private let bar: [Colour]

  /// Takes the colours of the colour bars of a panel, and those of the whole figure.
  init(_ scene: Scene, panel: Int?) {
    bar = scene.items.flatMap { item -> [Colour] in
      guard item.role == .colourBar, item.panel == panel || item.panel == nil,
        case .cells(let cells) = item.shape
      else { return [] }
      return cells.colours
    }
  }

  /// Whether a colour stands for a value or for a missing one.
  func contains(_ colour: Colour) -> Bool {
    var opaque = colour
    opaque.alpha = 255
    return opaque == ColourMap.missing || bar.contains { Self.areNear($0, opaque) }
  }

  /// The steps of a colour bar are coarser than those between values.
  private static func areNear(_ one: Colour, _ other: Colour) -> Bool {
    [(one.red, other.red), (one.green, other.green), (one.blue, other.blue)].allSatisfy {
      abs(Int($0.0) - Int($0.1)) <= 4
    }
  }
}
