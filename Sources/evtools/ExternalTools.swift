import AnalysisKit
import Glibc
import RunRecords

/// Programs named `evtools-NAME` on the PATH: anybody's tools, in any language.
enum ExternalTools {
  private static let prefix = "evtools-"

  /// The names of all that there are, in alphabetical order, each once.
  static func names() -> [String] {
    var names: Set<String> = []
    for folder in searchPath {
      for file in (try? FileSystem.list(folder)) ?? [] where file.hasPrefix(prefix) {
        let name = String(file.dropFirst(prefix.count))
        if !name.isEmpty, isProgram(folder + "/" + file) { names.insert(name) }
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Becomes the program of this name, if there is one; then this never returns.
  static func become(_ name: String, _ arguments: [String]) throws(ToolFailure) {
    guard !name.contains("/"),
      let path = searchPath.map({ $0 + "/" + prefix + name }).first(where: isProgram)
    else { return }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    let code = errno
    for word in words { free(word) }
    throw .file(FileFailure(.read, path, FileFailure.Reason(code: code)))
  }

  private static var searchPath: [String] {
    guard let path = getenv("PATH") else { return [] }
    return String(cString: path).split(separator: ":").map(String.init)
  }

  private static func isProgram(_ path: String) -> Bool {
    access(path, X_OK) == 0 && !FileSystem.isFolder(path)
  }
}
