import EventSimulation
import Quantities
import Randomness

/// Somebody who wants to charge.
struct Customer: BitwiseCopyable, Sendable {
  /// His number in the order of arrival.
  let index: Int
  /// When he came.
  let arrival: SimulatedTime
  /// How long he will charge.
  let service: TimeSpan
  /// The event that ends his patience, while he waits.
  var patience = Ticket.none
}

/// What the customers of one replication bring with them.
///
/// All of a customer's luck is one block of random words that depends on the seed, the replication
/// and his number alone. So a station with one charger more meets the very same customers, and the
/// difference between the two is due to the charger.
struct CustomerStories: Sendable {
  private let key: RandomKey
  private let replication: Int

  /// Opens the book of one replication.
  init(seed: UInt64, replication: Int) {
    key = RandomKey(seed: seed).key("queue").key("customers")
    self.replication = replication
  }

  /// The luck of one customer.
  struct Story: BitwiseCopyable, Sendable {
    /// How long after the one before he comes.
    let gap: UInt64
    /// How long he charges.
    let service: UInt64
    /// How long he is ready to wait.
    let patience: UInt64
  }

  /// Returns the story of one customer.
  subscript(index: Int) -> Story {
    let words = key.words(index, replication)
    return Story(gap: words[0], service: words[1], patience: words[2])
  }
}
