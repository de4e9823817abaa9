/// Who gives how much, at a station that draws a certain power.
///
/// Sun and wind always come first, and a car never stands still while the battery could help. What the
/// rule decides is when the battery works and when the grid does.
@frozen
public struct StationDispatch: Sendable, BitwiseCopyable {
  /// The rule.
  public var rule: DispatchRule
  /// The energy of the full battery in kWh.
  public var capacity: Double
  /// The lowest and the highest energy in it in kWh.
  public var lowest: Double
  /// The highest energy in it in kWh.
  public var highest: Double
  /// The highest power into it in kW.
  public var chargePower: Double
  /// The highest power out of it in kW.
  public var dischargePower: Double
  /// What remains of energy on each way through it.
  public var efficiency: Double
  /// The highest power to the grid in kW.
  public var exportLimit: Double

  /// Takes the numbers of a battery.
  public init(rule: DispatchRule, battery: StationBattery, exportLimit: Double) {
    self.rule = rule
    capacity = battery.capacity
    lowest = battery.capacity * battery.lowest
    highest = battery.capacity * battery.highest
    chargePower = battery.capacity > 0 ? battery.chargePower : 0
    dischargePower = battery.capacity > 0 ? battery.dischargePower : 0
    efficiency = battery.roundTrip.squareRoot()
    self.exportLimit = exportLimit
  }

  /// Returns who gives how much.
  ///
  /// - Parameters:
  ///   - demand: What the cars would draw from the bus, in kW.
  ///   - solar: What the sun offers, in kW.
  ///   - wind: What the wind offers, in kW.
  ///   - grid: What the grid can give, in kW.
  ///   - stored: What is in the battery, in kWh.
  ///   - hour: The hour of the day, 0 to 23.
  ///   - setpoint: What the battery should give, in kW, by the rule `schedule`; negative to take.
  /// - Returns: The power of everything at the bus.
  @inlinable
  public func flows(
    demand: Double, solar: Double, wind: Double, grid: Double, stored: Double, hour: Int,
    setpoint: Double = 0
  ) -> PowerFlows {
    let offered = solar + wind
    let surplus = Swift.max(offered - demand, 0)
    let missing = Swift.max(demand - offered, 0)
    let tolerance = 1e-9 * capacity
    let canGive = stored > lowest + tolerance ? dischargePower : 0
    let canTake = stored < highest - tolerance ? chargePower : 0
    var wish = wish(missing: missing, surplus: surplus, stored: stored, hour: hour, setpoint)
    // Nobody stands still while the battery could help.
    wish.give = Swift.max(wish.give, missing - grid)
    var flows = PowerFlows()
    flows.batteryOut = Swift.max(Swift.min(wish.give, missing, canGive), 0)
    let imported = Swift.min(missing - flows.batteryOut, grid)
    let fromSurplus = Swift.min(surplus, canTake)
    let fromGrid =
      flows.batteryOut > 0
      ? 0 : Swift.max(Swift.min(wish.takeFromGrid, canTake - fromSurplus, grid - imported), 0)
    flows.batteryIn = fromSurplus + fromGrid
    flows.grid = imported + fromGrid
    flows.shortfall = Swift.max(missing - flows.batteryOut - imported, 0)
    flows.export = Swift.min(surplus - fromSurplus, exportLimit)
    let used = demand + fromSurplus + flows.export
    let share = offered > 0 ? Swift.min(used / offered, 1) : 0
    flows.solar = solar * share
    flows.wind = wind * share
    flows.turningPoint = turningPoint(
      flows, stored: stored, floor: wish.floor, ceiling: wish.ceiling)
    return flows
  }

  /// What the rule wants of the battery.
  @frozen
  @usableFromInline
  struct Wish {
    @usableFromInline var give = 0.0
    @usableFromInline var takeFromGrid = 0.0
    /// The energy below which the wish to give ends, and above which that to take ends.
    @usableFromInline var floor = 0.0
    @usableFromInline var ceiling = 0.0

    @inlinable init() {}
  }

  @inlinable
  func wish(missing: Double, surplus: Double, stored: Double, hour: Int, _ setpoint: Double)
    -> Wish
  {
    var wish = Wish()
    (wish.floor, wish.ceiling) = (lowest, highest)
    switch rule {
    case .selfConsumption: wish.give = missing
    case .gridFirst: wish.takeFromGrid = chargePower
    case .schedule, .optimal:
      wish.give = Swift.max(setpoint, 0)
      wish.takeFromGrid = Swift.max(-setpoint - surplus, 0)
    case .timeOfUse:
      if hour >= 23 || hour < 7 {
        wish.ceiling = Swift.min(0.8 * capacity, highest)
        if stored < wish.ceiling - 1e-9 * capacity { wish.takeFromGrid = 0.5 * chargePower }
      } else {
        let isPeak = hour >= 17 && hour < 21
        wish.floor = Swift.max((isPeak ? 0.2 : 0.3) * capacity, lowest)
        if stored > wish.floor + 1e-9 * capacity {
          wish.give = isPeak ? missing : Swift.min(0.5 * missing, 0.3 * dischargePower)
        }
      }
    }
    return wish
  }

  /// Returns the energy in the battery at which these flows must be thought over.
  @inlinable
  func turningPoint(_ flows: PowerFlows, stored: Double, floor: Double, ceiling: Double) -> Double {
    let tolerance = 1e-9 * capacity
    if flows.batteryOut > 0 { return stored > floor + tolerance ? floor : lowest }
    return stored < ceiling - tolerance ? ceiling : highest
  }
}

/// The rules of dispatch.
@frozen
public enum DispatchRule: String, Hashable, Sendable, Codable, CaseIterable, BitwiseCopyable {
  /// The battery works whenever sun and wind do not suffice; the grid gives the rest.
  case selfConsumption = "self-consumption"
  /// Charges from 23 to 7 o'clock, gives all it can from 17 to 21 and a little between.
  case timeOfUse = "time-of-use"
  /// The battery is kept full for when the grid does not suffice.
  case gridFirst = "grid-first"
  /// The battery does what a schedule or a policy says.
  case schedule
  /// The battery does what would have been best for the day, had one known it; a world plans it as a
  /// schedule of its own, and until then it only helps where the grid does not suffice.
  case optimal
}

/// The power of everything at a station's bus, in kW; none is negative.
@frozen
public struct PowerFlows: Sendable, Equatable, BitwiseCopyable {
  /// Taken from the grid.
  public var grid = 0.0
  /// Used of what the sun offers.
  public var solar = 0.0
  /// Used of what the wind offers.
  public var wind = 0.0
  /// Out of the battery.
  public var batteryOut = 0.0
  /// Into the battery.
  public var batteryIn = 0.0
  /// Given to the grid.
  public var export = 0.0
  /// Wished by cars and not there.
  public var shortfall = 0.0
  /// The energy in the battery, in kWh, at which the flows must be thought over.
  public var turningPoint = 0.0

  /// Nothing flows.
  @inlinable
  public init() {}
}
