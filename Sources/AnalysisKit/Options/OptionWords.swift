internal import Text

extension OptionForm {
  /// What the option takes, in words: "a number of minutes".
  public func words(unit: String?) -> String {
    switch self {
    case .number: "a number" + (unit.map { " (\($0))" } ?? "")
    case .integer: "a whole number" + (unit.map { " (\($0))" } ?? "")
    case .flag: "true or false"
    case .text(let word): word
    case .path: "the path of a file"
    case .choice(let words): words.listed(conjunction: "or")
    case .either(let words, let other):
      (words + [other.words(unit: unit)]).listed(conjunction: "or")
    }
  }
}

extension OptionComplaint {
  /// What was written and what was possible, in one clause.
  public func words(unit: String?) -> String {
    let ofUnit = unit.map { " (\($0))" } ?? ""
    switch self {
    case .notANumber(let text): return "\(text.quoted) is not a number" + ofUnit
    case .notAWholeNumber(let text): return "\(text.quoted) is not a whole number" + ofUnit
    case .outOfRange(let text, let low, let high):
      return "\(text) is out of range: from \(low.shortestText) to \(high.shortestText)" + ofUnit
    case .notAChoice(let text, let choices):
      let near = NearestNames.of(text, among: choices)
      return "\(text.quoted) is none of \(choices.listed(conjunction: "and"))"
        + (near.isEmpty ? "" : "; did you mean \(near.map(\.quoted).listed(conjunction: "or"))?")
    case .malformed(let text, let takes): return "\(text.quoted) is not \(takes)"
    }
  }
}
