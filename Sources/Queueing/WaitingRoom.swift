import Numerics

/// The birth-death chain of a queue with a finite waiting room, summed state by state.
///
/// Every sum has positive terms. The states are weighed from the most likely one outwards, so that
/// neither a rush nor an idle night leaves the range of a `Double`.
struct WaitingRoom: Sendable {
  private(set) var blockedShare = 0.0
  private(set) var abandonedShare = 0.0
  private(set) var waitProbability = 0.0
  private(set) var meanWait = 0.0
  private(set) var meanQueueLength = 0.0
  private(set) var meanBusy = 0.0

  private let capacityRate: Double
  private let abandonmentRate: Double
  private let firstState: Int
  /// Share of the served who found more than `firstState` + *k* places of the queue before them.
  private var beyond: [Double] = []

  init(
    arrivalRate: Double, serviceRate: Double, servers: Int, spots: Int, abandonmentRate: Double
  ) {
    let load = arrivalRate / serviceRate
    capacityRate = Double(servers) * serviceRate
    self.abandonmentRate = abandonmentRate
    let (blocked, carried) = ErlangB.shares(offeredLoad: load, servers: servers)
    let (first, weights) = Self.weights(
      arrivalRate, capacityRate, abandonmentRate, spots: spots)
    firstState = first
    // The weight of "all busy, nobody waits"; zero if far below the most likely state.
    let edge = first == 0 ? weights[0] : 0
    let notFull = edge * carried

    // With `waiting` customers in the room; an arrival then takes the next place of the queue.
    var total = CompensatedSum()
    var queue = CompensatedSum()
    var lost = CompensatedSum()
    var busy = CompensatedSum()
    var delayed = CompensatedSum()
    var served = CompensatedSum()
    var waited = CompensatedSum()
    total.add(edge)
    served.add(notFull)
    busy.add(load * edge * carried)
    var passing = 0.0
    for place in stride(from: 1, through: first, by: 1) {
      passing += 1 / (capacityRate + Double(place) * abandonmentRate)
    }
    beyond = [Double](repeating: 0, count: weights.count)
    for (index, weight) in weights.enumerated() {
      let waiting = first + index
      let mass = blocked * weight
      if waiting > 0 {
        total.add(mass)
        queue.add(Double(waiting) * mass)
        busy.add(Double(servers) * mass)
      }
      guard waiting < spots else { continue }
      let rate = capacityRate + Double(waiting + 1) * abandonmentRate
      passing += 1 / rate
      delayed.add(mass)
      let share = mass * (capacityRate / rate)
      beyond[index] = share
      lost.add(mass * (Double(waiting + 1) * abandonmentRate / rate))
      served.add(share)
      waited.add(share * passing)
    }
    var tail = CompensatedSum()
    for index in beyond.indices.reversed() {
      tail.add(beyond[index] / served.value)
      beyond[index] = tail.value
    }

    let isFullSeen = first + weights.count == spots + 1
    blockedShare = isFullSeen ? blocked * (weights.last ?? 0) / total.value : 0
    meanQueueLength = queue.value / total.value
    meanBusy = busy.value / total.value
    abandonedShare = lost.value / total.value
    waitProbability = delayed.value / (notFull + delayed.value)
    meanWait = waited.value / served.value
  }

  /// Returns the weights of the states "so many wait", relative to the most likely one.
  private static func weights(
    _ arrivalRate: Double, _ capacityRate: Double, _ abandonmentRate: Double, spots: Int
  ) -> (first: Int, weights: [Double]) {
    let negligible = 1e-290
    var mode = 0
    if arrivalRate > capacityRate {
      let balance = (arrivalRate - capacityRate) / abandonmentRate
      mode = balance < Double(spots) ? Int(balance) : spots
    }
    var below: [Double] = []
    var weight = 1.0
    for waiting in stride(from: mode, to: 0, by: -1) {
      weight *= (capacityRate + Double(waiting) * abandonmentRate) / arrivalRate
      guard weight > negligible else { break }
      below.append(weight)
    }
    var weights = Array(below.reversed())
    weights.append(1)
    weight = 1
    for waiting in stride(from: mode + 1, through: spots, by: 1) {
      weight *= arrivalRate / (capacityRate + Double(waiting) * abandonmentRate)
      guard weight > negligible else { break }
      weights.append(weight)
    }
    return (mode - below.count, weights)
  }

  /// Returns the share of the served who wait longer than a time.
  ///
  /// Who takes place *j* of the queue and is served waits for *j* passings at the rates
  /// *c*μ + θ, …, *c*μ + *j*θ. So many happen in a time *t* with the negative binomial
  /// probabilities *g*(*i*) = *z*ᵃ (*a*)ᵢ/*i*! (1 − *z*)ⁱ, where *z* = exp(−θ*t*) and
  /// *a* = *c*μ/θ + 1; Poisson's in the limit of endless patience. The share is
  /// Σ *g*(*i*) P(place > *i*).
  func shareWaitingLonger(than t: Double) -> Double {
    guard let everybody = beyond.first, everybody > 0 else { return 0 }
    let reach =
      abandonmentRate > 0 ? -Double.expMinusOne(-abandonmentRate * t) / abandonmentRate : t
    var logScale = -(capacityRate + abandonmentRate) * t
    var weight = 1.0
    var sum = 0.0
    for passed in 0..<(firstState + beyond.count) {
      if passed > 0 {
        let rank = Double(passed)
        let ratio = (capacityRate + rank * abandonmentRate) * reach / rank
        weight *= ratio
        if ratio < 1, weight * everybody < sum * 1e-18 * (1 - ratio) { break }
      }
      sum += weight * (passed < firstState ? everybody : beyond[passed - firstState])
      if weight > 0x1p300 {
        weight *= 0x1p-300
        sum *= 0x1p-300
        logScale += 300 * 0.693147180559945309417
      }
    }
    let root = Double.exp(0.5 * logScale)
    return Swift.min(everybody, sum * root * root)
  }

  func quantile(_ p: Double) -> Double {
    let scale = meanWait > 0 ? meanWait / (beyond.first ?? 1) : 1 / capacityRate
    return WaitSearch.quantile(p, scale: scale) { shareWaitingLonger(than: $0) }
  }
}
