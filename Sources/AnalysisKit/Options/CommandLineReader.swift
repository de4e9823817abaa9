internal import Text

/// Splits a command line into options with values and other words, following the usual rules.
///
/// `--name value` and `--name=value`; `-j 2`, `-j2`; `--flag` and `--no-flag`; after `--` nothing is an
/// option any more.
public struct CommandLineReader: Sendable {
  /// The options in the order in which they stand.
  public private(set) var assignments: [Assignment] = []
  /// The words that belong to no option.
  public private(set) var words: [String] = []

  /// An option with the text of its value.
  public struct Assignment: Equatable, Sendable {
    /// The long name.
    public let name: String
    /// The value as it was written.
    public let text: String
  }

  private let known: [OptionDescription]

  /// Reads a command line for which these options are known.
  public init(
    _ arguments: [String], knowing known: [OptionDescription]
  ) throws(OptionFailure) {
    self.known = known
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      if argument.hasPrefix("--") {
        try readLong(argument.dropFirst(2), &rest)
      } else if argument.hasPrefix("-"), argument.count > 1, !Self.isNumber(argument) {
        try readShort(argument.dropFirst(), &rest)
      } else {
        words.append(argument)
      }
    }
    try refuseRepetition()
  }

  private mutating func readLong(
    _ argument: Substring, _ rest: inout ArraySlice<String>
  ) throws(OptionFailure) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let value = parts.count > 1 ? String(parts[1]) : nil
    if let option = known.first(where: { $0.name == name }) {
      try take(option, value, &rest)
    } else if name.hasPrefix("no-"),
      let flag = known.first(where: { $0.name == name.dropFirst(3) && $0.form == .flag })
    {
      guard value == nil else { throw .unwantedValue("--" + name) }
      assignments.append(Assignment(name: flag.name, text: "false"))
    } else {
      let near = NearestNames.of(name, among: known.map(\.name))
      throw .unknownOption("--" + name, near: near.map { "--" + $0 })
    }
  }

  private mutating func readShort(
    _ letters: Substring, _ rest: inout ArraySlice<String>
  ) throws(OptionFailure) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = known.first(where: { $0.short == letter }) else {
        throw .unknownOption("-\(letter)", near: [])
      }
      guard option.form != .flag else {
        guard letters.first != "=" else { throw .unwantedValue("-\(letter)") }
        assignments.append(Assignment(name: option.name, text: "true"))
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      try take(option, letters.isEmpty ? nil : String(attached), &rest)
      return
    }
  }

  private mutating func take(
    _ option: OptionDescription, _ value: String?, _ rest: inout ArraySlice<String>
  ) throws(OptionFailure) {
    if option.form == .flag {
      guard value == nil else { throw .unwantedValue("--" + option.name) }
      assignments.append(Assignment(name: option.name, text: "true"))
      return
    }
    if let value {
      assignments.append(Assignment(name: option.name, text: value))
      return
    }
    guard let next = rest.first, !looksLikeOption(next) else {
      throw .missingValue("--" + option.name, placeholder: option.form.placeholder)
    }
    rest.removeFirst()
    assignments.append(Assignment(name: option.name, text: next))
  }

  /// Whether a word is an option rather than the value of the one before; `--name=-q` says otherwise.
  private func looksLikeOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let letter = word.dropFirst().first else { return false }
    return letter == "-" || known.contains { $0.short == letter }
  }

  private func refuseRepetition() throws(OptionFailure) {
    for (index, assignment) in assignments.enumerated() {
      let option = known.first { $0.name == assignment.name }
      guard let option, !option.repeats, option.form != .flag else { continue }
      guard !assignments[..<index].contains(where: { $0.name == option.name }) else {
        throw .repeated("--" + option.name)
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let second = text.dropFirst().first else { return false }
    return second.isNumber || second == "."
  }
}

extension OptionGrammar {
  /// Applies those options and words that this grammar knows.
  public func apply(_ line: CommandLineReader, to options: inout Options) throws(OptionFailure) {
    clearLists(namedIn: line, of: &options)
    for assignment in line.assignments {
      _ = try assign(assignment.name, assignment.text, to: &options)
    }
    guard let arguments else { return }
    guard line.words.count <= arguments.limit else {
      throw .unexpectedArgument(line.words[arguments.limit])
    }
    guard !line.words.isEmpty || !arguments.isRequired else {
      throw .missingArgument(arguments.placeholder)
    }
    arguments.assign(&options, line.words)
  }

  /// Lets a list on the command line replace the default, and the one in a scenario file.
  private func clearLists(namedIn line: CommandLineReader, of options: inout Options) {
    for option in self.options where option.description.repeats {
      guard line.assignments.contains(where: { $0.name == option.description.name }) else {
        continue
      }
      option.clear(&options)
    }
  }
}
