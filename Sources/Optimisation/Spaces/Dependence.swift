/// A bound by decisions before, with indices in place of names.
struct IndexedLimit: Hashable, Sendable {
  let constant: Double
  let terms: [Term]

  struct Term: Hashable, Sendable {
    let place: Int
    let factor: Double
  }

  /// Looks the names up, and makes sure that the bound always leaves the lowest value.
  init?(
    of decision: Decision, among before: ArraySlice<Decision>
  ) throws(DecisionSpaceFailure) {
    guard let limit = decision.limit else { return nil }
    guard !decision.isCategory else { throw .wrongKind(decision.name) }
    constant = limit.constant
    var terms: [Term] = []
    var least = limit.constant
    for term in limit.terms {
      let place = try before.place(of: term.name, for: decision)
      terms.append(Term(place: place, factor: term.factor))
      least += term.factor * (term.factor > 0 ? before[place].lower : before[place].upper)
    }
    self.terms = terms
    let slack = 1e-9 * max(decision.step ?? 0, (decision.upper - decision.lower) * 1e-3)
    guard least >= decision.lower - slack else {
      throw .limitBelowRange(decision.name, limit: least)
    }
  }

  func value(in point: Point) -> Double {
    var value = constant
    for term in terms { value += term.factor * point[term.place] }
    return value
  }
}

/// When a decision exists, with an index in place of a name.
enum IndexedCondition: Hashable, Sendable {
  case atLeast(place: Int, value: Double)
  case among(place: Int, values: [Double])

  init?(
    of decision: Decision, among before: ArraySlice<Decision>
  ) throws(DecisionSpaceFailure) {
    switch decision.condition {
    case .always: return nil
    case .when(let name, let value):
      self = .atLeast(place: try before.place(of: name, for: decision), value: value)
    case .among(let name, let names):
      let place = try before.place(of: name, for: decision)
      guard case .category(let all) = before[place].kind else { throw .wrongKind(name) }
      var values: [Double] = []
      for name in names {
        guard let index = all.firstIndex(of: name) else {
          throw .unknownDependence(of: decision.name, on: name)
        }
        values.append(Double(index))
      }
      self = .among(place: place, values: values)
    }
  }

  func holds(in point: Point) -> Bool {
    switch self {
    case .atLeast(let place, let value): point[place] >= value
    case .among(let place, let values): values.contains(point[place])
    }
  }
}

extension ArraySlice<Decision> {
  fileprivate func place(
    of name: String, for decision: Decision
  ) throws(DecisionSpaceFailure) -> Int {
    guard let place = firstIndex(where: { $0.name == name }) else {
      throw .unknownDependence(of: decision.name, on: name)
    }
    return place
  }
}
