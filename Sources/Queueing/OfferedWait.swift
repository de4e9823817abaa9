import Numerics

/// The wait that a queue with an unlimited room offers to customers whose patience is exponential.
///
/// The wait *v* of somebody of endless patience has, where positive, a density in proportion to
/// exp((λ/θ)(1 − exp(−θ*v*)) − *c*μ*v*) (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005,
/// doi:10.1007/s11134-005-3699-8). Integrals of this smooth hill cost the same whatever the number
/// of states: a sum over the states would take millions where patience is long. All integrands are
/// positive and the hill is measured from its top, so that nothing cancels or overflows.
struct OfferedWait: Sendable {
  private(set) var abandonedShare = 0.0
  private(set) var servedShare = 0.0
  private(set) var waitProbability = 0.0
  private(set) var meanWait = 0.0
  private(set) var meanQueueLength = 0.0

  private let hill: Hill
  /// The served share per unit of the integral of the hill times exp(−θ*v*).
  private var servedPerArea = 0.0

  init(arrivalRate: Double, serviceRate: Double, servers: Int, abandonmentRate: Double) {
    hill = Hill(
      arrivalRate: arrivalRate, capacityRate: Double(servers) * serviceRate,
      abandonmentRate: abandonmentRate)
    let top = hill.top
    var whole = 0.0
    var patient = 0.0
    var impatient = 0.0
    var waited = 0.0
    // In units of the hill's width, or endless patience would overflow.
    let unit = hill.width
    func add(_ distance: Double, _ area: Double) {
      let wait = top + distance
      let weight = area / unit
      let stays = Double.exp(-abandonmentRate * wait)
      whole += weight
      patient += weight * stays
      // (1 − exp(−θv))/θ, the time spent in the queue by those who may leave it.
      impatient += weight * -Double.expMinusOne(-abandonmentRate * wait) / abandonmentRate
      waited += weight * stays * wait
    }
    hill.integrateLeft(from: 0, add)
    hill.integrateRight(from: 0, add)

    let load = arrivalRate / serviceRate
    let rush = arrivalRate * unit * ErlangB.blocking(offeredLoad: load, servers: servers - 1)
    guard rush > 0 else {
      servedShare = 1
      return
    }
    let start = Double.exp(-hill.drop(-top)) / rush
    let total = start + whole
    waitProbability = whole / total
    meanQueueLength = arrivalRate * (impatient / total)
    abandonedShare = Swift.min(1, abandonmentRate * (impatient / total))
    let served = start + patient
    servedShare = start < .infinity ? served / total : 1
    meanWait = waited / served
    servedPerArea = 1 / unit / served
  }

  func shareWaitingLonger(than t: Double) -> Double {
    let past = t - hill.top
    var area = 0.0
    let rate = hill.abandonmentRate
    func add(_ distance: Double, _ weight: Double) {
      area += weight * Double.exp(-rate * (hill.top + distance))
    }
    if past < 0 { hill.integrateLeft(from: past + hill.top, add) }
    hill.integrateRight(from: Swift.max(0, past), add)
    return Swift.min(1, servedPerArea * area)
  }

  func quantile(_ p: Double) -> Double {
    let scale = meanWait > 0 ? meanWait / Swift.max(shareWaitingLonger(than: 0), 1e-300) : 1
    return WaitSearch.quantile(p, scale: scale) { shareWaitingLonger(than: $0) }
  }
}

/// The hill exp((λ/θ)(1 − exp(−θ*v*)) − *c*μ*v*) over *v* ≥ 0, relative to its height at the top.
struct Hill: Sendable {
  /// The wait at which the hill is highest; zero if it only falls.
  let top: Double
  let abandonmentRate: Double
  /// How steeply the hill falls on the right of its top.
  private let slope: Double
  /// The rate of the arrivals who would still be there at the top.
  private let flow: Double

  init(arrivalRate: Double, capacityRate: Double, abandonmentRate: Double) {
    self.abandonmentRate = abandonmentRate
    let isRush = arrivalRate > capacityRate
    let excess = (arrivalRate - capacityRate) / capacityRate
    top = isRush ? Double.log(onePlus: excess) / abandonmentRate : 0
    slope = isRush ? 0 : capacityRate - arrivalRate
    flow = isRush ? capacityRate : arrivalRate
  }

  /// Returns by how much the logarithm of the height falls at a distance from the top.
  func drop(_ distance: Double) -> Double {
    fall(distance, slope: slope, flow: flow)
  }

  private func fall(_ distance: Double, slope: Double, flow: Double) -> Double {
    let x = -abandonmentRate * distance
    return slope * distance + flow * x * -distance * Double.exponentialRemainder(x)
  }

  /// Integrates from a wait on the left of the top up to the top.
  func integrateLeft(from wait: Double, _ body: (_ distance: Double, _ weight: Double) -> Void) {
    let reach = top - wait
    let start = width
    var done = 0.0
    while done < reach {
      let fallRate = flow * Double.expMinusOne(abandonmentRate * done)
      var step = Swift.min(Swift.max(start, done), 0.5 / abandonmentRate, 8 / fallRate)
      step = Swift.min(step, reach - done)
      GaussLegendre.forEachPoint(from: -done - step, width: step) { distance, weight in
        body(distance, weight * Double.exp(-drop(distance)))
      }
      guard done + step > done else { break }
      done += step
      guard drop(-done) < 60 else { break }
    }
  }

  /// Integrates from a distance on the right of the top to infinity.
  func integrateRight(
    from first: Double, _ body: (_ distance: Double, _ weight: Double) -> Void
  ) {
    // The same hill seen from the first point: steeper, and with fewer arrivals still there.
    let height = Double.exp(-drop(first))
    guard height > 0 else { return }
    let gone = flow * -Double.expMinusOne(-abandonmentRate * first)
    let slope = self.slope + gone
    let flow = self.flow * Double.exp(-abandonmentRate * first)
    let start = startingWidth(slope: slope, flow: flow)
    var done = 0.0
    repeat {
      let fallRate = slope + flow * -Double.expMinusOne(-abandonmentRate * done)
      let step = Swift.min(Swift.max(start, done), 8 / fallRate)
      GaussLegendre.forEachPoint(from: done, width: step) { distance, weight in
        let density = height * Double.exp(-fall(distance, slope: slope, flow: flow))
        body(first + distance, weight * density)
      }
      done += step
    } while fall(done, slope: slope, flow: flow) < 60
  }

  /// A width around the top over which neither the hill nor the patience changes much.
  var width: Double { startingWidth(slope: slope, flow: flow) }

  private func startingWidth(slope: Double, flow: Double) -> Double {
    let bend = (slope * slope + 2 * flow * abandonmentRate).squareRoot()
    return Swift.min(1 / (slope + bend), 0.5 / abandonmentRate)
  }
}
