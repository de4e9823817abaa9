public import Text

extension RunRecord {
  static let format = "evtools run 1"

  /// The content of `run.json`.
  public var json: JSON {
    [
      "format": .string(Self.format),
      "status": .string(status.rawValue),
      "tool": .string(tool),
      "version": .string(program.version),
      "commit": program.commit.map { .string($0) } ?? nil,
      "uncommitted_changes": program.commit == nil ? nil : .bool(program.hasUncommittedChanges),
      "name": name.map { .string($0) } ?? nil,
      "seed": .integer(seed),
      "options": .object(options),
      "presentation": .object(presentation),
      "scenario": scenario?.json ?? nil,
      "inputs": .array(inputs.map(\.json)),
      "verdict": verdict.map { .string($0) } ?? nil,
      "outputs": .array(outputs.map(\.json)),
    ]
  }

  /// Reads what ``json`` wrote; nil when a key is missing or of the wrong kind.
  public init?(_ json: JSON) {
    guard json["format"]?.string == Self.format,
      let status = json["status"]?.string.flatMap(Status.init(rawValue:)),
      let tool = json["tool"]?.string, let version = json["version"]?.string,
      let seed = json["seed"]?.integer, let options = json["options"]?.object,
      let presentation = json["presentation"]?.object, let inputs = json["inputs"]?.array,
      let outputs = json["outputs"]?.array,
      ["commit", "name", "verdict"].allSatisfy({ json[$0]?.isNullOrText == true }),
      let changes = json["uncommitted_changes"], changes.isNull || changes.bool != nil,
      let scenario = json["scenario"], scenario.isNull || InputFile(scenario) != nil
    else { return nil }
    self.init(
      tool: tool,
      program: ProgramVersion(
        version: version, commit: json["commit"]?.string,
        hasUncommittedChanges: changes.bool ?? false),
      name: json["name"]?.string, seed: seed, options: options, presentation: presentation,
      scenario: InputFile(scenario))
    self.status = status
    self.verdict = json["verdict"]?.string
    self.inputs = inputs.compactMap(InputFile.init)
    self.outputs = outputs.compactMap(OutputFile.init)
    guard self.inputs.count == inputs.count, self.outputs.count == outputs.count else { return nil }
  }
}

extension JSON {
  fileprivate var isNullOrText: Bool { isNull || string != nil }
}

extension RunRecord.InputFile {
  var json: JSON { ["path": .string(path), "sha256": .string(sha256)] }

  init?(_ json: JSON) {
    guard let path = json["path"]?.string, let sha256 = json["sha256"]?.string else { return nil }
    self.init(path: path, sha256: sha256)
  }
}

extension RunRecord.OutputFile {
  var json: JSON {
    ["path": .string(path), "bytes": .integer(bytes), "sha256": .string(sha256)]
  }

  init?(_ json: JSON) {
    guard let path = json["path"]?.string, let bytes = json["bytes"]?.integer,
      let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(path: path, bytes: bytes, sha256: sha256)
  }
}
