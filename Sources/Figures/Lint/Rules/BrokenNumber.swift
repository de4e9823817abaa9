import Text

extension LintedScene {
  /// Words that programs write for numbers that are none.
  private static let words: Set<Substring> = ["nan", "NaN", "NAN", "inf", "Inf", "INF"]

  /// What our own and Swift's texts of such numbers look like.
  private static let phrases: Set<String> = [
    "not a number", "infinite", "-infinite", "\u{2212}infinite",
  ]

  /// Texts that say that a number is none.
  var brokenNumbers: [LintFinding] {
    texts.compactMap { text in
      let plain = text.text.text.plainText
      // What is cut short may have been another word.
      let said = plain.split { !$0.isLetter && !$0.isNumber && $0 != "…" }
      guard
        said.contains(where: Self.words.contains) || Self.phrases.contains(plain)
          || plain.contains("Optional(")
      else { return nil }
      return LintFinding(
        .brokenNumber,
        "\(words(text.index).capitalizedFirst)\(ofPanel(text.item.panel)) shows a number that "
          + "is none; leave it out or say why there is no value.",
        items: [text.index], box: text.box.box)
    }
  }
}
