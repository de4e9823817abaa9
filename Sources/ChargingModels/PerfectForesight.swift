/// What a battery should do if one knew the whole day in advance.
///
/// Dynamic programming over a grid of energies and equal steps of time (Bellman 1957). The cost is that
/// of a plan that can be carried out, so it is never below the optimum of the linear program, and
/// comes as close as the grid is fine.
///
///     let plan = PerfectForesight(
///       load: [50, 50], prices: [0.1, 0.3], battery: StationBattery(capacity: 100))
///     plan.setpoints   // negative in the first hour, positive in the second
public struct PerfectForesight: Sendable, Equatable {
  /// What the battery gives in each step, in kW at the bus; negative when it takes.
  public let setpoints: [Double]
  /// What the grid takes less what it pays, over all steps.
  public let cost: Double
  /// What could not be served, in kWh.
  public let notServed: Double

  /// Plans.
  ///
  /// - Parameters:
  ///   - load: What is drawn beyond sun and wind in each step, in kW; negative for a surplus.
  ///   - prices: What the grid takes per kWh in each step.
  ///   - export: What the grid pays per kWh.
  ///   - grid: What the grid can give, in kW.
  ///   - exportLimit: What the grid can take, in kW.
  ///   - battery: The battery; in the end it holds at least what it held at first.
  ///   - hours: The length of a step.
  ///   - levels: How many energies are looked at.
  public init(
    load: [Double], prices: [Double], export: Double = 0, grid: Double = .infinity,
    exportLimit: Double = 0, battery: StationBattery, hours: Double = 1, levels: Int = 401
  ) {
    precondition(load.count == prices.count, "every step has a load and a price")
    precondition(levels >= 2 && hours > 0, "a plan needs two levels and a length of step")
    let low = battery.capacity * battery.lowest
    let high = battery.capacity * battery.highest
    let spacing = (high - low) / Double(levels - 1)
    let efficiency = battery.roundTrip.squareRoot()
    let start = battery.capacity * battery.initial
    guard battery.capacity > 0, spacing > 0 else {
      let costs = load.indices.map {
        Self.cost(load[$0], prices[$0], export, grid, exportLimit, hours)
      }
      setpoints = load.map { _ in 0 }
      cost = costs.reduce(0) { $0 + $1.money }
      notServed = costs.reduce(0) { $0 + $1.missing }
      return
    }
    let up = Int((battery.chargePower * hours * efficiency / spacing + 1e-9).rounded(.down))
    let down = Int((battery.dischargePower * hours / efficiency / spacing + 1e-9).rounded(.down))
    // The level at or below what is stored at first, and at or above it in the end: never a gift.
    let first = Int(((start - low) / spacing + 1e-9).rounded(.down))
    let last = Int(((start - low) / spacing - 1e-9).rounded(.up))
    var value = (0..<levels).map { $0 >= last ? 0 : Double.infinity }
    var moves = [[Int32]](repeating: [], count: load.count)
    for step in load.indices.reversed() {
      var before = [Double](repeating: .infinity, count: levels)
      var best = [Int32](repeating: 0, count: levels)
      let costs = (-down...up).map { move in
        let power = Self.power(Double(move) * spacing, efficiency, hours)
        let cost = Self.cost(load[step] + power, prices[step], export, grid, exportLimit, hours)
        return cost.money + 1e4 * cost.missing
      }
      for level in 0..<levels {
        for next in max(level - down, 0)...min(level + up, levels - 1) {
          let total = costs[next - level + down] + value[next]
          guard total < before[level] else { continue }
          before[level] = total
          best[level] = Int32(next - level)
        }
      }
      value = before
      moves[step] = best
    }
    var (level, money, missing) = (first, 0.0, 0.0)
    var plan: [Double] = []
    for step in load.indices {
      let move = Int(moves[step][level])
      let power = Self.power(Double(move) * spacing, efficiency, hours)
      let cost = Self.cost(load[step] + power, prices[step], export, grid, exportLimit, hours)
      money += cost.money
      missing += cost.missing
      plan.append(-power)
      level += move
    }
    (setpoints, cost, notServed) = (plan, money, missing)
  }

  /// The power into the battery, at the bus, that changes what is stored by so much.
  private static func power(_ change: Double, _ efficiency: Double, _ hours: Double) -> Double {
    change >= 0 ? change / efficiency / hours : change * efficiency / hours
  }

  private static func cost(
    _ net: Double, _ price: Double, _ export: Double, _ grid: Double, _ exportLimit: Double,
    _ hours: Double
  ) -> (money: Double, missing: Double) {
    guard net > 0 else { return (-min(-net, exportLimit) * export * hours, 0) }
    let imported = min(net, grid)
    return (imported * price * hours, (net - imported) * hours)
  }
}
