internal import RunRecords
internal import Text

extension Provenance {
  /// What stands in the page for machines.
  var json: JSON {
    [
      "tool": .string(tool),
      "version": .string(program.version),
      "commit": program.commit.map { .string($0) } ?? nil,
      "uncommitted_changes": program.commit == nil ? nil : .bool(program.hasUncommittedChanges),
      "command": .array(command.map { .string($0) }),
      "options": .object(options),
      "presentation": .object(presentation),
      "seeds": .array(seeds.map { .integer($0) }),
      "name": runName.map { .string($0) } ?? nil,
      "scenario": scenario.map(Self.json) ?? nil,
      "inputs": .array(inputs.map(Self.json)),
      "date": date.map { .string($0) } ?? nil,
      "tags": .array(tags.map { .string($0) }),
    ]
  }

  /// Reads what ``json`` wrote; a key that is missing or of the wrong kind is named.
  init(_ json: JSON) throws(ReportFileFailure) {
    func text(_ key: String) throws(ReportFileFailure) -> String {
      guard let text = json[key]?.string else { throw .badMember(key) }
      return text
    }
    func optionalText(_ key: String) throws(ReportFileFailure) -> String? {
      guard let value = json[key], value.isNull || value.string != nil else {
        throw .badMember(key)
      }
      return value.string
    }
    func list<Value>(
      _ key: String, _ read: (JSON) -> Value?
    ) throws(ReportFileFailure) -> [Value] {
      guard let values = json[key]?.array else { throw .badMember(key) }
      let list = values.compactMap(read)
      guard list.count == values.count else { throw .badMember(key) }
      return list
    }
    guard let changes = json["uncommitted_changes"], changes.isNull || changes.bool != nil else {
      throw .badMember("uncommitted_changes")
    }
    guard let options = json["options"]?.object else { throw .badMember("options") }
    guard let presentation = json["presentation"]?.object else { throw .badMember("presentation") }
    guard let scenario = json["scenario"], scenario.isNull || Self.file(scenario) != nil else {
      throw .badMember("scenario")
    }
    self.init(
      tool: try text("tool"),
      program: ProgramVersion(
        version: try text("version"), commit: try optionalText("commit"),
        hasUncommittedChanges: changes.bool ?? false),
      command: try list("command", \.string), options: options, presentation: presentation,
      seeds: try list("seeds", \.integer), runName: try optionalText("name"),
      scenario: Self.file(scenario), inputs: try list("inputs", Self.file),
      date: try optionalText("date"), tags: try list("tags", \.string))
  }

  private static func json(_ file: RunRecord.InputFile) -> JSON {
    ["path": .string(file.path), "sha256": .string(file.sha256)]
  }

  private static func file(_ json: JSON) -> RunRecord.InputFile? {
    guard let path = json["path"]?.string, let sha256 = json["sha256"]?.string else { return nil }
    return RunRecord.InputFile(path: path, sha256: sha256)
  }
}
