internal import Text

/// The values of a factor as the command line writes them: `8`, `2-16`, `0-500:100`, or `2,4,8`.
public struct FactorRange: OptionValue {
  /// What the factor may be.
  public let values: Factor.Values
  /// As it was written.
  public let optionText: String

  /// The form for the help.
  public static var form: OptionForm { .text("LOW-HIGH[:STEP]") }

  /// Reads a value, a range or a list.
  public init(optionText text: String) throws(OptionComplaint) {
    let complaint = OptionComplaint.malformed(
      text, takes: "a number, a range such as 2-16 or 0-500:100, or a list such as 2,4,8")
    optionText = text
    let list = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if list.count > 1 {
      values = .choice(
        try list.map { (part) throws(OptionComplaint) in
          guard let number = Self.number(part) else { throw complaint }
          return number
        })
      return
    }
    let halves = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard halves.count <= 2, ends.count <= 2, let low = Self.number(ends[0]),
      let high = Self.number(ends[ends.count - 1]),
      let step = Self.number(halves.count == 2 ? halves[1] : "1"),
      let from = low.number, let to = high.number, let width = step.number, from <= to, width > 0
    else { throw complaint }
    if case (.integer(let low), .integer(let high), .integer(let step)) = (low, high, step) {
      values = .whole(low...high, step: step)
    } else {
      values = .real(from...to, step: halves.count == 2 ? width : nil)
    }
  }

  /// Takes whole numbers at equal steps.
  public init(_ range: ClosedRange<Int>, step: Int = 1) {
    values = .whole(range, step: step)
    let ends = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    optionText = ends + (step == 1 ? "" : ":\(step)")
  }

  private static func number(_ text: String) -> JSON? {
    if let whole = Int(strictText: text) { return .integer(whole) }
    return Double(strictText: text).map { .number($0) }
  }
}
