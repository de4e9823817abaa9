import AnalysisKit
import RunRecords
import Text

/// A run that was recorded earlier, with the options it was given.
struct RecordedRun<Tool: AnalysisTool> {
  /// What `run.json` says, and the options read from there.
  let parts: (record: RunRecord, options: Tool.Options)

  /// Reads the record of a run of this tool.
  init(_ folder: RunFolder) throws(ToolFailure) {
    let record = try RecordedRunFile.record(folder)
    guard record.tool == Tool.card.name else {
      throw .usage(
        .conflict("\(folder.path) is a run of `evtools \(record.tool)`, not of \(Tool.card.name)."))
    }
    var options = Tool.Options()
    let file = try ScenarioFile(recordedIn: folder.path + "/run.json")
    try file.apply(Tool.Options.grammar, to: &options)
    parts = (record, options)
  }

  /// Refuses to go on from files that are not what they were.
  static func refuseChangedInputs(of record: RunRecord) throws(ToolFailure) {
    for input in record.inputs {
      guard FileSystem.exists(input.path) || input.path.hasPrefix("/") else {
        throw .input(
          InputFailure(
            file: input.path, problem: "there is no such file in this folder",
            remedy: "Do this in the folder where the run was made."))
      }
      let bytes: [UInt8]
      do { bytes = try FileSystem.read(input.path) } catch { throw .file(error) }
      guard SHA256.hex(of: bytes) == input.sha256 else {
        throw .input(
          InputFailure(
            file: input.path, problem: "it has changed since the run",
            remedy: "Restore it, or add --force to use it as it is now."))
      }
    }
  }
}

/// Reading `run.json` before it is known which tool made it.
enum RecordedRunFile {
  /// Reads the record of a run, with a clear sentence when there is none.
  static func record(_ folder: RunFolder) throws(ToolFailure) -> RunRecord {
    guard FileSystem.exists(folder.path) else {
      throw .file(FileFailure(.read, folder.path, .missing))
    }
    guard let record = folder.record() else {
      throw .input(
        InputFailure(
          file: folder.path,
          problem: "it is not the folder of a run: its run.json is missing or broken",
          remedy: "`evtools runs` lists the runs that there are."))
    }
    return record
  }
}
