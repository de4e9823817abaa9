/// Reads JSON strictly as RFC 8259 defines it.
///
/// There are no comments, no trailing commas and no `NaN`. Beyond the letter of the standard, a key that
/// stands twice, half a surrogate pair, a number that overflows to infinity and nesting
/// deeper than ``deepestNesting`` are failures. A whole number that does not fit an `Int` becomes a `Double`.
///
///     try JSONReader.read("{\"seed\": 7}")["seed"]?.json   // .integer(7)
///
/// Source: T. Bray, RFC 8259 (2017), doi:10.17487/RFC8259.
public enum JSONReader {
  /// How many arrays and objects may lie inside each other.
  public static let deepestNesting = 256

  /// Reads the one value of a text given as UTF-8.
  public static func read(_ bytes: some Collection<UInt8>) throws(JSONFailure) -> JSONNode {
    var parser = JSONParser(bytes)
    return try parser.parseText()
  }

  /// Reads the one value of a text.
  public static func read(_ text: String) throws(JSONFailure) -> JSONNode {
    try read(text.utf8)
  }
}
