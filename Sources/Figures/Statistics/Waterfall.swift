/// How a total comes about: bars that hang where the one before has ended.
///
///     let costs = Waterfall([.change(10), .change(-4), .total])
///     costs.bars.map(\.from)   // [0, 10, 0]
///     costs.bars.map(\.to)     // [10, 6, 6]
public struct Waterfall: Equatable, Sendable {
  /// The bars, one for each step.
  public let bars: [Bar]
  /// What has come about after the last step.
  public let total: Double

  /// A step on the way.
  public enum Step: Equatable, Sendable {
    /// Adds something, or takes it away; nothing where it is not finite.
    case change(Double)
    /// Shows what has come about so far.
    case total
  }

  /// A bar.
  public struct Bar: Equatable, Sendable {
    /// Where it begins.
    public let from: Double
    /// Where it ends, which is where the next change begins.
    public let to: Double
    /// What it shows.
    public let kind: Kind
  }

  /// What a bar shows.
  public enum Kind: String, CaseIterable, Equatable, Hashable, Sendable {
    /// More than before, or as much.
    case rise
    /// Less than before.
    case fall
    /// All so far.
    case total
    /// A change that is unknown.
    case gap
  }

  /// Hangs up the bars.
  public init(_ steps: [Step]) {
    var sum = 0.0
    bars = steps.map { step in
      switch step {
      case .total: return Bar(from: 0, to: sum, kind: .total)
      case .change(let change):
        guard change.isFinite else { return Bar(from: sum, to: sum, kind: .gap) }
        let start = sum
        sum += change
        return Bar(from: start, to: sum, kind: change < 0 ? .fall : .rise)
      }
    }
    total = sum
  }
}
