/// The designs that no other beats in both goals, and the staircase between what they can and cannot reach.
///
///     let front = ParetoStaircase(x: [1, 2, 3, 2], y: [4, 2, 1, 3])
///     front.members                        // [0, 1, 2]
///     front.staircase(to: (5, 5)).x        // [1, 1, 2, 2, 3, 3, 5]
public struct ParetoStaircase: Equatable, Sendable {
  /// Which designs are not dominated, by the first goal from its best to its worst; equals are all kept.
  public let members: [Int]
  /// The first goal of the members.
  public let x: [Double]
  /// The second goal of the members.
  public let y: [Double]
  /// How many designs were left out as not finite.
  public let omitted: Int

  private let goals: (x: Goal, y: Goal)

  /// What is better.
  public enum Goal: String, CaseIterable, Equatable, Hashable, Sendable {
    /// Less.
    case minimise
    /// More.
    case maximise

    /// The value with the sign that makes less better.
    func cost(_ value: Double) -> Double { self == .minimise ? value : -value }
  }

  /// Finds the designs that are not dominated.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(x: [Double], y: [Double], goals: (x: Goal, y: Goal) = (.minimise, .minimise)) {
    precondition(x.count == y.count, "Each design has both goals.")
    let costs = x.indices.map { (x: goals.x.cost(x[$0]), y: goals.y.cost(y[$0])) }
    let order = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
      .sorted { (costs[$0].x, costs[$0].y, $0) < (costs[$1].x, costs[$1].y, $1) }
    var members: [Int] = []
    for index in order {
      guard let last = members.last.map({ costs[$0] }) else {
        members.append(index)
        continue
      }
      if costs[index].y < last.y || costs[index] == last { members.append(index) }
    }
    self.members = members
    (self.x, self.y) = (members.map { x[$0] }, members.map { y[$0] })
    (self.goals, omitted) = (goals, x.count - order.count)
  }

  /// Returns the line between what is reached and what is not, up to a reference that is worse than both.
  ///
  /// Members that are not better than the reference in both goals take no part.
  public func staircase(to reference: (x: Double, y: Double)) -> (x: [Double], y: [Double]) {
    let limit = (x: goals.x.cost(reference.x), y: goals.y.cost(reference.y))
    let inside = members.indices.filter {
      goals.x.cost(x[$0]) < limit.x && goals.y.cost(y[$0]) < limit.y
        && ($0 == 0 || x[$0] != x[$0 - 1] || y[$0] != y[$0 - 1])
    }
    guard !inside.isEmpty else { return ([], []) }
    var line = (x: [Double](), y: [Double]())
    var level = reference.y
    for member in inside {
      line.x += [x[member], x[member]]
      line.y += [level, y[member]]
      level = y[member]
    }
    return (line.x + [reference.x], line.y + [level])
  }

  /// Returns the polygon of all that is dominated, up to a reference; its area is the hypervolume.
  public func dominatedRegion(
    to reference: (x: Double, y: Double)
  ) -> (x: [Double], y: [Double]) {
    let line = staircase(to: reference)
    return line.x.isEmpty ? line : (line.x + [reference.x], line.y + [reference.y])
  }

  /// Whether two staircases have the same members and goals.
  public static func == (left: ParetoStaircase, right: ParetoStaircase) -> Bool {
    left.members == right.members && left.x == right.x && left.y == right.y
      && left.omitted == right.omitted && left.goals == right.goals
  }
}
