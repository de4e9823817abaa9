internal import RunRecords
internal import Templating
internal import Text

/// What the part of a page is filled with that says how it was made.
struct AccountModel {
  private let provenance: Provenance
  private let parts: [PagePart]

  init(_ provenance: Provenance, _ parts: [PagePart]) {
    self.provenance = provenance
    self.parts = parts
  }

  var value: TemplateValue {
    let inputs = (provenance.scenario.map { [$0] } ?? []) + provenance.inputs
    return [
      "tool": .text(provenance.tool),
      "version": .text(provenance.program.words),
      "command": .list(provenance.command.map { .text($0.shellWord) }),
      "seeds": provenance.seeds.isEmpty
        ? .nothing
        : [
          "word": .text(provenance.seeds.count == 1 ? "Seed" : "Seeds"),
          "numbers": .text(provenance.seeds.map(\.description).joined(separator: ", ")),
        ],
      "date": provenance.date.map { .text($0) } ?? .nothing,
      "options": .text(JSON.object(provenance.options).prettyText),
      "hasInputs": .flag(!inputs.isEmpty),
      "inputs": .list(
        inputs.map { ["name": .text($0.path), "sha256": .text($0.sha256)] }),
      "parts": .list(
        parts.map { ["name": .text($0.words), "sha256": .text($0.sha256)] }),
    ]
  }
}
