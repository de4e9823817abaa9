public import Text

extension TemplateValue {
  /// Makes a value of JSON: null becomes nothing, true and false become flags, numbers their shortest text.
  ///
  ///     TemplateValue(["load": 0.9, "sites": ["North"]])["load"]   // .number("0.9")
  public init(_ json: JSON) {
    switch json {
    case .null: self = .nothing
    case .bool(let value): self = .flag(value)
    case .integer(let value): self = .number(value.description)
    case .number(let value): self = .number(value.shortestText)
    case .string(let value): self = .text(value)
    case .array(let values): self = .list(values.map { TemplateValue($0) })
    case .object(let members):
      self = .object(TemplateObject(members.map { ($0.key, TemplateValue($0.value)) }))
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral {
  /// Makes words.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  /// Makes a flag.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
  /// Makes a number.
  public init(integerLiteral value: Int) { self = .number(value.description) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  /// Makes a list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// Makes an object with its keys in the order written; each key may stand once.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(TemplateObject(elements))
  }
}
