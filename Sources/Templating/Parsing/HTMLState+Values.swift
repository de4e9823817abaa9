extension HTMLState {
  /// Passes a place that a value fills and tells what the value must be.
  mutating func fill(isEscaped: Bool) throws(TemplateFailure.Reason) -> ValueNeed {
    let place = place
    switch place {
    case .text: return isEscaped ? .escaped : .html
    case .plainText, .attribute:
      guard isEscaped else { throw .needsEscaping(place) }
      filling = .text
      if phase == .quoted, attributeName == "content" { hasFilledContent = true }
      tail = []
      return .escaped
    case .script, .style, .link, .media, .reference:
      guard !isEscaped else { throw .unsafePlace(place) }
      guard filling == .empty, tail.isEmpty else { throw .notAlone(place) }
      filling = .value
      return switch place {
      case .script: .script
      case .style: .style
      case .link: .link
      case .media: .media
      default: .reference
      }
    default: throw .unsafePlace(place)
    }
  }

  /// Enters a section, before which and behind which HTML must be read alike.
  mutating func enterSection() {
    guard isWithinTag, phase != .beforeAttribute else { return }
    (phase, attribute) = (.gap, [])
  }

  /// Leaves a section that was entered in a state.
  mutating func leaveSection(enteredIn start: HTMLState) throws(TemplateFailure.Reason) {
    guard self != start else { return }
    var (end, begun) = (self, start)
    let mayEndInName = start.phase == .gap
    let endsAtName = phase == .attributeName || phase == .afterAttributeName
    if isWithinTag, start.isWithinTag, mayEndInName || !endsAtName {
      for keyPath in [\HTMLState.hasHeaderName, \HTMLState.hasFilledContent] {
        end[keyPath: keyPath] = end[keyPath: keyPath] || begun[keyPath: keyPath]
        begun[keyPath: keyPath] = end[keyPath: keyPath]
      }
      (end.phase, begun.phase) = (.gap, .gap)
      (end.attribute, begun.attribute) = ([], [])
      (end.endsWithSlash, begun.endsWithSlash) = (false, false)
    }
    guard end == begun else {
      throw isWithinTag && start.isWithinTag
        ? .missingBlankInTag : .endsElsewhere(place, begun: start.place)
    }
    self = end
  }
}

/// What a value must be at its place.
enum ValueNeed: Equatable, Sendable {
  /// Text or a number, which is escaped.
  case escaped
  /// Anything, which is written as it is: in lenient templates.
  case verbatim
  case html, script, style, link, media, reference
}
