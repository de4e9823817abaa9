package import AnalysisKit
import Text

/// The levels of a sweep as the command line writes them: `30,60,90`, or `30-300:30`.
package struct Levels: OptionValue {
  /// The levels, ascending.
  package let values: [Double]
  package let optionText: String

  package static let form = OptionForm.text("LEVEL,…")

  /// Takes levels that ascend.
  init(_ values: [Double]) {
    self.values = values
    optionText = values.map(\.shortestText).joined(separator: ",")
  }

  package init(optionText text: String) throws(OptionComplaint) {
    let complaint = OptionComplaint.malformed(
      text, takes: "levels that ascend, such as 30,60,90 or 30-300:30")
    let levels: [Double]
    switch try FactorRange(optionText: text).values {
    case .whole(let range, let step):
      levels = stride(from: range.lowerBound, through: range.upperBound, by: step).map(Double.init)
    case .real(let range, let step?):
      // A little beyond the end, so that rounding does not cut off the last level.
      let count = ((range.upperBound - range.lowerBound) / step + 1e-9).rounded(.down)
      guard count < Double(Self.most) else { throw complaint }
      levels = (0...Int(count)).map { range.lowerBound + Double($0) * step }
    case .real(let range, nil):
      guard range.lowerBound == range.upperBound else { throw complaint }
      levels = [range.lowerBound]
    case .choice(let list): levels = list.compactMap(\.number)
    }
    guard levels.count <= Self.most, zip(levels, levels.dropFirst()).allSatisfy(<) else {
      throw complaint
    }
    values = levels
    optionText = text
  }

  /// The most levels that a sweep takes.
  private static let most = 200
}
