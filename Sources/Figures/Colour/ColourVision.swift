/// An eye: one with all cones, or one that lacks one kind.
///
/// Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), doi:10.1109/TVCG.2009.113, at severity 1.
///
///     ColourVision.deuteranopia.seen(LinearColour(.white)).colour   // white
public enum ColourVision: String, CaseIterable, Sendable {
  /// All three cones.
  case normal
  /// No medium cones: red and green look alike.
  case deuteranopia
  /// No long cones: red and green look alike, and red is dark.
  case protanopia
  /// No short cones: blue and green look alike.
  case tritanopia

  /// Returns what this eye sees of a light, in terms of what a normal eye sees.
  public func seen(_ light: LinearColour) -> LinearColour {
    guard let rows = matrix else { return light }
    func share(_ row: [Double]) -> Double {
      row[0] * light.red + row[1] * light.green + row[2] * light.blue
    }
    return LinearColour(red: share(rows[0]), green: share(rows[1]), blue: share(rows[2])).shown
  }

  /// Returns what this eye sees of a colour.
  public func seen(_ colour: Colour) -> Colour {
    var seen = seen(LinearColour(colour)).colour
    seen.alpha = colour.alpha
    return seen
  }

  private var matrix: [[Double]]? {
    switch self {
    case .normal: nil
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
