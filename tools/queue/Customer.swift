import EventSimulation
import Quantities
import Randomness

/// Somebody who wants to charge.
struct Customer: BitwiseCopyable, Sendable {
  /// The number in the order of arrival.
  let index: Int
  /// When this customer came.
  let arrival: SimulatedTime
  /// How long they will charge.
  let service: TimeSpan
  /// The event that ends their patience, while they wait.
  var patience = Ticket.none
}

/// What the customers of one replication bring with them.
///
/// All of a customer's luck is one block of random words that depends on the seed, the replication
/// and the customer's number alone. So a station with one charger more meets the very same customers, and the
/// difference between the two is due to the charger.
///
/// The stories are worked out some customers ahead. A processor that works on many of them at once
/// is much faster than one that has to know the next arrival before it can tell what happens next.
struct CustomerStories: Sendable {
  private let key: RandomKey
  private let replication: Int
  private let plan: StationPlan
  private var ahead: [Story]
  private var position: Int
  private var firstUnwritten = 0

  /// Opens the book of one replication.
  init(of plan: StationPlan, seed: UInt64, replication: Int) {
    self.plan = plan
    self.replication = replication
    key = RandomKey(seed: seed).key("queue").key("customers")
    ahead = Array(repeating: Story(gap: 0, service: .zero, patience: .zero), count: Self.chapter)
    position = Self.chapter
  }

  /// The luck of one customer.
  struct Story: BitwiseCopyable, Sendable {
    /// How much later than the one before they come, in arrivals to be expected.
    var gap: Double
    /// How long they charge.
    var service: TimeSpan
    /// How long they are ready to wait.
    var patience: TimeSpan
  }

  /// The story of the customer who comes next.
  var current: Story { ahead[position] }

  /// Turns to the next customer.
  mutating func turn() {
    position += 1
    if position >= Self.chapter { write() }
  }

  private mutating func write() {
    let service = plan.service
    let patience = plan.meanPatience.map { ExponentialDistribution(mean: $0.seconds) }
    for index in 0..<Self.chapter {
      let words = key.words(firstUnwritten + index, replication)
      ahead[index] = Story(
        gap: ExponentialDistribution(mean: 1).value(for: words[0]),
        service: service.duration(for: words[1]),
        patience: .seconds(patience?.value(for: words[2]) ?? 0))
    }
    firstUnwritten += Self.chapter
    position = 0
  }

  private static let chapter = 32
}
