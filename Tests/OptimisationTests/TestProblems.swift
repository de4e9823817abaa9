import Foundation
import Optimisation

/// Problems with known fronts: Zitzler, Deb and Thiele 2000, doi:10.1162/106365600568202, and Deb,
/// Thiele, Laumanns and Zitzler 2005, doi:10.1007/1-84628-137-7_6.
enum TestProblem: CaseIterable {
  case zdt1, zdt2, zdt3, dtlz1, dtlz2

  var variables: Int {
    switch self {
    case .zdt1, .zdt2, .zdt3: 30
    case .dtlz1: 7
    case .dtlz2: 12
    }
  }

  var space: DecisionSpace {
    get throws { try DecisionSpace((1...variables).map { Decision("x\($0)", .real(0...1)) }) }
  }

  func outcome(_ point: Point) -> Outcome {
    switch self {
    case .zdt1, .zdt2, .zdt3: Outcome(zitzler(point))
    case .dtlz1:
      Outcome(
        plane(point, scale: 0.5 * (1 + 100 * (5 + point.dropFirst(2).reduce(0) { $0 + ridge($1) })))
      )
    case .dtlz2:
      Outcome(
        sphere(point, scale: 1 + point.dropFirst(2).reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) }))
    }
  }

  private func zitzler(_ x: Point) -> [Double] {
    let g = 1 + 9 * x.dropFirst().reduce(0, +) / Double(x.count - 1)
    let ratio = x[0] / g
    switch self {
    case .zdt2: return [x[0], g * (1 - ratio * ratio)]
    case .zdt3: return [x[0], g * (1 - ratio.squareRoot() - ratio * sin(10 * .pi * x[0]))]
    default: return [x[0], g * (1 - ratio.squareRoot())]
    }
  }

  private func ridge(_ x: Double) -> Double {
    (x - 0.5) * (x - 0.5) - cos(20 * .pi * (x - 0.5))
  }

  private func plane(_ x: Point, scale: Double) -> [Double] {
    [scale * x[0] * x[1], scale * x[0] * (1 - x[1]), scale * (1 - x[0])]
  }

  private func sphere(_ x: Point, scale: Double) -> [Double] {
    let (one, two) = (x[0] * .pi / 2, x[1] * .pi / 2)
    return [scale * cos(one) * cos(two), scale * cos(one) * sin(two), scale * sin(one)]
  }
}

extension PopulationSearch {
  /// The hypervolume of the last population, from 1.1 in every objective.
  var lastVolume: Double {
    let table = ObjectiveTable(population.map { designs[$0].objectives })
    return Hypervolume(reference: Array(repeating: 1.1, count: table.objectives)).volume(of: table)
  }
}

/// The middle of an odd number of values.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
