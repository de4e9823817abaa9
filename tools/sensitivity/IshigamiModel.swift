package import AnalysisKit
package import Text

/// A formula whose sensitivities are known exactly: sin *x* + 7 sin² *y* + 0.1 *z*⁴ sin *x*, each variable between −π and π.
///
/// Ishigami and Homma 1990, doi:10.1109/ISUMA.1990.151285; what every program of this kind is checked with.
package struct IshigamiModel: RebuildableModel {
  /// What stands under `world` in its documents.
  package static let world = "formula"

  private static let (a, b) = (7.0, 0.1)

  static let factors = ["x", "y", "z"].map { name in
    Factor(name, key: name, .real(-Double.pi...Double.pi))
  }

  /// Its one number.
  package let measures = ["f"]

  /// What its results depend on.
  package var document: JSONObject {
    [
      "world": .string(Self.world), "name": "ishigami", "version": 1,
    ]
  }

  /// Makes the model.
  package init() {}

  /// Makes the model that has a document, of which there is one.
  package init(document: JSONObject) throws(ToolFailure) {
    guard document == self.document else {
      throw .input(
        InputFailure(
          file: "the study", keyPath: "document.name",
          problem: "this evtools knows only the formula ishigami, version 1"))
    }
  }

  /// Works out the formula.
  package func results(of design: [Double], replicates: [Int]) throws(ToolFailure) -> [[Double]] {
    let (first, second) = (Self.sine(design[0]), Self.sine(design[1]))
    let square = design[2] * design[2]
    let value = first + Self.a * second * second + Self.b * square * square * first
    return replicates.map { _ in [value] }
  }

  /// Returns the sine of an angle between −π and π, the same bits on every machine: Taylor's series on a quarter turn.
  private static func sine(_ angle: Double) -> Double {
    let x =
      angle > 0.5 * .pi ? .pi - angle : angle < -0.5 * .pi ? -.pi - angle : angle
    var sum = 0.0
    for degree in stride(from: 21.0, through: 3, by: -2) {
      sum = (1 + sum) * (-x * x / (degree * (degree - 1)))
    }
    return x * (1 + sum)
  }

  /// The exact shares of the variance.
  package static var exact: ExactIndices {
    let power = (Double.pi * Double.pi) * (Double.pi * Double.pi)
    let alone = 0.5 * (1 + b * power / 5) * (1 + b * power / 5)
    let second = a * a / 8
    let both = 8 * b * b * power * power / 225
    let variance = alone + second + both
    return ExactIndices(
      first: [alone, second, 0].map { $0 / variance },
      total: [alone + both, second, both].map { $0 / variance })
  }
}

/// The sensitivities of a formula, worked out on paper.
package struct ExactIndices: Sendable {
  /// What each factor decides alone.
  package let first: [Double]
  /// What it decides alone and with others.
  package let total: [Double]
}
