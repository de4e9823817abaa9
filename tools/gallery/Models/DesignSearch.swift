import Figures
import Numerics
import Randomness

/// A search for good networks: four roads, each with a design of its own.
struct DesignSearch {
  /// How the next network is found.
  enum Method: String, CaseIterable {
    /// A member of the front changes a little.
    case mutation = "mutation"
    /// Uphill on a weighted sum of both goals, with new weights now and then.
    case climbing = "climbing"
    /// Any network.
    case random = "random"
  }

  /// A network of four roads.
  struct Network {
    let roads: [SiteDesign]
    /// Capital cost, in millions of euros.
    var cost: Double { roads.reduce(0) { $0 + $1.cost } }
    /// The share of vehicles that strand, in percent.
    var stranded: Double { roads.reduce(0) { $0 + $1.stranded } / Double(roads.count) }
  }

  /// The cost of the networks, in the order in which they were tried.
  private(set) var costs: [Double] = []
  /// Their stranding.
  private(set) var strandings: [Double] = []

  /// Runs a search of so many tries.
  init(_ method: Method, run: Int, tries: Int = 1000) {
    var stream = Sample.stream("search " + method.rawValue, run)
    var front: [Network] = []
    var (current, weight) = (Self.random(&stream), stream.nextUnit())
    for turn in 0..<tries {
      let next: Network
      switch method {
      case .random: next = Self.random(&stream)
      case .mutation:
        next =
          turn < 10
          ? Self.random(&stream)
          : Self.mutant(front[stream.next(below: front.count)], &stream)
      case .climbing:
        if turn.isMultiple(of: 100) {
          (current, weight) = (Self.random(&stream), stream.nextUnit())
        }
        next = Self.mutant(current, &stream)
        if Self.sum(next, weight) < Self.sum(current, weight) { current = next }
      }
      costs.append(next.cost)
      strandings.append(next.stranded)
      let candidates = front + [next]
      front = ParetoStaircase(x: candidates.map(\.cost), y: candidates.map(\.stranded)).members
        .map { candidates[$0] }
    }
  }

  private static func random(_ stream: inout RandomStream) -> Network {
    Network(roads: (0..<4).map { _ in SiteDesign.all[stream.next(below: SiteDesign.all.count)] })
  }

  /// A neighbour: one number of about half of the roads changes a little.
  private static func mutant(_ network: Network, _ stream: inout RandomStream) -> Network {
    Network(
      roads: network.roads.map { road in
        guard stream.nextUnit() < 0.5 else { return road }
        let step = 1 + stream.next(below: 3)
        return road.neighbour(stream.next(below: 3), by: stream.nextUnit() < 0.5 ? step : -step)
      })
  }

  private static func sum(_ network: Network, _ weight: Double) -> Double {
    weight * network.cost / mostCost + (1 - weight) * (1 - depth(network.stranded))
  }

  /// Networks beyond these are worth nothing.
  static let mostCost = 40.0
  static let mostStranded = 40.0
  private static let leastStranded = 0.04

  /// How far a stranding is on the way from the most to the least, on a logarithm.
  private static func depth(_ stranded: Double) -> Double {
    let share = Double.log(mostStranded / stranded) / Double.log(mostStranded / leastStranded)
    return min(1, max(0, share))
  }

  /// The best of the first tries.
  func front(after count: Int) -> ParetoStaircase {
    ParetoStaircase(x: Array(costs.prefix(count)), y: Array(strandings.prefix(count)))
  }

  /// The share of the worthwhile objective space that the first tries dominate, stranding on a logarithm.
  func hypervolume(after count: Int) -> Double {
    let front = front(after: count)
    var (volume, reached) = (0.0, 0.0)
    for (cost, stranded) in zip(front.x, front.y) where cost < Self.mostCost {
      let depth = Self.depth(stranded)
      volume += (1 - cost / Self.mostCost) * max(0, depth - reached)
      reached = max(reached, depth)
    }
    return volume
  }
}
