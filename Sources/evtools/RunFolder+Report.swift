import Reports
import RunRecords
import Text

extension RunFolder {
  /// Writes what a report keeps, and declares the run complete.
  func keep(
    _ report: Report, _ record: RunRecord, _ environment: RunEnvironment
  ) throws(FileFailure) {
    var record = record
    record.verdict = report.verdict
    for table in report.data { try write(Array(table.csv.utf8), as: "data/\(table.name).csv") }
    try write(Array(JSON.object(report.json).prettyText.utf8), as: "data/answer.json")
    try complete(record, environment: environment)
  }
}
