/// Why a value cannot become JSON, or JSON cannot become a value, and where.
///
///     panels[2].marks[0].x: expected a number, found "abc"
public struct JSONCodingFailure: Error, Equatable, Sendable {
  /// The way from the root to the place, such as `panels[2].marks[0].x`; empty for the root.
  public let path: String

  /// Where in the file the place is, if the JSON was read from one.
  public let position: TextPosition?

  /// What is wrong there.
  public let reason: Reason

  /// Makes a failure at a place.
  public init(path: String, position: TextPosition? = nil, reason: Reason) {
    (self.path, self.position, self.reason) = (path, position, reason)
  }

  /// What can be wrong with a value.
  public enum Reason: Equatable, Sendable {
    /// Something else stands where this was possible.
    case expected(String, found: String)
    /// An object lacks a member; some that it has are named nearly so.
    case missing(key: String, near: [String])
    /// A name is none of those known: of the members that somebody asked for, or of the choices.
    case unknown(String, known: [String])
    /// An array ends before everything was read.
    case endsEarly(count: Int)
    /// Arrays and objects lie deeper inside each other than is coded.
    case nestedTooDeeply(limit: Int)
    /// The type says in its own words why it cannot take the value.
    case refused(String)
  }
}

extension JSONCodingFailure: CustomStringConvertible {
  /// The failure as one sentence that begins with the path.
  public var description: String {
    path.isEmpty ? reason.description : path + ": " + reason.description
  }
}

extension JSONCodingFailure.Reason: CustomStringConvertible {
  /// The reason in words, such as `expected a number, found "abc"`.
  public var description: String {
    switch self {
    case .expected(let expectation, let found): "expected \(expectation), found \(found)"
    case .missing(let key, let near):
      "\(key.quoted) is missing"
        + (near.isEmpty ? "" : "; is it what \(near[0].quoted) was meant to be?")
    case .unknown(let name, let known):
      "there is no \(name.quoted) here" + Self.advice(name, known)
    case .endsEarly(let count):
      "the array has only \(count.counted("value", "values")), but more were expected"
    case .nestedTooDeeply(let limit):
      "arrays and objects are nested more than \(limit) deep, which is not coded"
    case .refused(let words): words
    }
  }

  private static func advice(_ name: String, _ known: [String]) -> String {
    let near = NearestNames.of(name, among: known)
    guard near.isEmpty else {
      return "; did you mean \(near.map(\.quoted).listed(conjunction: "or"))?"
    }
    return known.isEmpty ? "" : "; possible are \(known.map(\.quoted).listed(conjunction: "and"))"
  }
}
