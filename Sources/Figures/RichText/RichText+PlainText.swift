extension RichText {
  /// The text in plain characters, for alternative texts and terminals.
  ///
  /// Scripts of digits and signs become Unicode's raised and lowered ones; others are set in
  /// parentheses behind `^` or `_`.
  ///
  ///     try RichText(markup: "CO_{2}, 10^{−3}, x^{max}").plainText   // "CO₂, 10⁻³, x^(max)"
  public var plainText: String {
    runs.map(Self.plainText).joined()
  }

  private static func plainText(of run: Run) -> String {
    guard let script = run.scripts.first else { return run.text }
    if run.scripts.count == 1, let shifted = shifted(run.text, script) { return shifted }
    let signs = run.scripts.map { $0 == .superscript ? "^(" : "_(" }.joined()
    return signs + run.text + String(repeating: ")", count: run.scripts.count)
  }

  private static func shifted(_ text: String, _ script: Script) -> String? {
    let table = script == .superscript ? raised : lowered
    var shifted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let place = plain.firstIndex(of: scalar) else { return nil }
      shifted.append(table[place])
    }
    return String(shifted)
  }

  private static let plain = Array("0123456789+-−=()".unicodeScalars)
  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾".unicodeScalars)
  private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎".unicodeScalars)
}
