internal import Text
public import RunRecords

/// A JSON file with values for a tool's options.
///
///     { "arrivals": 8, "service": "lognormal", "chargers": "2-6" }
///
/// Keys are the options' names with `_` for `-`. Flags on the command line win over the file.
public struct ScenarioFile: Sendable {
  /// The file's name and fingerprint, for the record.
  public let record: RunRecord.InputFile
  private let members: [JSONNode.Member]

  /// Reads a file whose whole content are the options.
  public init(_ path: String) throws(ToolFailure) {
    try self.init(path, at: nil)
  }

  /// Reads the options from the record of an earlier run.
  public init(recordedIn path: String) throws(ToolFailure) {
    try self.init(path, at: "options")
  }

  private init(_ path: String, at key: String?) throws(ToolFailure) {
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(path) } catch { throw .file(error) }
    let root: JSONNode
    do {
      root = try JSONReader.read(bytes)
    } catch {
      throw .input(
        InputFailure(file: path, position: error.position, problem: error.description))
    }
    guard let members = (key.map { root[$0] } ?? root)?.members else {
      throw .input(
        InputFailure(
          file: path, position: root.position,
          problem: "it takes a JSON object" + (key.map { " with an object \($0.quoted)" } ?? ""),
          remedy: "Write { \"key\": value, … }."))
    }
    self.members = members
    record = RunRecord.InputFile(path: path, sha256: SHA256.hex(of: bytes))
  }

  /// Applies every member to the options; what the grammar does not know is an error.
  public func apply<Options>(
    _ grammar: OptionGrammar<Options>, to options: inout Options
  ) throws(ToolFailure) {
    for member in members {
      guard let option = grammar.options.first(where: { $0.description.key == member.key }) else {
        throw .input(unknown(member, among: grammar.descriptions.map(\.key)))
      }
      try apply(member.value, member.key, option, to: &options)
    }
  }

  private func apply<Options>(
    _ node: JSONNode, _ keyPath: String, _ option: OptionDeclaration<Options>,
    to options: inout Options
  ) throws(ToolFailure) {
    if case .null = node.content, option.description.isOptional {
      return option.clear(&options)
    }
    guard option.description.repeats else { return try assign(node, keyPath, option, to: &options) }
    guard let items = node.array else {
      throw .input(
        InputFailure(
          file: record.path, keyPath: keyPath, position: node.position,
          problem: "it takes a list, not \(node.json.kindInWords)"))
    }
    option.clear(&options)
    for (index, item) in items.enumerated() {
      try assign(item, "\(keyPath)[\(index)]", option, to: &options)
    }
  }

  private func assign<Options>(
    _ node: JSONNode, _ keyPath: String, _ option: OptionDeclaration<Options>,
    to options: inout Options
  ) throws(ToolFailure) {
    guard let text = option.description.form.text(of: node.json) else {
      throw .input(
        InputFailure(
          file: record.path, keyPath: keyPath, position: node.position,
          problem: "it takes \(option.description.form.words(unit: option.description.unit)), "
            + "not \(node.json.kindInWords)"))
    }
    do {
      try option.assign(&options, text)
    } catch {
      throw .input(
        InputFailure(
          file: record.path, keyPath: keyPath, position: node.position,
          problem: error.words(unit: option.description.unit)))
    }
  }

  private func unknown(_ member: JSONNode.Member, among keys: [String]) -> InputFailure {
    let near = NearestNames.of(member.key, among: keys)
    let possible = near.isEmpty ? keys : near
    return InputFailure(
      file: record.path, keyPath: member.key, position: member.keyPosition,
      problem: "there is no such key",
      remedy: near.isEmpty
        ? "There are \(possible.listed(conjunction: "and"))."
        : "Did you mean \(possible.map(\.quoted).listed(conjunction: "or"))?")
  }
}

extension OptionForm {
  /// The text that the command line would have for a JSON value; nil when its kind does not fit.
  fileprivate func text(of json: JSON) -> String? {
    switch (self, json) {
    case (.number, .integer(let value)): String(value)
    case (.number, .number(let value)): value.shortestText
    case (.integer, .integer(let value)): String(value)
    case (.integer, .number), (.text, .number): json.integer.map { String($0) }
    case (.flag, .bool(let value)): value ? "true" : "false"
    case (.text, .string(let text)), (.path, .string(let text)), (.choice, .string(let text)):
      text
    // "4-8" is text, 4 is as good as "4".
    case (.text, .integer(let value)): String(value)
    case (.either(let words, let other), .string(let text)):
      words.contains(text) ? text : other.text(of: json) ?? text
    case (.either(_, let other), _): other.text(of: json)
    default: nil
    }
  }
}

extension JSON {
  fileprivate var kindInWords: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .integer, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
