import AnalysisKit
import Drawing
import Glibc
import RunRecords
import Text

/// `evtools doctor`.
struct DoctorCommand: Command {
  static let card = ToolCard(
    name: "doctor", summary: "Show what evtools finds on this machine, and what is missing",
    group: .help,
    discussion: """
      Lists the toolchain, the font and the optional programs, each with what it is for and, where it is missing, the \
      command that would install it; then the libraries on whose versions the bytes of figures and tables depend. \
      Ends with 1 when something is missing that evtools needs.
      """,
    examples: [.init("doctor", "the whole list")])

  struct Options: ToolOptions {
    var json = false
    static let grammar = OptionGrammar<Options>([
      .value("json", \.json, "Print one JSON object and nothing else.")
    ])
  }

  func run(_ options: Options, at door: Door) throws(ToolFailure) -> ExitCode {
    let findings = Requirement.all.map { ($0, $0.find()) }
    let healthy = findings.allSatisfy { !$0.isNeeded || $1 != nil }
    if options.json {
      try door.console.print(json: [
        "evtools": .string(BuildStamp.program.words), "healthy": .bool(healthy),
        "found": .array(
          findings.map { requirement, found in
            [
              "name": .string(requirement.name), "needed": .bool(requirement.isNeeded),
              "purpose": .string(requirement.purpose), "version": found.map { .string($0) } ?? nil,
              "install": found == nil ? .string(requirement.install) : nil,
            ]
          }),
        "libraries": .object(
          JSONObject(
            (LibraryVersions.all + StorageVersions.all).map { ($0.name, .string($0.version)) })),
      ])
      return healthy ? .done : .answerIsNo
    }
    var table = TextTable(columns: [.init(""), .init("found"), .init("for")])
    table.append(["evtools", BuildStamp.program.words, ""])
    for (requirement, found) in findings {
      table.append([requirement.name, found ?? "missing", requirement.purpose])
    }
    for library in LibraryVersions.all {
      table.append([library.name, library.version, "drawing"])
    }
    for library in StorageVersions.all {
      table.append([library.name, library.version, "keeping studies"])
    }
    try door.console.print(table.text + "\n")
    let missing = findings.filter { $1 == nil }.map(\.0)
    for requirement in missing {
      let weight = requirement.isNeeded ? "needed" : "optional"
      try door.console.print("\(requirement.name) (\(weight)): \(requirement.install)\n")
    }
    if missing.isEmpty { try door.console.print("Nothing is missing.\n") }
    return healthy ? .done : .answerIsNo
  }
}

/// Something that evtools needs or can make use of.
private struct Requirement: Sendable {
  let name: String
  let purpose: String
  let install: String
  let isNeeded: Bool
  let find: @Sendable () -> String?

  static let all = [
    Requirement(
      name: "swift", purpose: "building evtools",
      install: "see https://www.swift.org/install/linux (6.2 or later)", isNeeded: true,
      find: { firstLine("swift", "--version") }),
    Requirement(
      name: "git", purpose: "the commit in run records", install: "apt-get install git",
      isNeeded: false, find: { firstLine("git", "--version") }),
    Requirement(
      name: "python3", purpose: "tests against peers, benches",
      install: "apt-get install python3 python3-venv", isNeeded: false,
      find: { firstLine("python3", "--version") }),
    Requirement(
      name: "Inter", purpose: "the font of figures and pages",
      install: "apt-get install fonts-inter   (or give fonts of your own with --font-dir)",
      isNeeded: true, find: { folderOfInter }),
    Requirement(
      name: "Chromium", purpose: "tests of pages", install: "apt-get install chromium",
      isNeeded: false, find: { firstLine("chromium", "--version") }),
    Requirement(
      name: "poppler", purpose: "tests of PDF files", install: "apt-get install poppler-utils",
      isNeeded: false, find: { firstLine("pdffonts", "-v", errors: "&1") }),
    Requirement(
      name: "Slurm", purpose: "studies on a cluster",
      install: "apt-get install slurm-wlm", isNeeded: false,
      find: { firstLine("sinfo", "--version") }),
  ]

  private static var folderOfInter: String? {
    guard (try? FontBook.inter()) != nil else { return nil }
    return FontBook.usualFolders.first { folder in
      [".otf", ".ttf"].contains { FileSystem.exists("\(folder)/Inter-Regular\($0)") }
    }
  }

  /// The first line that a program prints; nil when there is no such program.
  private static func firstLine(
    _ program: String, _ argument: String, errors: String = "/dev/null"
  ) -> String? {
    guard let pipe = popen("\(program) \(argument) 2>\(errors)", "r") else { return nil }
    var line = [CChar](repeating: 0, count: 256)
    let isRead = fgets(&line, 256, pipe) != nil
    // Who cannot print all it has to say may end with a failure.
    var rest = line
    while fgets(&rest, 256, pipe) != nil {}
    guard pclose(pipe) == 0, isRead else { return nil }
    return String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init), as: UTF8.self)
  }
}
