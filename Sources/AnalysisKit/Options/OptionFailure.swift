/// What is wrong with a command line, or with the combination of its options.
public enum OptionFailure: Error, Equatable, Sendable {
  /// There is no tool of this name; these are near.
  case unknownTool(String, near: [String])
  /// There is no such option; these are near.
  case unknownOption(String, near: [String])
  /// The option needs a value and none follows.
  case missingValue(String, placeholder: String)
  /// The option is a flag and was given a value.
  case unwantedValue(String)
  /// The option stands twice and can only have one value.
  case repeated(String)
  /// A word that belongs to no option.
  case unexpectedArgument(String)
  /// A word is missing that has to be there.
  case missingArgument(String)
  /// The value cannot be used.
  case badValue(String, OptionComplaint, unit: String?)
  /// The options contradict one another; a whole sentence.
  case conflict(String)
}
