public import Figures

/// Which characters are set in which style of type: what a page needs of its fonts.
///
///     var use = FontUse(of: scenes)
///     use.add("A page with two figures")
public struct FontUse: Equatable, Sendable {
  /// The characters of the four styles: upright, bold, italic, bold italic.
  private(set) var scalars = [Set<Unicode.Scalar>](repeating: [], count: 4)

  /// Begins with nothing.
  public init() {}

  /// Collects what scenes write.
  public init(of scenes: [Scene]) {
    for scene in scenes { add(scene) }
  }

  /// Adds what a scene writes.
  public mutating func add(_ scene: Scene) {
    for item in scene.items {
      guard case .text(let text) = item.shape else { continue }
      for run in text.text.runs { add(run.text, isBold: run.isBold, isItalic: run.isItalic) }
    }
  }

  /// Adds a text in one style.
  public mutating func add(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
    scalars[(isBold ? 1 : 0) + (isItalic ? 2 : 0)].formUnion(text.unicodeScalars)
  }
}
