import Numerics
import Optimisation
import Randomness

/// Synthetic studies whose true front is known.
struct NoisyStudy {
  let truth: [[Double]]
  let noise: Noise
  let key: RandomKey

  enum Noise: String, CaseIterable {
    case independent, common, skewed
  }

  /// Designs along a curve and behind it.
  init(designs: Int, objectives: Int = 2, depth: Double = 0.4, noise: Noise, number: Int) {
    key = RandomKey(seed: 99).key("noisy study").key(number)
    self.noise = noise
    var stream = key.key("truth").stream()
    truth = (0..<designs).map { _ in
      let raw = (0..<objectives).map { _ in -Double.log(stream.nextUnit()) }
      let sum = raw.reduce(0, +)
      let behind = depth * stream.nextUnit()
      return raw.map { share in (1 - share / sum) * (1 - share / sum) + behind }
    }
  }

  var front: ObjectiveTable { ParetoFront(of: truth).table }

  /// Replicate *number* of a design; what all designs share has the same number in all.
  func report(_ design: Int, _ number: Int) -> [Double] {
    truth[design].indices.map { objective in
      let own = deviation(key.key("own").key(objective).words(design, number)[0])
      let shared = deviation(key.key("shared").key(objective).words(number)[0])
      return truth[design][objective] + 0.15 * (noise == .common ? 0.45 * own + 0.9 * shared : own)
    }
  }

  private func deviation(_ word: UInt64) -> Double {
    noise == .skewed
      ? -Double.log(word.unitInterval) - 1 : StandardNormal.quantile(word.unitInterval)
  }

  func replicates(_ count: Int) -> PairedReplicates { replicates { _ in count } }

  func replicates(_ count: (Int) -> Int) -> PairedReplicates {
    var replicates = PairedReplicates(designs: truth.count, objectives: truth[0].count)
    for design in truth.indices { simulate(design, count(design), into: &replicates) }
    return replicates
  }

  /// Adds the next replicates of a design.
  func simulate(_ design: Int, _ count: Int, into replicates: inout PairedReplicates) {
    for _ in 0..<count {
      replicates.add(report(design, replicates.count(of: design)), to: design)
    }
  }

  /// What the chosen designs lack of the true front's hypervolume.
  func regret(_ replicates: PairedReplicates, among survivors: [Int]? = nil) -> Double {
    let means = FrontConfidence(of: replicates, draws: 1, seed: 1).means
    let left = survivors ?? Array(truth.indices)
    let found = ParetoFront(of: means.rows(left)).indices.map { truth[left[$0]] }
    let indicator = Hypervolume(reference: Array(repeating: 1.5, count: truth[0].count))
    return indicator.volume(of: front) - indicator.volume(of: ObjectiveTable(found))
  }

  /// How many designs the means put on the wrong side.
  func mistakes(_ replicates: PairedReplicates, among survivors: [Int]? = nil) -> Int {
    let means = FrontConfidence(of: replicates, draws: 1, seed: 1).means
    let left = survivors ?? Array(truth.indices)
    let found = Set(ParetoFront(of: means.rows(left)).indices.map { left[$0] })
    return found.symmetricDifference(ParetoFront(of: truth).indices).count
  }
}
