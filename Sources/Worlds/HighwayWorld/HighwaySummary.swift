import Numerics
import Statistics

/// What came of a run, from the end of the warm-up to its end.
public struct HighwaySummary: Sendable, Equatable {
  /// The hours counted.
  public var hours = 0.0
  /// Cars that came.
  public var arrivals = 0
  /// Cars that left where they wanted to.
  public var completed = 0
  /// Cars that stood still, by cause in the order of ``StrandingCause``.
  public var stranded: [Int] = []
  /// Cars on the road at the end.
  public var onRoad = 0
  /// Requests to be charged.
  public var visits = 0
  /// Sessions begun.
  public var served = 0
  /// Cars that left a line.
  public var abandoned = 0
  /// Cars that a full waiting room turned away.
  public var denied = 0
  /// Cars that did not join because of the line.
  public var balked = 0
  /// How often a range began to be less than 1.2 times the way to the next station.
  public var atRisk = 0
  /// The mean wait of those served, in minutes.
  public var waitMean = 0.0
  /// The wait that half of those served did not exceed, in minutes.
  public var waitMedian = 0.0
  /// The wait that 90 % of those served did not exceed, in minutes.
  public var wait90 = 0.0
  /// The wait that 95 % of those served did not exceed, in minutes.
  public var wait95 = 0.0
  /// The wait that 99 % of those served did not exceed, in minutes.
  public var wait99 = 0.0
  /// The share of those who joined a line or a charger that had to wait.
  public var waitProbability = 0.0
  /// The share of all requests served within ten minutes.
  public var serviceLevel = 0.0
  /// The share of charger hours in which somebody stood there.
  public var utilisation = 0.0
  /// The share of what all chargers could have given.
  public var energyUtilisation = 0.0
  /// Mean cars waiting.
  public var queueMean = 0.0
  /// Mean cars charging.
  public var busyMean = 0.0
  /// Energy into cars, in kWh.
  public var toCars = 0.0
  /// Energy drawn by chargers, in kWh.
  public var drawn = 0.0
  /// Energy from the grid, in kWh.
  public var grid = 0.0
  /// Solar energy used, in kWh.
  public var solar = 0.0
  /// Wind energy used, in kWh.
  public var wind = 0.0
  /// Sun and wind that nobody used, in kWh.
  public var curtailed = 0.0
  /// Energy into batteries, in kWh.
  public var batteryIn = 0.0
  /// Energy out of batteries, in kWh.
  public var batteryOut = 0.0
  /// Energy to the grid, in kWh.
  public var export = 0.0
  /// Energy not served, in kWh.
  public var notServed = 0.0
  /// What the energy of the grid emitted, in kg of CO₂; sun and wind count as nothing, export as no relief.
  public var emitted = 0.0
  /// Episodes of too little power that began.
  public var blackouts = 0
  /// What drivers paid.
  public var income = 0.0
  /// What the grid took for energy.
  public var gridBill = 0.0
  /// What the grid took for the highest quarter of an hour.
  public var demandCharge = 0.0
  /// What the grid paid.
  public var exportIncome = 0.0
  /// The mean time on the road of cars that left it, in hours.
  public var tripHours = 0.0
  /// Charging stops per car that came.
  public var stopsPerTrip = 0.0
  /// Consumption on the road in kWh per 100 km.
  public var consumption = 0.0

  /// Makes the summary of nothing.
  public init() {}

  /// All cars that stood still.
  public var strandedAll: Int { stranded.reduce(0, +) }

  /// What remains of the income.
  public var profit: Double { income + exportIncome - gridBill - demandCharge }

