import Foundation
import Testing
import Text

@Suite("A shell word") struct ShellWordTests {
  @Test(
    "comes back from the shell as it was",
    arguments: [
      "output/latest", "my runs/today", "it's", "", "$HOME `ls` \"x\" \\", "*?[a]", "a\nb",
      "ümläut", "-x",
    ])
  func roundTrip(_ text: String) throws {
    let pipe = Pipe()
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "printf '%s' \(text.shellWord)"]
    shell.standardOutput = pipe
    try shell.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test("stays bare where it can")
  func bare() {
    #expect("output/2026-11-20_143052_queue".shellWord == "output/2026-11-20_143052_queue")
    #expect("a b".shellWord == "'a b'")
  }
}
