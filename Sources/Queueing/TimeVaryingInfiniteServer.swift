import Numerics

/// The mean number in service when arrivals follow the hour and nobody ever waits (M_t/G/∞).
///
///     let day = TimeVaryingInfiniteServer(
///       rates: [0, 6], period: 2, meanService: 0.5,
///       limitedMean: LimitedMean.deterministic(mean: 0.5))
///     day.meanBusy(at: 1.25)   // 1.5, a quarter of an hour's arrivals
///     day.meanBusy             // 1.5, by Little's law
///
/// The number in service is Poisson with this mean (Eick, Massey and Whitt 1993,
/// doi:10.1287/opre.41.4.731); its peak comes after the peak of the arrivals.
public struct TimeVaryingInfiniteServer: Sendable {
  private let rates: [Double]
  private let slotLength: Double
  private let meanService: Double
  private let limitedMean: @Sendable (Double) -> Double

  /// Describes arrivals and service.
  ///
  /// - Parameters:
  ///   - rates: Arrivals per unit of time during each of equally long slots of the period.
  ///   - period: The time after which the rates repeat.
  ///   - meanService: The mean service time.
  ///   - limitedMean: E[min(*S*, *x*)] of the service time *S* for a limit *x*.
  public init(
    rates: [Double], period: Double, meanService: Double,
    limitedMean: @escaping @Sendable (Double) -> Double
  ) {
    precondition(!rates.isEmpty, "A period has at least one slot.")
    precondition(rates.allSatisfy { $0 >= 0 && $0 < .infinity }, "Rates are finite.")
    precondition(period > 0 && period < .infinity, "The period is positive.")
    precondition(meanService > 0 && meanService < .infinity, "The mean service is positive.")
    self.rates = rates
    slotLength = period / Double(rates.count)
    self.meanService = meanService
    self.limitedMean = limitedMean
  }

  /// The mean number in service over a period: mean arrival rate times mean service time.
  public var meanBusy: Double {
    rates.compensatedSum() / Double(rates.count) * meanService
  }

  /// Returns the mean number in service at a time since the start of any period.
  ///
  /// - Complexity: O(slots of the period or, if longer, of the longest service).
  public func meanBusy(at time: Double) -> Double {
    let position = time / slotLength
    let slot = position.rounded(.down)
    let count = Double(rates.count)
    let index = Int(slot - count * (slot / count).rounded(.down))
    return meanBusy(in: Swift.min(index, rates.count - 1), presence(after: position - slot))
  }

  /// The time since the start of the period at which most are in service, and how many.
  ///
  /// The best of eight points of each slot, then golden sections around it; the earliest if equal.
  public var peak: (time: Double, meanBusy: Double) {
    let parts = 8
    var best = (slot: 0, part: 0, value: -1.0)
    for part in 0..<parts {
      let presence = presence(after: Double(part) / Double(parts))
      for slot in rates.indices {
        let value = meanBusy(in: slot, presence)
        let isEarlier = (slot, part) < (best.slot, best.part)
        if value > best.value || value == best.value && isEarlier { best = (slot, part, value) }
      }
    }
    let spacing = slotLength / Double(parts)
    let centre = Double(best.slot) * slotLength + Double(best.part) * spacing
    let refined = goldenSection(from: centre - spacing, to: centre + spacing)
    guard refined.meanBusy > best.value else { return (centre, best.value) }
    let period = slotLength * Double(rates.count)
    return (refined.time < 0 ? refined.time + period : refined.time, refined.meanBusy)
  }

  private func goldenSection(from start: Double, to end: Double) -> (
    time: Double, meanBusy: Double
  ) {
    let ratio = 0.61803398874989484820
    var (low, high) = (start, end)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (atLeft, atRight) = (meanBusy(at: left), meanBusy(at: right))
    for _ in 0..<60 where high - low > 1e-8 * slotLength {
      if atLeft >= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = meanBusy(at: left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = meanBusy(at: right)
      }
    }
    return atLeft >= atRight ? (left, atLeft) : (right, atRight)
  }

  private func meanBusy(in slot: Int, _ presence: [Double]) -> Double {
    var sum = CompensatedSum()
    for (back, time) in presence.enumerated() {
      let index = slot - back
      sum.add(rates[index < 0 ? index + rates.count : index] * time)
    }
    return sum.value
  }

  /// Folds all past periods onto one: the mean presence now per unit of each slot's arrival rate.
  ///
  /// The first entry is the current slot, of which a fraction has passed; then one slot ago, and so
  /// on. Slots are summed until the service is over or its tail hardly changes over a period; then
  /// the sum of that tail over the periods is an integral (Euler and Maclaurin, midpoint form).
  private func presence(after fraction: Double) -> [Double] {
    let count = rates.count
    let period = slotLength * Double(count)
    var folded = [Double](repeating: 0, count: count)
    var reached = 0.0
    var back = 0
    let enough = count * Int(Swift.min(1e6, Swift.max(128, 2 * meanService / period)))
    while meanService - reached > 1e-14 * meanService, back < enough {
      for offset in 0..<count {
        let now = limitedMean((Double(back) + fraction) * slotLength)
        folded[offset] += Swift.max(0, now - reached)
        reached = Swift.max(reached, now)
        back += 1
      }
    }
    guard meanService - reached > 1e-14 * meanService else { return folded }
    let step = 0.5 * period
    let bend = (period * period - slotLength * slotLength) / 24 / (step * step)
    for offset in folded.indices {
      let age = (Double(back + offset) + fraction - 0.5) * slotLength - step
      let middle = limitedMean(age)
      let change = limitedMean(age + step) - 2 * middle + limitedMean(age - step)
      folded[offset] += Swift.max(0, meanService - middle + bend * change) / Double(count)
    }
    return folded
  }
}
