public import RunRecords
public import Text

/// Why a tool could not do what it was asked.
public enum ToolFailure: Error, Sendable {
  /// The command line asks for something that there is not.
  case usage(OptionFailure)
  /// A file could not be read, or a result not be written.
  case file(FileFailure)
  /// A file was read but what stands in it is of no use.
  case input(InputFailure)
  /// The user or the system asked to stop; what is done so far is kept.
  case interrupted
  /// Something has to be installed first: what is missing, and what to do.
  case missing(String, remedy: String)
  /// The program contradicts itself: its own books do not close.
  case defect(String)
}

/// What is wrong with the content of a file.
public struct InputFailure: Error, Equatable, Sendable {
  /// The file, as the user named it.
  public var file: String
  /// The place in a structured file, such as `patience.mean`.
  public var keyPath: String?
  /// Line and column.
  public var position: TextPosition?
  /// What was found, in a clause.
  public var problem: String
  /// What to do, in a sentence.
  public var remedy: String?

  /// Describes a problem.
  public init(
    file: String, keyPath: String? = nil, position: TextPosition? = nil, problem: String,
    remedy: String? = nil
  ) {
    self.file = file
    self.keyPath = keyPath
    self.position = position
    self.problem = problem
    self.remedy = remedy
  }
}
