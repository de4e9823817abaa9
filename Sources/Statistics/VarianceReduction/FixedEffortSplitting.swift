public import Randomness

/// The probability of a rare event, by way of the levels that lie before it.
///
///     // How often does a queue reach 25 before it is empty again?
///     let overflow = FixedEffortSplitting.estimate(
///       levels: [5, 10, 15, 20, 25], effort: 1000, seed: 1,
///       begin: { _ in 1 },
///       advance: { length, key, step in
///         length += key.words(step)[0].unitInterval < 0.3 ? 1 : -1
///         return length > 0
///       },
///       level: { Double($0) })
///     overflow.probability   // about 8e-10, from 100 000 short paths
///
/// Paths that get to one level are copied, each as often as the others, and each copy goes its own
/// way to the next: as many paths from every level, however few got there (fixed effort; Garvels and
/// Kroese, "A comparison of RESTART implementations", Winter Simulation Conference 1998; Glasserman
/// and others 1999, doi:10.1287/opre.47.4.585). The product of the shares that get from level to
/// level has the probability as its expectation, whatever the levels are; the work is least where
/// each share is near e⁻², a seventh.
///
/// A state is a value, so a copy is a snapshot. A path draws all its random numbers from the key
/// that `advance` is given, which names repetition, stage and path; the number of the step within
/// the stage starts at 0 again, which is the sign to a state with keys of its own to derive them
/// anew.
public struct FixedEffortSplitting: Equatable, Sendable {
  /// The levels to cross on the way, ascending; the last one is the rare event.
  public let levels: [Double]
  /// How many paths start from each level.
  public let effort: Int
  private let key: RandomKey

  /// Plans a study; repetitions of it can be run in any order, on any thread.
  public init(levels: [Double], effort: Int, key: RandomKey) {
    levels.requireAscending()
    precondition(effort > 0, "splitting needs at least one path per level")
    self.levels = levels
    self.effort = effort
    self.key = key
  }

  /// Runs one repetition.
  ///
  /// - Parameters:
  ///   - repetition: The number of the repetition.
  ///   - begin: Makes the state in which a path starts.
  ///   - advance: Takes a state one step further, with random numbers for that key and step only,
  ///     and returns whether the path goes on. A last step may still cross a level.
  ///   - level: How near the event a state is.
  /// - Returns: How many paths crossed each level; zeros after the first that none did.
  public func crossings<State>(
    repetition: Int, begin: (RandomKey) -> State,
    advance: (inout State, RandomKey, Int) -> Bool, level: (State) -> Double
  ) -> [Int] {
    var entrances: [State] = []
    var crossings = [Int](repeating: 0, count: levels.count)
    for (stage, goal) in levels.enumerated() {
      let stageKey = key.key(repetition).key(stage)
      // Every entrance in turn; from a random one on, so that none is expected to get more copies.
      var stream = stageKey.key("start").stream()
      let start = entrances.isEmpty ? 0 : stream.next(below: entrances.count)
      var arrived: [State] = []
      for path in 0..<effort {
        let pathKey = stageKey.key(path)
        var state =
          stage == 0
          ? begin(pathKey.key("begin")) : entrances[(start + path) % entrances.count]
        if Self.reaches(goal, &state, pathKey, advance, level) { arrived.append(state) }
      }
      crossings[stage] = arrived.count
      guard !arrived.isEmpty else { break }
      entrances = arrived
    }
    return crossings
  }

  private static func reaches<State>(
    _ goal: Double, _ state: inout State, _ key: RandomKey,
    _ advance: (inout State, RandomKey, Int) -> Bool, _ level: (State) -> Double
  ) -> Bool {
    var step = 0
    while level(state) < goal {
      guard advance(&state, key, step) else { return level(state) >= goal }
      step += 1
    }
    return true
  }

  /// Runs all repetitions one after another and returns the estimate.
  public static func estimate<State>(
    levels: [Double], effort: Int, repetitions: Int = 20, confidence: Double = 0.95, seed: UInt64,
    begin: (RandomKey) -> State, advance: (inout State, RandomKey, Int) -> Bool,
    level: (State) -> Double
  ) -> SplittingEstimate {
    let key = RandomKey(seed: seed).key("splitting")
    let study = FixedEffortSplitting(levels: levels, effort: effort, key: key)
    let crossings = (0..<repetitions).map {
      study.crossings(repetition: $0, begin: begin, advance: advance, level: level)
    }
    return SplittingEstimate(crossings, effort: effort, confidence: confidence)
  }
}
