import AnalysisKit
import Glibc
import RunRecords
import Text

/// Other programs: one that is asked and answers, or one that works beside us.
enum ChildProgram {
  /// What a program said, and how it ended.
  struct Answer {
    let code: Int32
    let text: String

    /// The last line that says anything.
    var lastLine: String {
      text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
        .map(String.init) ?? ""
    }
  }

  /// Runs a program and returns all it says, complaints included; the code is 127 where there is no such program.
  static func ask(_ words: [String]) -> Answer {
    let command = words.map(\.shellWord).joined(separator: " ")
    guard let pipe = popen("exec \(command) </dev/null 2>&1", "r") else {
      return Answer(code: 127, text: "")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let status = pclose(pipe)
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
    return Answer(code: code, text: String(decoding: bytes, as: UTF8.self))
  }

  /// Starts a program whose words go to the end of a file; returns its number.
  static func start(_ words: [String], log: String) throws(ToolFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    guard code == 0 else { throw .file(FileFailure(.read, words[0], .init(code: code))) }
    return child
  }

  /// How a program that we started has ended; nil while it has not.
  static func end(of child: pid_t, waiting: Bool = false) -> Int32? {
    var status: Int32 = 0
    while true {
      let answer = waitpid(child, &status, waiting ? 0 : WNOHANG)
      if answer < 0, errno == EINTR { continue }
      guard answer == child else { return answer == 0 ? nil : 127 }
      return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
    }
  }

  /// The words that start this program as a worker: `EVTOOLS_WORKER`, for those who need a container or a wrapper
  /// around it, or the program itself.
  static var workerWords: [String] {
    if let text = getenv("EVTOOLS_WORKER").map({ String(cString: $0) }), !text.isEmpty {
      return text.split(separator: " ").map(String.init)
    }
    return [FileSystem.resolved("/proc/self/exe") ?? "evtools"]
  }
}
