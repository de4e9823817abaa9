internal import Reports
internal import Templating
internal import Text

/// What the template of key numbers is filled with.
enum NumbersModel {
  static func value(_ numbers: [KeyNumber]) -> TemplateValue {
    numbers.isEmpty ? .nothing : .object(members(numbers))
  }

  static func members(_ numbers: [KeyNumber]) -> TemplateObject {
    ["numbers": .list(numbers.map(value))]
  }

  private static func value(_ number: KeyNumber) -> TemplateValue {
    let details = [number.interval, number.sampleSize.map { "n\u{A0}=\u{A0}" + $0.groupedText }]
    return [
      "label": .text(number.label), "value": .text(number.value),
      "unit": number.unit.map { .text($0) } ?? .nothing,
      "detail": .text(details.compactMap(\.self).joined(separator: ", ")),
      "judgement": number.judgement.map {
        [
          "standing": .text($0.standing.rawValue), "words": .text($0.standing.words),
          "sentence": .text($0.sentence),
        ]
      } ?? .nothing,
    ]
  }
}