  /// All measures with the names under which they are reported, in order.
  public var measures: [(name: String, value: Double)] {
    [
      ("arrivals", Double(arrivals)), ("completed", Double(completed)),
      ("stranded", Double(strandedAll)),
    ]
      + zip(StrandingCause.allCases, stranded).map { ("stranded_" + $0.name, Double($1)) }
      + [
        ("on_road", Double(onRoad)), ("visits", Double(visits)), ("served", Double(served)),
        ("abandoned", Double(abandoned)), ("denied", Double(denied)), ("balked", Double(balked)),
        ("at_risk", Double(atRisk)), ("wait_mean_min", waitMean), ("wait_p50_min", waitMedian),
        ("wait_p90_min", wait90), ("wait_p95_min", wait95), ("wait_p99_min", wait99),
        ("p_wait", waitProbability), ("service_level", serviceLevel),
        ("utilisation", utilisation), ("energy_utilisation", energyUtilisation),
        ("queue_mean", queueMean), ("busy_mean", busyMean), ("to_cars_kwh", toCars),
        ("drawn_kwh", drawn), ("grid_kwh", grid), ("solar_kwh", solar), ("wind_kwh", wind),
        ("curtailed_kwh", curtailed), ("battery_in_kwh", batteryIn),
        ("battery_out_kwh", batteryOut), ("export_kwh", export), ("not_served_kwh", notServed),
        ("co2_kg", emitted), ("blackouts", Double(blackouts)), ("income", income),
        ("grid_bill", gridBill),
        ("demand_charge", demandCharge), ("export_income", exportIncome), ("profit", profit),
        ("trip_h", tripHours), ("stops_per_trip", stopsPerTrip),
        ("consumption_kwh_per_100km", consumption),
      ]
  }
}

extension HighwaySummary {
  /// Takes what happened between two readings.
  init(
    from first: HighwayReading, to last: HighwayReading, waits: [ServedWait],
    blackouts: [Blackout], plan: HighwayPlan
  ) {
    hours = (last.time - first.time) / 3600
    func count(_ meter: KeyPath<StationReading, Int>) -> Int {
      last.total(meter) - first.total(meter)
    }
    func sum(_ meter: KeyPath<StationReading, Double>) -> Double {
      last.total(meter) - first.total(meter)
    }
    arrivals = last.arrived - first.arrived
    completed = last.completed - first.completed
    stranded = zip(last.strandedByCause, first.strandedByCause).map { $0 - $1 }
    onRoad = last.driving + last.waiting + last.charging
    visits = count(\.visits)
    served = count(\.started)
    abandoned = count(\.abandoned)
    denied = count(\.denied)
    balked = count(\.balked)
    atRisk = last.atRisk - first.atRisk
    takeWaits(waits)
    let joined = visits - denied - balked
    waitProbability = joined > 0 ? Double(count(\.delayed) + abandoned) / Double(joined) : 0
    let chargers = Double(plan.chargers.count)
    let busy = sum(\.busyHours)
    utilisation = hours > 0 && chargers > 0 ? busy / hours / chargers : 0
    queueMean = hours > 0 ? sum(\.waitingHours) / hours : 0
    busyMean = hours > 0 ? busy / hours : 0
    toCars = sum(\.toCars)
    let power = plan.chargers.map(\.power).compensatedSum()
    energyUtilisation = hours > 0 && power > 0 ? toCars / hours / power : 0
    drawn = sum(\.drawn)
    grid = sum(\.grid)
    solar = sum(\.solarUsed)
    wind = sum(\.windUsed)
    curtailed = sum(\.solarOffered) + sum(\.windOffered) - solar - wind
    batteryIn = sum(\.batteryIn)
    batteryOut = sum(\.batteryOut)
    export = sum(\.export)
    notServed = sum(\.notServed)
    emitted = sum(\.emitted)
    self.blackouts = blackouts.count { $0.start >= first.time }
    income = sum(\.income)
    gridBill = sum(\.gridBill)
    exportIncome = sum(\.exportIncome)
    demandCharge =
      last.total(\.peak) * plan.scenario.prices.demandCharge * hours / 720
    let gone = last.completed + last.stranded - first.completed - first.stranded
    tripHours = gone > 0 ? (last.tripHours - first.tripHours) / Double(gone) : 0
    stopsPerTrip = arrivals > 0 ? Double(last.stops - first.stops) / Double(arrivals) : 0
    let way = last.kilometres - first.kilometres
    consumption = way > 0 ? (last.consumed - first.consumed) / way * 100 : 0
  }

  private mutating func takeWaits(_ waits: [ServedWait]) {
    guard !waits.isEmpty else { return }
    var minutes = waits.map(\.minutes)
    waitMean = minutes.compensatedSum() / Double(minutes.count)
    let quick = minutes.count { $0 <= 10 }
    serviceLevel = visits > 0 ? min(Double(quick) / Double(visits), 1) : 0
    waitMedian = Quantile.select(0.5, from: &minutes)
    wait90 = Quantile.select(0.9, from: &minutes)
    wait95 = Quantile.select(0.95, from: &minutes)
    wait99 = Quantile.select(0.99, from: &minutes)
  }
}
