/// Types with every shape that Swift synthesises coding for.
struct CodedStudy: Codable, Equatable {
  var name = "A9 \"north\"\n🚗"
  var seed: UInt64 = .max
  var loads: [Double] = [0.1, -0.0, 3, Double.leastNonzeroMagnitude, 1.797e308]
  var ratio: Float = 0.1
  var isOpen = true
  var note: String?
  var small: [Int8] = [-128, 127]
  var sparse: [Double?] = [1, nil, 2.5]
  var grid: [[Double]] = [[1, 2], [], [3]]
  var sites: [String: CodedSite] = ["b": CodedSite(), "a": CodedSite(kind: .log(base: 10))]
  var byCount: [Int: String] = [10: "ten", -2: "minus two", 9: "nine"]
  var main = CodedSite(kind: .range(1, upTo: 2))
}

struct CodedSite: Codable, Equatable {
  var chargers = 4
  var kind = CodedKind.plain
  var colour = CodedColour.green
}

enum CodedKind: Codable, Hashable {
  case plain
  case log(base: Double)
  case range(Int, upTo: Int)
  indirect case both(CodedKind, CodedKind)
}

enum CodedColour: String, CaseIterable, Codable { case red, green }

class CodedBase: Codable {
  var base = 1
}

final class CodedDerived: CodedBase {
  var own = "x"

  enum Key: CodingKey { case own, parent }

  override init() { super.init() }

  required init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    own = try container.decode(String.self, forKey: .own)
    try super.init(from: container.superDecoder(forKey: .parent))
  }

  override func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try super.encode(to: container.superEncoder(forKey: .parent))
    try container.encode(own, forKey: .own)
  }
}

/// Nests containers by hand, and opens two of them at once.
struct CodedByHand: Codable, Equatable {
  var rows = [[1, 2], [3]]
  var first = "f"
  var second = "s"

  enum Key: CodingKey { case head, rows }
  enum Inner: CodingKey { case first, second }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let head = try container.nestedContainer(keyedBy: Inner.self, forKey: .head)
    (first, second) = (
      try head.decode(String.self, forKey: .first), try head.decode(String.self, forKey: .second)
    )
    var outer = try container.nestedUnkeyedContainer(forKey: .rows)
    rows = []
    while !outer.isAtEnd {
      var inner = try outer.nestedUnkeyedContainer()
      var row: [Int] = []
      while !inner.isAtEnd { row.append(try inner.decode(Int.self)) }
      rows.append(row)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    var head = container.nestedContainer(keyedBy: Inner.self, forKey: .head)
    var outer = container.nestedUnkeyedContainer(forKey: .rows)
    for row in rows {
      var inner = outer.nestedUnkeyedContainer()
      for value in row { try inner.encode(value) }
    }
    try head.encode(first, forKey: .first)
    var again = encoder.container(keyedBy: Key.self)
    var sameHead = again.nestedContainer(keyedBy: Inner.self, forKey: .head)
    try sameHead.encode(second, forKey: .second)
  }
}
