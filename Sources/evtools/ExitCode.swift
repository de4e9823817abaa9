/// How evtools ends; the numbers are those of BSD's `sysexits.h` where it has one.
enum ExitCode: Int32 {
  /// Done.
  case done = 0
  /// Done, and the answer is no: a repeated run came out different, something is missing.
  case answerIsNo = 1
  /// The command line asks for something that there is not.
  case usage = 64
  /// An input file is missing or of no use.
  case badInput = 65
  /// Something has to be installed first.
  case missing = 69
  /// A defect of ours.
  case defect = 70
  /// A result could not be written.
  case cannotWrite = 73
  /// Incomplete; can be resumed.
  case incomplete = 75
  /// Interrupted by the user; can be resumed.
  case interrupted = 130
}
