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
    let cost: Double
    /// The share of vehicles that strand, in percent.
    let stranded: Double

    init(roads: [SiteDesign]) {
      self.roads = roads
      cost = roads.reduce(0) { $0 + $1.cost }
      stranded = roads.reduce(0) { $0 + $1.stranded } / Double(roads.count)
    }
  }

  /// The networks that no other beats, from the cheapest on.
  private(set) var front: [Network] = []
  /// The share of the worthwhile objective space that is dominated after each try, stranding on a logarithm.
  private(set) var hypervolumes: [Double] = []

  /// Runs a search of so many tries.
  init(_ method: Method, run: Int, tries: Int = 1000) {
    var stream = Sample.stream("search " + method.rawValue, run)
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
      let isBetter = take(next)
      hypervolumes.append(isBetter ? hypervolume : hypervolumes.last ?? 0)
    }
  }

  /// Puts a network into the front, and those out of it that it beats; returns whether it belongs there.
  private mutating func take(_ network: Network) -> Bool {
    let goals = (network.cost, network.stranded)
    let place = front.firstIndex { ($0.cost, $0.stranded) > goals } ?? front.count
    if place > 0 {
      let cheaper = front[place - 1]
      guard network.stranded < cheaper.stranded || (cheaper.cost, cheaper.stranded) == goals else {
        return false
      }
    }
    let beaten = front[place...].prefix { $0.stranded >= network.stranded }
    front.replaceSubrange(beaten.indices, with: [network])
    return true
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

  private var hypervolume: Double {
    var (volume, reached) = (0.0, 0.0)
    for network in front where network.cost < Self.mostCost {
      let depth = Self.depth(network.stranded)
      volume += (1 - network.cost / Self.mostCost) * max(0, depth - reached)
      reached = max(reached, depth)
    }
    return volume
  }
}
