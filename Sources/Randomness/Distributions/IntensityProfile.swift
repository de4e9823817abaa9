/// A rate of events that changes over a repeating period, such as arrivals over a day.
///
/// Events of a non-homogeneous Poisson process by exact inversion: unit-rate event times, sent
/// through the inverse of the cumulative intensity Λ(*t*). One word per event, none rejected, and a
/// higher rate moves every event earlier without reordering them.
///
///     let day = IntensityProfile(rates: hourly, period: 24)
///     let when = day.time(atCumulative: unitRateEventTime)
@frozen
public struct IntensityProfile: Sendable, Equatable {
  /// The rate in each of the equally long slots of the period.
  public let rates: [Double]
  /// The length of the period.
  public let period: Double
  @usableFromInline let slot: Double
  @usableFromInline let cumulative: [Double]

  /// Takes at least one rate; rates are not negative and not all zero.
  public init(rates: [Double], period: Double) {
    precondition(period > 0 && period < .infinity, "a period is longer than 0 and ends")
    precondition(
      rates.contains { $0 > 0 } && rates.allSatisfy { $0 >= 0 && $0 < .infinity },
      "rates are not negative and not all zero")
    self.rates = rates
    self.period = period
    slot = period / Double(rates.count)
    var sum = 0.0
    var cumulative = [0.0]
    for rate in rates {
      sum += rate * slot
      cumulative.append(sum)
    }
    self.cumulative = cumulative
  }

  /// The number of events to expect in one period.
  @inlinable
  public var expectedPerPeriod: Double { cumulative[rates.count] }

  /// The mean rate.
  @inlinable
  public var meanRate: Double { expectedPerPeriod / period }

  /// Returns the number of events to expect from time 0 to a time.
  public func cumulative(at time: Double) -> Double {
    let periods = Double(Int64(time / period))
    let within = time - periods * period
    let index = Swift.max(0, Swift.min(Int(within / slot), rates.count - 1))
    return periods * expectedPerPeriod + cumulative[index]
      + rates[index] * (within - Double(index) * slot)
  }

  /// Returns the time by which a number of events is to be expected: the inverse of Λ.
  ///
  ///     IntensityProfile(rates: [0, 2], period: 24).time(atCumulative: 6)   // 15.0
  ///
  /// Where Λ stands still, in slots of rate zero, it is the end of them.
  @inlinable
  public func time(atCumulative target: Double) -> Double {
    var periods = Double(Int64(target / expectedPerPeriod))
    // Rounding can leave the rest of a whole number of periods just below 0 or just at 1 period.
    var within = Swift.max(0, target - periods * expectedPerPeriod)
    if within >= expectedPerPeriod {
      periods += 1
      within = 0
    }
    // The slot in which Λ reaches the target: the first whose end lies beyond it.
    var low = 0
    var high = rates.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle + 1] > within { high = middle } else { low = middle + 1 }
    }
    let rest = (within - cumulative[low]) / rates[low]
    return periods * period + Double(low) * slot + Swift.min(Swift.max(rest, 0), slot)
  }
}
