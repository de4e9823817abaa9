import Numerics
public import Randomness

/// Tells when the next car comes.
///
/// All processes are exact: no time step, no rejection. Independent arrivals are unit-rate arrivals
/// sent through the inverse of the cumulative rate; bursts are such a path drawn along the way; the
/// self-exciting process follows Dassios and Zhao 2013, doi:10.1214/ECP.v18-2717.
public struct ArrivalClock: Sendable {
  private let process: TrafficProcess
  private let traffic: Traffic
  private let profile: IntensityProfile?
  private let offset: Double
  private var key: RandomKey
  private var burstKey: RandomKey
  private var block = SIMD4<UInt64>.zero
  private var count = 0
  private var expected = 0.0
  private var time = 0.0
  private var border = 0.0
  private var bursts = 0
  private var isBurst = false
  private var excitement = 0.0

  /// Starts the clock at an hour of the day.
  public init(_ traffic: Traffic, startHour: Double, key: RandomKey) {
    self.traffic = traffic
    process = traffic.process
    self.key = key.key("gaps")
    burstKey = key.key("bursts")
    switch traffic.process {
    case .rushHour, .singlePeak, .periodic, .hourly:
      guard traffic.vehiclesPerHour > 0 else { fallthrough }
      let profile = IntensityProfile(rates: traffic.rates(), period: 24)
      offset = startHour
      expected = profile.cumulative(at: startHour)
      self.profile = profile
    default:
      profile = nil
      offset = 0
    }
    if process == .bursty { enterFirstSpell() }
    excitement = traffic.vehiclesPerHour * traffic.branching
  }

  /// Draws everything that is still to come from another key.
  ///
  /// What was told stays told: the law of what follows is that of the clock, given what has been.
  public mutating func renew(with key: RandomKey) {
    self.key = key.key("gaps")
    burstKey = key.key("bursts")
    block = self.key.words(count >> 2)
  }

  /// Returns the moment of the next arrival in seconds after the start; infinite when nobody comes
  /// any more.
  public mutating func next() -> Double {
    guard traffic.vehiclesPerHour > 0 || process == .trace else { return .infinity }
    defer { count += 1 }
    switch process {
    case .uniform, .poisson:
      time += gap() / traffic.vehiclesPerHour
    case .rushHour, .singlePeak, .periodic, .hourly:
      expected += gap()
      // Rounding of Λ⁻¹ must not turn the clock back.
      time = max(time, (profile?.time(atCumulative: expected) ?? .infinity) - offset)
    case .bursty: nextInBursts()
    case .hawkes: nextExcited()
    case .regular: time = (Double(count) + 0.5) / traffic.vehiclesPerHour
    case .trace:
      guard count < traffic.trace.count else { return .infinity }
      time = max(time, traffic.trace[count])
    }
    return time * 3600
  }

  /// Returns a gap of the process of rate 1; four gaps share a block of random words.
  private mutating func gap() -> Double {
    if count & 3 == 0 { block = key.words(count >> 2) }
    return -Double.log(1 - block[count & 3].unitInterval)
  }

  // MARK: - Bursts

  private var quietRate: Double {
    let share = traffic.burstMinutes / (traffic.burstMinutes + traffic.burstGap)
    return traffic.vehiclesPerHour / (1 + (traffic.burstFactor - 1) * share)
  }

  /// Begins as a process that has run for ever: in a burst with the share of time that bursts take.
  private mutating func enterFirstSpell() {
    let words = burstKey.words(0)
    let share = traffic.burstMinutes / (traffic.burstMinutes + traffic.burstGap)
    isBurst = words[0].unitInterval < share
    border =
      isBurst
      ? words[1].unitInterval * traffic.burstMinutes / 60
      : -Double.log(1 - words[1].unitInterval) * traffic.burstGap / 60
  }

  private mutating func nextInBursts() {
    var rest = gap()
    while true {
      let rate = isBurst ? quietRate * traffic.burstFactor : quietRate
      let room = (border - time) * rate
      guard room < rest else {
        time += rest / rate
        return
      }
      rest -= room
      time = border
      isBurst.toggle()
      bursts += 1
      let quiet = -Double.log(1 - burstKey.words(bursts)[0].unitInterval) * traffic.burstGap / 60
      border = time + (isBurst ? traffic.burstMinutes / 60 : quiet)
    }
  }

  // MARK: - Self-excitement

  private mutating func nextExcited() {
    let words = key.words(count)
    let decay = 60 / traffic.excitementMinutes
    let base = traffic.vehiclesPerHour * (1 - traffic.branching)
    let spontaneous = -Double.log(1 - words[0].unitInterval) / base
    let share = 1 + decay * Double.log(words[1].unitInterval) / excitement
    let excited = share > 0 ? -Double.log(share) / decay : .infinity
    let gap = min(spontaneous, excited)
    time += gap
    excitement = excitement * Double.exp(-decay * gap) + traffic.branching * decay
  }
}
