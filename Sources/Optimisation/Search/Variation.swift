internal import Numerics
internal import Randomness

/// How children come from parents.
public struct Variation: Hashable, Sendable {
  /// The chance that two parents cross at all; then each decision crosses with a chance of one half.
  public var crossover = 1.0
  /// How near to their parents children stay: larger is nearer.
  public var crossoverIndex = 15.0
  /// The chance of a mutation of each decision; `nil` for one per child on the average.
  public var mutation: Double?
  /// How near to where it was a mutation stays: larger is nearer.
  public var mutationIndex = 15.0

  /// Starts from numbers near Deb's, a little bolder: they reach more in a short search.
  public init() {}
}

extension Variation {
  /// Returns two children; they may lie off the grid and break bounds, which a repair settles.
  ///
  /// Numbers cross by simulated binary crossover and mutate by polynomial mutation, both within
  /// their range (Deb and Agrawal 1995, Complex Systems 9, 115-148); whole numbers do so on a range that is
  /// half a step wider on either side, and a mutation moves them by at least one step. Categories are
  /// swapped, and mutate to any other.
  func children(
    of first: Point, and second: Point, in ranges: [ChoiceRange], from stream: inout RandomStream
  ) -> (Point, Point) {
    var (one, other) = (first, second)
    if stream.nextUnit() < crossover {
      for place in ranges.indices {
        let word = stream.next()
        // The lowest bits, which the unit interval does not read, toss the coins.
        guard word & 1 == 0, one[place] != other[place] else { continue }
        let range = ranges[place]
        if range.isCategory {
          if word & 2 == 0 { (one[place], other[place]) = (other[place], one[place]) }
          continue
        }
        let (low, high) = cross(one[place], other[place], range, word.unitInterval)
        (one[place], other[place]) = word & 2 == 0 ? (low, high) : (high, low)
      }
    }
    mutate(&one, ranges, &stream)
    mutate(&other, ranges, &stream)
    return (one, other)
  }

  /// Returns the two children of two different numbers, the smaller first.
  @inline(__always)
  private func cross(
    _ one: Double, _ other: Double, _ range: ChoiceRange, _ share: Double
  ) -> (Double, Double) {
    let (low, high) = (min(one, other), max(one, other))
    let (middle, gap) = (0.5 * (low + high), high - low)
    let half = 0.5 * range.step
    let below = spread(1 + 2 * (low - range.lower + half) / gap, share)
    let above = spread(1 + 2 * (range.upper + half - high) / gap, share)
    return (
      max(middle - 0.5 * below * gap, range.lower), min(middle + 0.5 * above * gap, range.upper)
    )
  }

  /// Returns how far apart children lie, in gaps between parents, when at most *reach* gaps are allowed.
  @inline(__always)
  private func spread(_ reach: Double, _ share: Double) -> Double {
    let exponent = crossoverIndex + 1
    let scaled = share * (2 - Double.exp(-exponent * Double.log(reach)))
    let logarithm = scaled <= 1 ? Double.log(scaled) : -Double.log(2 - scaled)
    return Double.exp(logarithm / exponent)
  }

  /// Moves each decision with the chance of a mutation.
  private func mutate(_ point: inout Point, _ ranges: [ChoiceRange], _ stream: inout RandomStream) {
    let chance = mutation ?? min(0.5, 1 / Double(ranges.count))
    for place in ranges.indices where stream.nextUnit() < chance {
      let range = ranges[place]
      guard range.upper > range.lower else { continue }
      if range.isCategory {
        let others = Int(range.upper)
        let choice = stream.next(below: others)
        point[place] = Double(choice < Int(point[place]) ? choice : choice + 1)
        continue
      }
      point[place] = moved(point[place], range, stream.nextUnit())
    }
  }

  private func moved(_ value: Double, _ range: ChoiceRange, _ share: Double) -> Double {
    let (low, high) = (range.lower - 0.5 * range.step, range.upper + 0.5 * range.step)
    let width = high - low
    let exponent = mutationIndex + 1
    let isDown = share <= 0.5
    let room = isDown ? (value - low) / width : (high - value) / width
    let rest = Double.exp(exponent * Double.log(max(1 - room, 1e-300)))
    let near = 2 * (isDown ? share : 1 - share)
    let base = near + (1 - near) * rest
    let change = 1 - Double.exp(Double.log(max(base, 1e-300)) / exponent)
    let target = isDown ? value - change * width : value + change * width
    guard range.step > 0 else { return min(max(target, range.lower), range.upper) }
    let step = isDown ? min(target, value - range.step) : max(target, value + range.step)
    // At an end the only way is back.
    if step < low { return value + range.step }
    if step > high { return value - range.step }
    return step
  }
}
