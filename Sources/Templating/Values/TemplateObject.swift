import Text

/// Values by name, in the order in which they were put in.
///
///     let row: TemplateObject = ["site": "North", "open": true]
///     row["site"]   // .text("North")
public struct TemplateObject: Sendable {
  /// The keys in order.
  public private(set) var keys: [String] = []

  /// The values in the order of the keys.
  public private(set) var values: [TemplateValue] = []

  /// The place of each key, kept once the object is too large to be searched quickly.
  private var places: [String: Int] = [:]

  private static let searchedQuickly = 8

  /// Makes an object of members in order; each key may stand once.
  public init(_ members: some Sequence<(String, TemplateValue)> = []) {
    for (key, value) in members {
      precondition(self[key] == nil, "The key \(key.quoted) already stands in this object.")
      self[key] = value
    }
  }

  /// The value under a key; a new key goes to the end, and setting `nil` changes nothing.
  public subscript(key: String) -> TemplateValue? {
    get { place(of: key).map { values[$0] } }
    set {
      guard let newValue else { return }
      guard let place = place(of: key) else { return append(key, newValue) }
      values[place] = newValue
    }
  }

  private func place(of key: String) -> Int? {
    places.isEmpty ? keys.firstIndex(of: key) : places[key]
  }

  private mutating func append(_ key: String, _ value: TemplateValue) {
    keys.append(key)
    values.append(value)
    guard keys.count > Self.searchedQuickly else { return }
    if places.isEmpty {
      for (place, key) in keys.enumerated() { places[key] = place }
    } else {
      places[key] = keys.count - 1
    }
  }
}

extension TemplateObject: Equatable {
  /// Tells whether both have equal members in the same order.
  public static func == (left: TemplateObject, right: TemplateObject) -> Bool {
    left.keys == right.keys && left.values == right.values
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  /// Makes an object with its keys in the order written; each key may stand once.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(elements)
  }
}
