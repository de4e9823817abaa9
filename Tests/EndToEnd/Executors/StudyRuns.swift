import Foundation
import Testing

/// A study of some hundred evaluations that asks again and again, as searches do.
enum StudyRuns {
  static let question = [
    "pareto", "upstream-grid", "--duration", "2", "--replications", "2", "--runs", "600",
  ]

  /// What the study leaves when threads do the work; made once.
  static let expected = Swift.Result {
    let scratch = Scratch()
    let answer = try Evtools.run(question + ["--quiet"], in: scratch.folder)
    try #require(answer.code == 0, "\(answer.err)")
    return try scratch.files(try scratch.run())
  }

  /// Fails unless a run is the same to the last byte.
  static func check(_ scratch: Scratch, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = try expected.get()
    let files = try scratch.files(try scratch.run())
    #expect(files.keys.sorted() == expected.keys.sorted(), sourceLocation: sourceLocation)
    let different = expected.keys.sorted().filter { files[$0] != expected[$0] }
    #expect(different.isEmpty, sourceLocation: sourceLocation)
  }

  /// Waits until something is so, or the run has ended, or half a minute has gone.
  static func wait(for running: Evtools.Running, until isSo: () throws -> Bool) rethrows {
    for _ in 0..<3000 where running.process.isRunning {
      if try isSo() { return }
      usleep(10_000)
    }
  }
}

extension Scratch {
  /// Writes a program that stands for evtools in front of the workers.
  func writeWorker(_ body: String) throws -> String {
    try writeProgram("\(body)\nexec \(Evtools.binary) \"$@\"", as: "worker.sh")
    return path("worker.sh")
  }

  /// Writes a program for the shell.
  func writeProgram(_ body: String, as name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try write("#!/bin/sh\n\(body)\n", as: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path(name))
  }

  /// The files of workers in the only run, written to or complete.
  func shards() -> [String] {
    guard let run = runs().first else { return [] }
    let all = FileManager.default.enumerator(atPath: path(run))?.compactMap { $0 as? String }
    return (all ?? []).filter { $0.contains("/shards/") }.sorted()
  }
}
