/// JSON values by name, in the order in which they were put in.
///
///     var settings: JSONObject = ["seed": 7]
///     settings["runs"] = 20
///     settings.keys   // ["seed", "runs"]
public struct JSONObject: Sendable {
  /// The keys in order.
  public private(set) var keys: [String] = []

  /// The values in the order of the keys.
  public private(set) var values: [JSON] = []

  /// The place of each key, kept once the object is too large to be searched quickly.
  private var places: [ExactText: Int] = [:]

  private static let searchedQuickly = 8

  /// Makes an object without members.
  public init() {}

  /// Makes an object of members in order; each key may stand once.
  public init(_ members: some Sequence<(String, JSON)>) {
    for (key, value) in members { append(key, value) }
  }

  /// How many members there are.
  public var count: Int { keys.count }

  /// Whether there is no member.
  public var isEmpty: Bool { keys.isEmpty }

  /// The value under a key; a new key goes to the end, and setting `nil` takes the member out.
  public subscript(key: String) -> JSON? {
    get { place(of: key).map { values[$0] } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): add(key, value)
      case (nil, nil): break
      }
    }
  }

  /// Adds a member at the end; the key must be new.
  public mutating func append(_ key: String, _ value: JSON) {
    precondition(place(of: key) == nil, "The key \(key.quoted) already stands in this object.")
    add(key, value)
  }

  /// Takes over the members of another object, whose values win; new keys go to the end.
  public mutating func merge(_ other: JSONObject) {
    for (key, value) in other { self[key] = value }
  }

  /// Returns this object with the members of another, whose values win.
  public func merging(_ other: JSONObject) -> JSONObject {
    var merged = self
    merged.merge(other)
    return merged
  }

  private func place(of key: String) -> Int? {
    guard places.isEmpty else { return places[ExactText(key)] }
    return keys.firstIndex { $0.utf8.elementsEqual(key.utf8) }
  }

  private mutating func add(_ key: String, _ value: JSON) {
    keys.append(key)
    values.append(value)
    if !places.isEmpty {
      places[ExactText(key)] = keys.count - 1
    } else if keys.count > Self.searchedQuickly {
      rebuildPlaces()
    }
  }

  private mutating func remove(at place: Int) {
    keys.remove(at: place)
    values.remove(at: place)
    rebuildPlaces()
  }

  private mutating func rebuildPlaces() {
    places = [:]
    guard keys.count > Self.searchedQuickly else { return }
    for (place, key) in keys.enumerated() { places[ExactText(key)] = place }
  }
}

extension JSONObject: Equatable {
  /// Tells whether both have equal members in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.values == right.values && left.keys.map(ExactText.init) == right.keys.map(ExactText.init)
  }
}

extension JSONObject: Sequence {
  /// Walks through the members in order.
  public func makeIterator() -> AnyIterator<(key: String, value: JSON)> {
    var members = zip(keys, values).makeIterator()
    return AnyIterator { members.next().map { (key: $0, value: $1) } }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object with its keys in the order written; each key may stand once.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(elements)
  }
}
