/// A named column of a table to hand on, of one type.
///
///     ExportColumn("chargers", integers: [2, 4])
///     ExportColumn("wait", optionalReals: [0.25, nil])
public struct ExportColumn: Sendable {
  /// The name of the column.
  public let name: String

  /// The values; where there is none, zero, false or an empty text stands for it.
  let values: Values

  /// Whether each row has a value; nil for a column where every row must have one.
  let presence: [Bool]?

  enum Values: Sendable {
    case integers([Int64])
    case reals([Double])
    case texts([String])
    case truths([Bool])
  }

  /// Makes a column of whole numbers.
  public init(_ name: String, integers: [Int64]) {
    (self.name, values, presence) = (name, .integers(integers), nil)
  }

  /// Makes a column of whole numbers, some of which may be missing.
  public init(_ name: String, optionalIntegers: [Int64?]) {
    self.name = name
    values = .integers(optionalIntegers.map { $0 ?? 0 })
    presence = optionalIntegers.map { $0 != nil }
  }

  /// Makes a column of numbers.
  public init(_ name: String, reals: [Double]) {
    (self.name, values, presence) = (name, .reals(reals), nil)
  }

  /// Makes a column of numbers, some of which may be missing.
  public init(_ name: String, optionalReals: [Double?]) {
    self.name = name
    values = .reals(optionalReals.map { $0 ?? 0 })
    presence = optionalReals.map { $0 != nil }
  }

  /// Makes a column of texts.
  public init(_ name: String, texts: [String]) {
    (self.name, values, presence) = (name, .texts(texts), nil)
  }

  /// Makes a column of texts, some of which may be missing.
  public init(_ name: String, optionalTexts: [String?]) {
    self.name = name
    values = .texts(optionalTexts.map { $0 ?? "" })
    presence = optionalTexts.map { $0 != nil }
  }

  /// Makes a column of truth values.
  public init(_ name: String, truths: [Bool]) {
    (self.name, values, presence) = (name, .truths(truths), nil)
  }

  /// Makes a column of truth values, some of which may be missing.
  public init(_ name: String, optionalTruths: [Bool?]) {
    self.name = name
    values = .truths(optionalTruths.map { $0 ?? false })
    presence = optionalTruths.map { $0 != nil }
  }

  /// How many rows there are.
  public var count: Int {
    switch values {
    case .integers(let values): values.count
    case .reals(let values): values.count
    case .texts(let values): values.count
    case .truths(let values): values.count
    }
  }

  /// Whether there is a value in a row.
  func isPresent(_ row: Int) -> Bool { presence.map { $0[row] } ?? true }
}
