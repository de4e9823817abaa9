/// A race of designs: those that are surely dominated drop out, round after round.
///
///     var race = DesignRace(designs: 60)
///     race.drop(in: replicates)     // after the first round
///     race.survivors                // [0, 3, 4, 9, …]
///
/// A design is dropped when paired differences show another to be better in every objective. All
/// comparisons of all rounds together drop a design of the true front with a chance of at most 5 %:
/// round *t* may spend 1/(*t*(*t* + 1)) of that, shared by all pairs still racing. Within a pair every
/// objective must pass, so the largest of its tail probabilities counts and needs no further share.
public struct DesignRace: Hashable, Sendable {
  /// The designs still in the race, by index.
  public private(set) var survivors: [Int]
  /// The chance of dropping any design wrongly that the whole race allows itself.
  public let doubt: Double
  /// How many rounds there were.
  public private(set) var rounds = 0

  /// Lines up all designs.
  public init(designs: Int, doubt: Double = 0.05) {
    precondition(doubt > 0 && doubt < 1, "a doubt lies between 0 and 1")
    survivors = Array(0..<designs)
    self.doubt = doubt
  }

  /// Drops what the replicates show to be dominated, and returns what was dropped.
  @discardableResult
  public mutating func drop(in replicates: PairedReplicates) -> [Int] {
    rounds += 1
    let pairs = Double(max(survivors.count * (survivors.count - 1), 1))
    let level = doubt / Double(rounds * (rounds + 1)) / pairs
    let racing = survivors
    survivors = racing.filter { design in
      !racing.contains { rival in
        rival != design && Self.doubt(that: rival, beats: design, in: replicates) <= level
      }
    }
    return racing.filter { !survivors.contains($0) }
  }

  /// Returns the tail probability of the least certain of the differences, 1 where one speaks against it.
  private static func doubt(
    that rival: Int, beats design: Int, in replicates: PairedReplicates
  ) -> Double {
    let columns = replicates.columns
    let count = min(replicates.count(of: rival), replicates.count(of: design))
    guard count >= 2 else { return 1 }
    let (one, other) = (replicates.samples[design], replicates.samples[rival])
    var (largest, isBetter) = (0.0, false)
    for column in 0..<columns {
      let isObjective = column < replicates.objectives
      // A rival has to keep the constraints; an objective has to be smaller than the design's.
      func gain(_ block: Int) -> Double {
        let theirs = other[block * columns + column]
        return isObjective ? one[block * columns + column] - theirs : -theirs
      }
      var sum = 0.0
      for block in 0..<count { sum += gain(block) }
      let mean = sum / Double(count)
      guard mean >= 0 else { return 1 }
      var squares = 0.0
      for block in 0..<count { squares += (gain(block) - mean) * (gain(block) - mean) }
      let error = (squares / Double(count - 1) / Double(count)).squareRoot()
      if isObjective, mean > 0 { isBetter = true }
      // What never varies, such as a price, is compared as it is.
      guard error > 0 else { continue }
      largest = max(largest, StudentTail.above(mean / error, degrees: Double(count - 1)))
      if largest > 0.5 { return 1 }
    }
    return isBetter ? largest : 1
  }
}
