/// Dots beside each other where their values are close, so that every one is seen.
///
///     let swarm = Beeswarm([5, 5, 5], diameter: 2, width: 20)
///     swarm.offsets    // [0, 2, -2]
///     swarm.spacing    // 2.0: no two dots are nearer than this
///
/// Values are places along the axis, in points. From the least on, each dot moves sideways just so
/// far that it touches none before it, and evenly to both sides. A crowd that would be wider than
/// it may is set closer, so that dots cover each other; a very large one is spread over the width that
/// its density deserves, in van der Corput's even sequence (as in E. Clarke's ggbeeswarm).
public struct Beeswarm: Equatable, Sendable {
  /// How far to the side each dot is; nil for a value that is not finite.
  public let offsets: [Double?]
  /// The least distance between two dots that is kept; the diameter if all has gone well, 0 if none is.
  public let spacing: Double

  /// Whether dots cover each other, as there was no room.
  public let isCrowded: Bool

  /// Sets out dots of a diameter over no more than a width.
  ///
  /// - Complexity: O(*n* log *n*), as only so many dots fit beside each other.
  public init(_ values: [Double], diameter: Double, width: Double) {
    let order = values.indices.filter { values[$0].isFinite }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    let sorted = order.map { values[$0] }
    let reach = Swift.max(0, (width - diameter) / 2)
    var sizes = [diameter]
    if sorted.count <= 20_000 { for step in 0..<11 { sizes.append(0.87 * sizes[step]) } }
    let found = sizes.lazy.compactMap { size in
      Self.swarm(sorted, spacing: size, reach: reach).map { (size, $0) }
    }.first
    let sides = found?.1 ?? Self.spread(sorted, diameter, reach)
    spacing = found?.0 ?? 0
    isCrowded = spacing < diameter
    var offsets = [Double?](repeating: nil, count: values.count)
    for (rank, index) in order.enumerated() { offsets[index] = sides[rank] }
    self.offsets = offsets
  }

  /// The offsets of sorted values at which no two dots are nearer than a spacing; nil without room.
  private static func swarm(_ values: [Double], spacing: Double, reach: Double) -> [Double]? {
    guard spacing > 0 else { return nil }
    var offsets: [Double] = []
    offsets.reserveCapacity(values.count)
    var (first, balance) = (0, 0.0)
    for value in values {
      while first < offsets.count, value - values[first] >= spacing { first += 1 }
      let taken = (first..<offsets.count).map { other in
        let along = value - values[other]
        let across = (spacing * spacing - along * along).squareRoot()
        return (low: offsets[other] - across, high: offsets[other] + across)
      }
      guard let offset = free(taken, reach, spacing, prefersLow: balance > 0) else { return nil }
      balance += offset
      offsets.append(offset)
    }
    return offsets
  }

  /// The offset nearest to the middle that is in none of the stretches.
  private static func free(
    _ taken: [(low: Double, high: Double)], _ reach: Double, _ spacing: Double, prefersLow: Bool
  ) -> Double? {
    let slack = 1e-9 * spacing
    var (up, down) = (0.0, 0.0)
    for stretch in taken.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) })
    where stretch.low < up - slack && stretch.high > up + slack {
      up = stretch.high
    }
    for stretch in taken.sorted(by: { ($0.high, $0.low) > ($1.high, $1.low) })
    where stretch.high > down + slack && stretch.low < down - slack {
      down = stretch.low
    }
    let isEven = (up + down).magnitude <= slack
    let isDown = isEven ? prefersLow : -down < up
    let nearest = isDown ? down : up
    return nearest.magnitude <= reach + slack ? nearest : nil
  }

  /// Offsets in proportion to how many values are near, by an even sequence of turns.
  private static func spread(
    _ values: [Double], _ diameter: Double, _ reach: Double
  ) -> [Double] {
    let span = (values.last ?? 0) - (values.first ?? 0)
    let window = Swift.max(diameter, span / 64)
    var (low, high) = (0, 0)
    let crowds = values.map { value in
      while values[low] < value - window { low += 1 }
      while high < values.count, values[high] <= value + window { high += 1 }
      return Double(high - low)
    }
    let most = crowds.max() ?? 1
    return crowds.enumerated().map { rank, crowd in
      reach * (crowd / most) * (2 * vanDerCorput(rank + 1) - 1)
    }
  }

  /// The binary digits of a number, mirrored behind the point.
  private static func vanDerCorput(_ number: Int) -> Double {
    var (rest, digit, value) = (number, 0.5, 0.0)
    while rest > 0 {
      if rest & 1 == 1 { value += digit }
      rest >>= 1
      digit /= 2
    }
    return value
  }
}
