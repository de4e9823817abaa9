import AnalysisKit
import HighwayStudies
import HighwayWorld
import Randomness
import Statistics

/// Which station's lack of chargers leaves cars standing: every replicate is run again with one more charger here or there.
struct ChargerAttribution: Sendable {
  /// What one more charger at one station does, per run of the road.
  struct Station: Sendable {
    /// Its place in km.
    let position: Double
    /// Cars that no longer strand.
    let rescued: Interval
    /// Cars that strand now and did not before.
    let newlyStranded: Interval
    /// Strandings less than before.
    let net: Interval
    /// Its part, by Shapley, in what one more charger at every station does together.
    let value: Interval
    /// That part as a share of the whole; nil where the whole is nothing, or might be.
    let share: Interval?
  }

  let traffic: Double
  let replicates: Int
  /// Strandings per run before anything was added.
  let base: Interval
  /// Strandings less per run with one more charger at every station.
  let together: Interval
  let stations: [Station]
  /// Whether Shapley's values are over all orders of the stations, and not over some.
  let isExact: Bool

  private static let most = 16
  /// Up to so many stations all coalitions are run.
  private static let mostForExact = 4

  /// Asks of each station whether one more charger would have saved cars.
  ///
  /// Fails where stations have chargers of several kinds, of which one more could be this or that.
  init?(
    _ plan: StrandingPlan, traffic: Double, replicates: Int, in workshop: Workshop
  ) throws(ToolFailure) {
    let scenario = try plan.middleScenario(traffic: traffic)
    let built = scenario.resolvedStations
    guard built.allSatisfy({ $0.chargers.count == 1 }), (1...40).contains(built.count) else {
      return nil
    }
    let replicates = min(replicates, Self.most)
    let game = try StationGame(
      scenario, built.map { Double($0.chargers[0].count) }, replicates, in: workshop)
    let isExact = built.count <= Self.mostForExact
    let values = isExact ? try game.exactValues() : try game.sampledValues()
    let rescues = try game.rescues()
    let all = values.map { $0.reduce(0, +) }
    let key = RandomKey(seed: UInt64(workshop.seed)).key("attribution")
    (self.traffic, self.replicates, self.isExact) = (traffic, replicates, isExact)
    base = Self.mean(game.base)
    together = Self.mean(all)
    stations = built.indices.map { station in
      let rows = rescues[station]
      return Station(
        position: built[station].position, rescued: Self.mean(rows.map { $0[1] }),
        newlyStranded: Self.mean(rows.map { $0[2] }), net: Self.mean(rows.map { $0[1] - $0[2] }),
        value: Self.mean(values.map { $0[station] }),
        share: Self.share(values.map { $0[station] }, of: all, key: key.key(station)))
    }
  }

  private static func mean(_ values: [Double]) -> Interval {
    Interval.studentT(values) ?? Interval(mean: values.first ?? 0, low: 0, high: .infinity)
  }

  /// The share of sums, whole replicates drawn anew.
  private static func share(
    _ parts: [Double], of wholes: [Double], key: RandomKey
  ) -> Interval? {
    Interval.bootstrapPercentile(parts.indices.map(Double.init), key: key) { drawn in
      let whole = drawn.reduce(0) { $0 + wholes[Int($1)] }
      return whole > 0 ? drawn.reduce(0) { $0 + parts[Int($1)] } / whole : .nan
    }
  }
}

/// The runs behind an attribution: who joins is the stations that have one more charger.
private struct StationGame {
  private let runner: StudyRunner<StrandingModel>
  private let rescueRunner: StudyRunner<RescueModel>
  private let chargers: [Double]
  private let replicates: Int
  private let key: RandomKey
  /// The strandings of each replicate with nothing added.
  let base: [Double]

  init(
    _ scenario: HighwayScenario, _ chargers: [Double], _ replicates: Int, in workshop: Workshop
  ) throws(ToolFailure) {
    let factors = chargers.enumerated().map { station, count in
      Factor(
        "chargers-\(station + 1)", key: "stations.chargers[\(station)]",
        .whole(Int(count)...Int(count) + 1))
    }
    let question = try StrandingPlan.question(scenario, factors, workshop)
    runner = try workshop.study(of: StrandingModel(question))
    rescueRunner = try workshop.study(of: RescueModel(question: question, base: chargers))
    (self.chargers, self.replicates) = (chargers, replicates)
    key = RandomKey(seed: UInt64(workshop.seed)).key("orders of stations")
    let place = runner.model.place(of: Self.measure)
    base = try runner.evaluate(
      "the road as it is", [StudyTask(chargers, replicates: 0..<replicates)])[0].map { $0[place] }
  }

  private static let measure = "stranded_by_network"

  /// The stations in an order drawn by chance (Fisher and Yates).
  private func order(of replicate: Int) -> [Int] {
    var stream = key.stream(replicate)
    var order = Array(chargers.indices)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, stream.next(below: last + 1))
    }
    return order
  }

  private func design(_ coalition: Coalition) -> [Double] {
    chargers.enumerated().map { coalition.contains($0) ? $1 + 1 : $1 }
  }

  private func strandings(
    _ tasks: [(Coalition, Range<Int>)]
  ) throws(ToolFailure) -> [[Double]] {
    let place = runner.model.place(of: Self.measure)
    return try runner.evaluate(
      "one more charger here and there", tasks.map { StudyTask(design($0), replicates: $1) }
    ).map { $0.map { $0[place] } }
  }

  /// For each station the rows of ``RescueModel`` with one more charger there.
  func rescues() throws(ToolFailure) -> [[[Double]]] {
    try rescueRunner.evaluate(
      "cars saved by one more charger",
      chargers.indices.map {
        StudyTask(design(Coalition.empty.with($0)), replicates: 0..<replicates)
      })
  }

  /// For each replicate the values of the stations, from all coalitions.
  func exactValues() throws(ToolFailure) -> [[Double]] {
    let coalitions = Coalition.every(of: chargers.count)
    let counts = try strandings(coalitions.map { ($0, 0..<replicates) })
    let places = Dictionary(uniqueKeysWithValues: coalitions.enumerated().map { ($1, $0) })
    return (0..<replicates).map { replicate in
      ShapleyValue.exact(players: chargers.count) { coalition in
        places[coalition].map { base[replicate] - counts[$0][replicate] } ?? 0
      }
    }
  }

  /// The same from one order of the stations for each replicate, drawn by chance, and its reverse.
  func sampledValues() throws(ToolFailure) -> [[Double]] {
    let orders = (0..<replicates).map { replicate -> [[Int]] in
      let order = order(of: replicate)
      return [order, order.reversed()]
    }
    var tasks: [(Coalition, Range<Int>)] = []
    for (replicate, orders) in orders.enumerated() {
      for order in orders {
        var coalition = Coalition.empty
        for station in order {
          coalition = coalition.with(station)
          tasks.append((coalition, replicate..<replicate + 1))
        }
      }
    }
    let counts = try strandings(tasks)
    var worths = (0..<replicates).map { _ in [Coalition.empty: 0.0] }
    for (task, counts) in zip(tasks, counts) {
      let replicate = task.1.lowerBound
      worths[replicate][task.0] = base[replicate] - counts[0]
    }
    return orders.enumerated().map { replicate, orders in
      ShapleyValue.sampled(orders: orders) { worths[replicate][$0] ?? 0 }
    }
  }
}
