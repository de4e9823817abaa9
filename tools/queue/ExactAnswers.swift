import Quantities
import Queueing
import Randomness

/// What queueing theory knows exactly about a station, next to which the simulation has to hold.
struct ExactAnswers: Sendable {
  /// The exact long-run values; not a number where no exact result is known.
  private(set) var measures = Measures()
  /// The exact number charging in each hour of the day, as a mean over the hour.
  private(set) var busyByHour: [Double] = []

  /// Collects what is known of a station that sees a number of customers.
  init(_ plan: StationPlan, customers: Double) {
    guard plan.isStable else {
      // All chargers are always busy, and all who come must wait.
      for (measure, value) in [
        (Measure.waitProbability, 1.0), (.utilisation, 1), (.blockedShare, 0), (.abandonedShare, 0),
      ] {
        measures[measure] = value
      }
      return
    }
    switch plan.arrivals {
    case .steady: measures = Self.steady(plan)
    case .daily(let profile):
      measures = Self.balance(plan)
      if plan.chargers == nil {
        // The mean over the hour that ends at a time is the curve of a service time that is as long
        // again as the hour is to come: average its limited mean over the hour, and read off at the end.
        let curve = TimeVaryingInfiniteServer(
          rates: profile.rates, period: profile.period, meanService: plan.service.mean.hours,
          limitedMean: LimitedMean.averaged(over: 1, plan.service.limitedMeanIntegralInHours))
        busyByHour = (1...24).map { curve.meanBusy(at: Double($0)) }
      }
    }
    countCustomers(customers)
  }

  private mutating func countCustomers(_ customers: Double) {
    measures[.arrivals] = customers
    measures[.blocked] = customers * measures[.blockedShare]
    measures[.abandoned] = customers * measures[.abandonedShare]
    measures[.served] =
      customers * (1 - measures[.blockedShare] - measures[.abandonedShare])
  }

  private static func steady(_ plan: StationPlan) -> Measures {
    guard let chargers = plan.chargers else { return balance(plan) }
    let arrivalRate = plan.meanRate.perHour / 60
    let abandonmentRate = plan.meanPatience.map { 1 / $0.minutes } ?? 0
    switch plan.service {
    case .exponential(let service):
      return Measures(
        MarkovQueue(
          arrivalRate: arrivalRate, serviceRate: 1 / service.mean, servers: chargers,
          waitingSpots: plan.waitingSpots, abandonmentRate: abandonmentRate))
    case _ where plan.waitingSpots == 0:
      return Measures(LossSystem(offeredLoad: plan.offeredLoad, servers: chargers))
    case _ where plan.neverTurnsAway && plan.service.variance == 0:
      return balance(plan).filled(
        DeterministicServiceQueue(
          arrivalRate: arrivalRate, serviceTime: plan.service.mean.minutes, servers: chargers))
    case _ where plan.neverTurnsAway && chargers == 1:
      return balance(plan).filled(
        SingleServerQueue(
          arrivalRate: arrivalRate, meanService: plan.service.mean.minutes,
          serviceVariance: plan.service.variance))
    default:
      return balance(plan)
    }
  }

  /// What follows from the balance of flows alone, for every arrival pattern and service.
  private static func balance(_ plan: StationPlan) -> Measures {
    var measures = Measures()
    if plan.waitingSpots == nil || plan.chargers == nil { measures[.blockedShare] = 0 }
    if plan.meanPatience == nil || plan.chargers == nil { measures[.abandonedShare] = 0 }
    if plan.neverTurnsAway { measures[.busyMean] = plan.offeredLoad }
    guard let chargers = plan.chargers else {
      for measure in [Measure.waitProbability, .waitMean, .waitP95, .queueMean] {
        measures[measure] = 0
      }
      return measures
    }
    if plan.neverTurnsAway { measures[.utilisation] = plan.offeredLoad / Double(chargers) }
    return measures
  }
}

extension StationPlan {
  /// Whether everybody who comes is served in the end.
  var neverTurnsAway: Bool {
    chargers == nil || (waitingSpots == nil && meanPatience == nil)
  }
}

extension ServiceModel {
  /// The integral from 0 of E[min(*S*, *x*)] of the charging time *S*, in hours.
  fileprivate var limitedMeanIntegralInHours: @Sendable (Double) -> Double {
    switch self {
    case .exponential: LimitedMean.exponentialIntegral(mean: mean.hours)
    case .deterministic: LimitedMean.recordIntegral([mean.hours])
    case .lognormal(let service):
      LimitedMean.lognormalIntegral(
        mean: mean.hours, coefficientOfVariation: service.coefficientOfVariation)
    case .trace(let service): LimitedMean.recordIntegral(service.values.map { $0 / 60 })
    }
  }
}

extension Measures {
  fileprivate init(_ queue: MarkovQueue) {
    self.init()
    self[.blockedShare] = queue.blockedShare
    self[.abandonedShare] = queue.abandonedShare
    self[.waitProbability] = queue.waitProbability
    self[.waitMean] = queue.meanWait
    self[.waitP95] = queue.waitQuantile(0.95)
    self[.utilisation] = queue.utilisation
    self[.queueMean] = queue.meanQueueLength
    self[.busyMean] = queue.meanBusy
  }

  fileprivate init(_ system: LossSystem) {
    self.init()
    self[.blockedShare] = system.blockedShare
    self[.utilisation] = system.utilisation
    self[.busyMean] = system.meanBusy
    for measure in [Measure.abandonedShare, .waitProbability, .waitMean, .waitP95, .queueMean] {
      self[measure] = 0
    }
  }

  fileprivate func filled(_ queue: DeterministicServiceQueue) -> Measures {
    var measures = self
    measures[.waitProbability] = queue.waitProbability
    measures[.waitMean] = queue.meanWait
    measures[.waitP95] = queue.waitQuantile(0.95)
    measures[.queueMean] = queue.meanQueueLength
    return measures
  }

  fileprivate func filled(_ queue: SingleServerQueue) -> Measures {
    var measures = self
    measures[.waitProbability] = queue.waitProbability
    measures[.waitMean] = queue.meanWait
    measures[.queueMean] = queue.meanQueueLength
    return measures
  }
}
