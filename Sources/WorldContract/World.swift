public import Randomness

/// A place where agents act and time passes.
///
/// The value holds parameters only; what changes is ``State``. So a copy of a state is a snapshot, a thousand
/// episodes may run at once, and equal keys and actions give equal episodes wherever they run.
///
/// Observations, actions and rewards are rows of `Float` that the caller owns: a batch of worlds writes straight into
/// the memory of a learner, and a C interface for other languages is the same call.
public protocol World: Sendable {
  /// What changes while time passes.
  associatedtype State: Sendable

  /// Who acts here, in an order that never changes.
  var agents: [AgentCard] { get }

  /// How many numbers describe the whole place, for whoever may see all of it.
  var overviewSize: Int { get }

  /// Returns the first moment of an episode.
  ///
  /// Whatever chance decides in this episode follows from the key alone.
  func begin(_ episode: RandomKey) -> State

  /// Begins an episode in the memory of one that is over.
  func begin(_ state: inout State, _ episode: RandomKey)

  /// Writes what one agent sees.
  func observe(_ state: State, agent: Int, into row: UnsafeMutableBufferPointer<Float>)

  /// Writes what is known of the whole place.
  func overview(_ state: State, into row: UnsafeMutableBufferPointer<Float>)

  /// Whether an agent's action counts in the step to come.
  func isActing(_ state: State, agent: Int) -> Bool

  /// Writes 1 for each discrete action that an agent may take now, 0 for the others.
  func permitted(_ state: State, agent: Int, into mask: UnsafeMutableBufferPointer<Float>)

  /// Lets all agents act at once and time pass.
  ///
  /// - Parameters:
  ///   - state: What changes.
  ///   - actions: The actions of all agents, one after another, each as wide as its ``ActionSpace``.
  ///   - rewards: One place for each agent, to be written.
  /// - Returns: Whether and how the episode is over.
  func advance(
    _ state: inout State, actions: UnsafeBufferPointer<Float>,
    rewards: UnsafeMutableBufferPointer<Float>
  ) -> Ending
}

/// How a step leaves an episode.
@frozen
public enum Ending: UInt8, Sendable, BitwiseCopyable {
  /// It goes on.
  case none
  /// It came to an end that is part of the task: nothing is worth anything afterwards.
  case terminated
  /// It was cut off, and would have gone on: what comes afterwards still has a value.
  case truncated
}

extension World {
  /// The observations of all agents, one after another.
  public var overviewSize: Int { agents.reduce(0) { $0 + $1.observation.size } }

  /// Begins anew.
  @inlinable
  public func begin(_ state: inout State, _ episode: RandomKey) { state = begin(episode) }

  /// Writes the observations of all agents, one after another.
  public func overview(_ state: State, into row: UnsafeMutableBufferPointer<Float>) {
    var start = 0
    for (agent, card) in agents.enumerated() {
      let end = start + card.observation.size
      observe(state, agent: agent, into: UnsafeMutableBufferPointer(rebasing: row[start..<end]))
      start = end
    }
  }

  /// Always.
  @inlinable
  public func isActing(_ state: State, agent: Int) -> Bool { true }

  /// Everything is permitted.
  @inlinable
  public func permitted(_ state: State, agent: Int, into mask: UnsafeMutableBufferPointer<Float>) {
    for index in 0..<mask.count { mask[index] = 1 }
  }
}
