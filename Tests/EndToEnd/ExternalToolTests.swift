import Foundation
import Testing

@Suite("A program evtools-NAME on the PATH") struct ExternalToolTests {
  private let scratch = Scratch()

  @Test("is listed and runs as `evtools NAME`, with its arguments and exit code")
  func external() throws {
    try scratch.write("#!/bin/sh\necho \"hello $2\"; exit 7\n", as: "evtools-greet")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path("evtools-greet"))
    try scratch.write("not a program", as: "evtools-notes")
    let environment = ["PATH": scratch.folder.path + ":/usr/bin:/bin"]
    let help = try Evtools.run(["help"], in: scratch.folder, environment: environment).out
    #expect(help.contains("  greet\n"))
    #expect(!help.contains("notes"))
    let answer = try Evtools.run(
      ["greet", "a", "b c"], in: scratch.folder, environment: environment)
    #expect(answer.out == "hello b c\n")
    #expect(answer.code == 7)
    let near = try Evtools.run(["greeet"], in: scratch.folder, environment: environment)
    #expect(near.err.contains("\"greet\""))
  }

  @Test("does not stand in for a tool of ours")
  func shadow() throws {
    try scratch.write("#!/bin/sh\nexit 9\n", as: "evtools-queue")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path("evtools-queue"))
    let answer = try Evtools.run(
      quick, in: scratch.folder, environment: ["PATH": scratch.folder.path])
    #expect(answer.code == 0)
  }
}
