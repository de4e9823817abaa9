import AnalysisKit
import Glibc
import RunRecords
import Text

/// Standard output for answers, standard error for everything else.
struct Console: Sendable {
  /// Whether a person watches standard error.
  let isWatched = isatty(STDERR_FILENO) == 1
  /// Whether standard output goes to a terminal that shows colours, and the user has nothing against them.
  let usesColour =
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    && getenv("TERM").map { String(cString: $0) } != "dumb"

  /// How many characters fit in a line.
  var width: Int {
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }) {
      return max(40, min(columns, 100))
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(40, min(Int(size.ws_col), 100))
  }

  /// Prints an answer.
  func print(_ text: String) throws(ToolFailure) {
    let code = write(Array(text.utf8), to: STDOUT_FILENO)
    guard code == 0 else {
      throw .file(FileFailure(.write, "standard output", FileFailure.Reason(code: code)))
    }
  }

  /// Prints an answer for machines: one object, one line.
  func print(json: JSON) throws(ToolFailure) { try print(json.compactText + "\n") }

  /// Says what went wrong.
  func complain(_ text: String) { tell(text + "\n") }

  /// Says something that is not the answer.
  func tell(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Makes a text stand out, where colours are shown.
  func emphasised(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
