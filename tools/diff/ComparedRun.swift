import AnalysisKit
import Text

/// The measures of every replication of a run, and what was run.
struct ComparedRun {
  let folder: String
  let scenario: String
  let seed: Int
  /// What the scenario says, key by key.
  let parameters: JSON
  let measures: [String]
  /// One row of measures per replication.
  let rows: [[Double]]

  /// Reads the files of a run.
  init(_ folder: FilePath, _ workshop: Workshop) throws(ToolFailure) {
    self.folder = folder.text
    let answerPath = folder.text + "/data/summary.json"
    let bytes = try workshop.read(FilePath(answerPath))
    let answer: JSON
    do {
      answer = try JSONReader.read(bytes).json
    } catch {
      throw .input(
        InputFailure(file: answerPath, position: error.position, problem: error.description))
    }
    guard let scenario = answer["scenario"]?.string, let seed = answer["seed"]?.integer,
      let parameters = answer["parameters"]
    else {
      throw .input(
        InputFailure(
          file: answerPath, problem: "it is not the answer of `evtools simulate`",
          remedy: "Give the folder of a run of `evtools simulate`."))
    }
    (self.scenario, self.seed, self.parameters) = (scenario, seed, parameters)
    (measures, rows) = try Self.table(folder.text + "/data/replications.csv", workshop)
  }

  private static func table(
    _ path: String, _ workshop: Workshop
  ) throws(ToolFailure) -> ([String], [[Double]]) {
    let bytes = try workshop.read(FilePath(path))
    let table: CSVTable
    do {
      table = try CSVReader.read(bytes, separator: .comma)
    } catch {
      throw .input(InputFailure(file: path, position: error.position, problem: error.description))
    }
    guard let header = table.header, header.first == "replication", !table.rows.isEmpty else {
      throw .input(
        InputFailure(file: path, problem: "it has not one row of measures per replication"))
    }
    var rows: [[Double]] = []
    for row in table.rows {
      let numbers = row.dropFirst().compactMap(\.number).filter(\.isFinite)
      guard numbers.count == header.count - 1 else {
        throw .input(
          InputFailure(
            file: path, position: row.first?.position, problem: "a number is missing in this row"))
      }
      rows.append(numbers)
    }
    return (Array(header.dropFirst()), rows)
  }
}

extension JSON {
  /// What differs from another value, as `key: mine → other`.
  func differences(from other: JSON, at path: String = "") -> [String] {
    guard self != other else { return [] }
    guard case .object(let mine) = self, case .object(let others) = other else {
      return ["\(path): \(compactText) → \(other.compactText)"]
    }
    let keys = mine.keys + others.keys.filter { mine[$0] == nil }
    return keys.flatMap { key in
      (mine[key] ?? .null).differences(
        from: others[key] ?? .null, at: path.isEmpty ? key : path + "." + key)
    }
  }
}
