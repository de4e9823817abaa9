import Numerics

/// How values of one quantity are laid along an axis: from 0 at its start to 1 at its end.
///
///     let scale = Scale(.log10, covering: [0.01, 3, 100])
///     scale.position(of: 1)      // 0.5
///     scale.value(at: 0.25)      // 0.1
///
/// A scale is always fit for drawing, whatever the data were. The rule, in this order:
///
/// 1. Values that have no place (NaN, infinite, on a logarithm not above 0) are counted in ``omitted``.
/// 2. What is beyond ``farthest`` or nearer to 0 than ``nearest`` is drawn there; times and dates end where the
///    calendar does.
/// 3. Without a value left the domain is 0 to 1 (linear, symlog), 1 to 10 (log10), a day (time of day), or
///    1970 (date).
/// 4. Values that hardly differ (by less than 1e-10 of their size, or a minute of time) get room to
///    both sides: a tenth of their size, or 1 around zero, half a decade on a logarithm, half an hour
///    on times, half a day on dates.
///
/// ``fallback`` says when 3 or 4 happened.
public struct Scale: Equatable, Sendable {
  /// The kind of an axis.
  public enum Kind: Equatable, Hashable, Sendable {
    /// Equal steps for equal differences.
    case linear
    /// Equal steps for equal ratios.
    case log10
    /// Nearly linear up to the threshold and nearly logarithmic beyond it, to both sides of zero.
    ///
    /// The bi-symmetric logarithm of J. B. W. Webber (2013), doi:10.1088/0957-0233/24/2/027001. A threshold
    /// that is not above 0 counts as 1.
    case symlog(threshold: Double)
    /// Seconds since midnight.
    case timeOfDay
    /// Seconds since the start of 1970, in Universal Time without leap seconds.
    case date
  }

  /// Why a domain is not that of the data.
  public enum Fallback: Equatable, Sendable {
    /// No value had a place.
    case noData
    /// There were values, but none above 0 for a logarithm.
    case nothingPositive
    /// All values were the same, or nearly.
    case constant
  }

  /// The kind of axis.
  public let kind: Kind
  /// The values at the start and the end.
  public let domain: ClosedRange<Double>
  /// Why the domain is not that of the data; nil when it is.
  public let fallback: Fallback?
  /// How many of the values have no place on the axis.
  public let omitted: Int

  /// The largest size of a number that is drawn.
  public static let farthest = 1e300

  /// The smallest size of a number that is told from zero.
  public static let nearest = 1e-300

  /// Spans the values, by the rule above.
  public init(_ kind: Kind, covering values: some Sequence<Double>) {
    let kind = kind.sound
    let limits = kind.limits
    var (low, high) = (Double.infinity, -Double.infinity)
    var (omitted, notPositive) = (0, 0)
    for value in values {
      guard value.isFinite, kind != .log10 || value > 0 else {
        omitted += 1
        if value.isFinite { notPositive += 1 }
        continue
      }
      let bounded = Swift.min(limits.upperBound, Swift.max(limits.lowerBound, value))
      (low, high) = (Swift.min(low, bounded), Swift.max(high, bounded))
    }
    (self.kind, self.omitted) = (kind, omitted)
    guard low <= high else {
      (domain, fallback) = (kind.emptyDomain, notPositive > 0 ? .nothingPositive : .noData)
      return
    }
    let isConstant = high - low <= kind.leastSpan(around: Swift.max(low.magnitude, high.magnitude))
    fallback = isConstant ? .constant : nil
    domain = isConstant ? kind.room(around: low + (high - low) / 2) : low...high
  }

  /// Spans a chosen domain, by the same rule.
  public init(_ kind: Kind, domain: ClosedRange<Double>) {
    self.init(kind, covering: [domain.lowerBound, domain.upperBound])
  }

