import Glibc
import Optimisation

/// The two problems of the optimisation bench, over variables between 0 and 1.
enum Problem {
  case zdt1
  case dtlz2

  var variables: Int { self == .zdt1 ? 30 : 12 }

  var space: DecisionSpace {
    let decisions = (1...variables).map { Decision("x\($0)", .real(0...1)) }
    guard let space = try? DecisionSpace(decisions) else { fatalError("the unit cube is a space") }
    return space
  }

  func outcome(_ point: Point) -> Outcome {
    switch self {
    case .zdt1:
      let rest = point.dropFirst().reduce(0, +)
      let g = 1 + 9 * rest / Double(point.count - 1)
      return Outcome([point[0], g * (1 - (point[0] / g).squareRoot())])
    case .dtlz2:
      let g = 1 + point.dropFirst(2).reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) }
      let (first, second) = (point[0] * .pi / 2, point[1] * .pi / 2)
      return Outcome([g * cos(first) * cos(second), g * cos(first) * sin(second), g * sin(first)])
    }
  }
}
