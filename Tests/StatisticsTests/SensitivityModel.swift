import Foundation

/// Functions of the unit cube whose shares of variance are known exactly.
enum SensitivityModel {
  /// Ishigami and Homma's function with *a* = 7 and *b* = 0.1.
  static func ishigami(_ point: [Double]) -> Double {
    let x = point.map { Double.pi * (2 * $0 - 1) }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
  }

  static let ishigamiFirst = [0.313905, 0.442411, 0]
  static let ishigamiTotal = [0.557589, 0.442411, 0.243684]
  static let ishigamiVariance = 13.844588

  /// Sobol's g-function: the smaller a weight, the more its factor matters.
  static func g(_ weights: [Double], _ point: [Double]) -> Double {
    zip(weights, point).reduce(1) { $0 * (($1.1 * 4 - 2).magnitude + $1.0) / (1 + $1.0) }
  }

  /// The exact indices of the g-function.
  static func gIndices(_ weights: [Double]) -> (first: [Double], total: [Double]) {
    let parts = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    return (parts.map { $0 / (product - 1) }, parts.map { $0 * product / (1 + $0) / (product - 1) })
  }
}
