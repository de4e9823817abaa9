/// The way from the root of a JSON value to a place in it; becomes text only when a failure needs it.
indirect enum JSONCodingPath {
  case root
  case key(any CodingKey, in: JSONCodingPath)
  case index(Int, in: JSONCodingPath)

  /// The way that a container of somebody else tells.
  init(_ keys: [any CodingKey]) {
    self = keys.reduce(.root) { path, key in
      (key as? JSONIndexKey).map { .index($0.index, in: path) } ?? .key(key, in: path)
    }
  }

  var keys: [any CodingKey] {
    switch self {
    case .root: []
    case .key(let key, let parent): parent.keys + [key]
    case .index(let index, let parent): parent.keys + [JSONIndexKey(index)]
    }
  }

  var text: String {
    switch self {
    case .root: return ""
    case .index(let index, let parent): return parent.text + "[\(index)]"
    case .key(let key, let parent):
      let (name, start) = (key.stringValue, parent.text)
      guard Self.isPlain(name) else { return start + "[\(name.quoted)]" }
      return start.isEmpty ? name : start + "." + name
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        Ascii.isLetter($0) || Ascii.isDigit($0) || $0 == 0x5F || $0 == 0x2D
      }
  }
}

/// A place in an array.
struct JSONIndexKey: CodingKey {
  let index: Int

  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { self.init(intValue) }
  init?(stringValue: String) { nil }

  var intValue: Int? { index }
  var stringValue: String { "Index \(index)" }
}

/// The name under which a class keeps what its superclass codes.
struct JSONSuperKey: CodingKey {
  init() {}
  init?(intValue: Int) { nil }
  init?(stringValue: String) { nil }

  var intValue: Int? { nil }
  var stringValue: String { "super" }
}
