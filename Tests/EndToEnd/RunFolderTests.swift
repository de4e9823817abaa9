import Foundation
import Testing

@Suite("A run's folder") struct RunFolderTests {
  private let scratch = Scratch()

  @Test("is named after time, tool and name, and holds what the plan says")
  func layout() throws {
    let answer = try Evtools.run(
      quickWithFigure + ["--run-name", "My Station, 2nd try!"], in: scratch.folder,
      environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    #expect(answer.code == 0)
    let run = "output/2023-11-14_221320_queue_my-station-2nd-try"
    #expect(try scratch.run() == run)
    #expect(
      scratch.names(run) == [
        "data", "environment.json", "figures", "report.html", "run.json", "tables",
      ])
    #expect(scratch.names(run + "/data") == ["answer.json", "rows.csv", "rows.parquet"])
    #expect(
      scratch.names(run + "/figures") == [
        "waits.csv", "waits.json", "waits.pdf", "waits.png", "waits.scene.json", "waits.svg",
        "waits.tex",
      ])
    #expect(scratch.names(run + "/tables") == ["table-1.tex"])
    let latest = try FileManager.default.destinationOfSymbolicLink(
      atPath: scratch.path("output/latest"))
    #expect("output/" + latest == run)
    let record = try scratch.text(run + "/run.json")
    for part in [
      "\"status\": \"complete\"", "\"tool\": \"queue\"", "\"seed\": 1", "\"customers\": 500",
      "sha256",
    ] {
      #expect(record.contains(part), "\(part)")
    }
  }

  @Test("holds its tables as JSON lines too, where they are asked for")
  func jsonLines() throws {
    let answer = try Evtools.run(quick + ["--data", "jsonl,csv"], in: scratch.folder)
    #expect(answer.code == 0, "\(answer.err)")
    let run = try scratch.run()
    #expect(scratch.names(run + "/data") == ["answer.json", "rows.csv", "rows.jsonl"])
    let rows = try scratch.text(run + "/data/rows.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let lines = try scratch.text(run + "/data/rows.jsonl").split(separator: "\n")
    #expect(lines.count == rows.count - 1)
    // By the text of every number: what Foundation reads may be off in the last digit.
    for (line, row) in zip(lines, rows.dropFirst()) {
      let members = zip(rows[0], row).map { "\"\($0)\":\($1.isEmpty ? "null" : $1)" }
      #expect(line == "{" + members.joined(separator: ",") + "}")
    }
    let again = try Evtools.run(["rerun", "output/latest"], in: scratch.folder)
    #expect(again.code == 0, "\(again.out)")
    for formats in ["xml", "jsonl", "csv,csv", ""] {
      let refused = try Evtools.run(quick + ["--data", formats], in: scratch.folder)
      #expect(refused.code == 64 && refused.err.contains("csv"), "\(refused.err)")
    }
  }

  @Test("holds the same bytes for every thread count, folder, time zone and locale")
  func sameBytes() throws {
    let command = [
      "queue", "--chargers", "3-6", "--service", "lognormal", "--arrivals", "9", "--customers",
      "3000", "--quiet", "--patience", "exponential",
    ]
    let reference = Scratch()
    #expect(try Evtools.run(command + ["--threads", "1"], in: reference.folder).code == 0)
    let expected = try reference.files(try reference.run())
    #expect(expected.count == 13)
    for (threads, zone, locale) in [
      ("2", "Asia/Kolkata", "tr_TR.UTF-8"), ("8", "America/St_Johns", "de_DE.UTF-8"),
      ("1", "Pacific/Apia", "ar_EG.UTF-8"),
    ] {
      let other = Scratch()
      let answer = try Evtools.run(
        command + ["--threads", threads], in: other.folder,
        environment: ["TZ": zone, "LANG": locale, "LC_ALL": locale])
      #expect(answer.code == 0)
      #expect(try other.files(try other.run()) == expected)
    }
  }

  @Test("can be made again, byte for byte, and a changed file is noticed")
  func rerun() throws {
    _ = try Evtools.run(quick, in: scratch.folder)
    let same = try Evtools.run(["rerun", "output/latest", "-j", "1"], in: scratch.folder)
    #expect(same.code == 0)
    #expect(same.out.hasPrefix("Every byte agrees"))
    #expect(scratch.names("output").count == 2, "the copy is removed")
    let rows = try scratch.run() + "/data/rows.csv"
    try scratch.write(try scratch.text(rows).replacingOccurrences(of: "4", with: "5"), as: rows)
    let different = try Evtools.run(["rerun", "output/latest"], in: scratch.folder)
    #expect(different.code == 1)
    #expect(different.out.contains("data/rows.csv"))
  }

  @Test("remembers its input files; a changed one is refused, and taken with --force")
  func inputs() throws {
    try scratch.write("minutes\n10\n20\n30\n", as: "trace.csv")
    #expect(try Evtools.run(quick + ["--service", "trace.csv"], in: scratch.folder).code == 0)
    #expect(try Evtools.run(["rerun", "output/latest"], in: scratch.folder).code == 0)
    try scratch.write("minutes\n10\n20\n60\n", as: "trace.csv")
    let refused = try Evtools.run(["rerun", "output/latest"], in: scratch.folder)
    #expect(refused.code == 65)
    #expect(refused.err.contains("trace.csv") && refused.err.contains("has changed"))
    #expect(try Evtools.run(["rerun", "output/latest", "--force"], in: scratch.folder).code == 1)
  }

  @Test("is listed, the incomplete ones too")
  func list() throws {
    #expect(try Evtools.run(["runs"], in: scratch.folder).out.contains("no runs"))
    _ = try Evtools.run(quick, in: scratch.folder)
    let list = try Evtools.run(["runs"], in: scratch.folder).out
    #expect(list.contains(try scratch.run()))
    #expect(list.contains("4 chargers"))
    let json = try Evtools.run(["runs", "--json"], in: scratch.folder).json()
    #expect((json["runs"] as? [[String: Any]])?.first?["status"] as? String == "complete")
  }
}
