extension String {
  /// The text with each percent sign kept on the line of its number.
  ///
  ///     "95 % wait".keepingPercent   // "95\u{A0}% wait"
  var keepingPercent: String {
    guard contains(" %") else { return self }
    var text: [Character] = []
    for character in self {
      if character == "%", text.last == " ", text.dropLast().last?.isNumber == true {
        text[text.count - 1] = "\u{A0}"
      }
      text.append(character)
    }
    return String(text)
  }
}
