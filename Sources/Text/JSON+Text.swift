extension JSON {
  /// The value on one line without blanks; the same value always gives the same text.
  ///
  /// Numbers are the shortest text that reads back as the same value (``Swift/Double/shortestText``);
  /// what is not finite, which JSON cannot say, becomes `null`.
  ///
  ///     (["seed": 7, "load": 0.1] as JSON).compactText   // {"seed":7,"load":0.1}
  public var compactText: String {
    var writer = JSONWriter(style: .compact)
    writer.write(self)
    return writer.text
  }

  /// The value for people to read, indented by two blanks, with a line feed at the end.
  ///
  /// An array without arrays or objects inside stays on one line when that line has at most 100 characters.
  public var prettyText: String {
    var writer = JSONWriter(style: .pretty)
    writer.write(self)
    return writer.text + "\n"
  }
}