  /// The scale whose domain takes in more values, such as ticks just outside it.
  public func including(_ values: some Sequence<Double>) -> Scale {
    Scale(kind, covering: [domain.lowerBound, domain.upperBound] + values)
  }

  /// Where a value stands: 0 at the start of the domain, 1 at its end, outside beyond them.
  ///
  /// Nil for a value without a place, never NaN. What is farther off than ten thousand axes is drawn
  /// there.
  public func position(of value: Double) -> Double? {
    guard value.isFinite, kind != .log10 || value > 0 else { return nil }
    let (low, high) = (transform(domain.lowerBound), transform(domain.upperBound))
    let bounded = Swift.min(Self.farthest, Swift.max(-Self.farthest, value))
    let position = (transform(bounded) - low) / (high - low)
    return Swift.min(1e4, Swift.max(-1e4, position))
  }

  /// The value at a place; what is outside 0 to 1 is drawn to the nearer end, NaN to the start.
  public func value(at position: Double) -> Double {
    guard position > 0 else { return domain.lowerBound }
    guard position < 1 else { return domain.upperBound }
    let (low, high) = (transform(domain.lowerBound), transform(domain.upperBound))
    let value = inverse(low * (1 - position) + high * position)
    return Swift.min(domain.upperBound, Swift.max(domain.lowerBound, value))
  }
}

extension Scale {
  /// The value on an axis with equal steps.
  private func transform(_ value: Double) -> Double {
    switch kind {
    case .linear, .timeOfDay, .date: return value
    case .log10: return Double.log(value)
    case .symlog(let threshold):
      let size = Double.log(onePlus: value.magnitude / threshold)
      return value < 0 ? -size : size
    }
  }

  private func inverse(_ value: Double) -> Double {
    switch kind {
    case .linear, .timeOfDay, .date: return value
    case .log10: return Double.exp(value)
    case .symlog(let threshold):
      let size = threshold * Double.expMinusOne(value.magnitude)
      return value < 0 ? -size : size
    }
  }
}

extension Scale.Kind {
  /// The same kind with a threshold that can be used.
  fileprivate var sound: Self {
    guard case .symlog(let threshold) = self else { return self }
    let isSound = threshold.isFinite && threshold > 0
    return .symlog(threshold: isSound ? Swift.min(1e150, Swift.max(1e-150, threshold)) : 1)
  }

  fileprivate var limits: ClosedRange<Double> {
    switch self {
    case .linear: -Scale.farthest...Scale.farthest
    case .symlog(let threshold): (-1e150 * threshold)...(1e150 * threshold)
    case .log10: Scale.nearest...Scale.farthest
    case .timeOfDay: -1e10...1e10
    case .date: CivilDate.firstSecond...CivilDate.lastSecond
    }
  }

  fileprivate var emptyDomain: ClosedRange<Double> {
    switch self {
    case .linear, .symlog: 0...1
    case .log10: 1...10
    case .timeOfDay: 0...86_400
    case .date: 0...31_536_000
    }
  }

  /// The largest span that counts as none.
  fileprivate func leastSpan(around size: Double) -> Double {
    switch self {
    case .linear, .log10: Swift.max(1e-10 * size, Scale.nearest)
    case .symlog(let threshold): Swift.max(1e-10 * size, 1e-10 * threshold)
    case .timeOfDay, .date: 59
    }
  }

  fileprivate func room(around middle: Double) -> ClosedRange<Double> {
    let reach: Double
    switch self {
    case .log10:
      let half = 3.162_277_660_168_379_5
      return (middle / half)...(middle * half)
    case .linear: reach = middle.magnitude > Scale.nearest ? 0.1 * middle.magnitude : 1
    case .symlog(let threshold):
      reach = middle.magnitude > 1e-9 * threshold ? 0.1 * middle.magnitude : threshold
    case .timeOfDay: reach = 1800
    case .date: reach = 43_200
    }
    return (middle - reach)...(middle + reach)
  }
}
