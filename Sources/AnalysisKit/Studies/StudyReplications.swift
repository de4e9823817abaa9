internal import Statistics

/// How often each design is tried.
public enum StudyReplications: Equatable, Sendable {
  /// So often.
  case fixed(Int)
  /// Until the 95 % interval of the mean of a measure reaches no further than so much to each side.
  case until(measure: String, halfWidth: Double, least: Int, most: Int)

  /// How often at least.
  public var least: Int {
    switch self {
    case .fixed(let count): count
    case .until(_, _, let least, _): least
    }
  }
}

extension StudyRunner {
  /// Tries designs as often as it takes.
  ///
  /// - Parameters:
  ///   - name: What is worked out, for those who watch.
  ///   - designs: The designs.
  ///   - replications: How often each is tried.
  /// - Returns: The measures of each replicate of each design.
  /// - Throws: What stopped the work; what was done by then is kept.
  public func evaluate(
    _ name: String, _ designs: [[Double]], _ replications: StudyReplications
  ) throws(ToolFailure) -> [[[Double]]] {
    var counts = Array(repeating: replications.least, count: designs.count)
    func all() throws(ToolFailure) -> [[[Double]]] {
      try evaluate(name, zip(designs, counts).map { StudyTask($0, replicates: 0..<$1) })
    }
    var rows = try all()
    guard case .until(let measure, let halfWidth, let least, let most) = replications,
      let place = model.measures.firstIndex(of: measure)
    else { return rows }
    let rule = SequentialStopping(
      absoluteHalfWidth: halfWidth, minimum: max(2, least), maximum: max(2, least, most))
    while true {
      var isEnough = true
      for index in designs.indices {
        guard case .more(let expected) = rule.decide(after: rows[index].map { $0[place] }) else {
          continue
        }
        // Half as many again at most: a forecast from few is a guess.
        counts[index] = min(expected, counts[index] + max(2, counts[index] / 2))
        isEnough = false
      }
      guard !isEnough else { return rows }
      rows = try all()
    }
  }
}
