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
/// All of a customer's luck is a few random words that depend on the seed, the replication and the
/// customer's number alone. So a station with one charger more meets the very same customers, and the
/// difference between the two is due to the charger.
///
/// The stories are worked out some customers ahead. A processor that works on many of them at once
/// is much faster than one that has to know the next arrival before it can tell what happens next.
struct CustomerStories: Sendable {
  private let visits: RandomKey
  private let patiences: RandomKey
  private let replication: Int
  private let plan: StationPlan
  private var ahead: [Story]
  private var position: Int
  private var firstUnwritten = 0

  /// Opens the book of one replication.
  init(of plan: StationPlan, seed: UInt64, replication: Int) {
    self.plan = plan
    self.replication = replication
    let key = RandomKey(seed: seed).key("queue")
    visits = key.key("visits")
    patiences = key.key("patience")
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
    let (service, gap) = (plan.service, ExponentialDistribution(mean: 1))
    // A block of random words has the gaps and services of two customers, or the patience of four.
    for index in stride(from: 0, to: Self.chapter, by: 2) {
      let words = visits.words((firstUnwritten + index) / 2, replication)
      ahead[index].gap = gap.value(for: words[0])
      ahead[index].service = service.duration(for: words[1])
      ahead[index + 1].gap = gap.value(for: words[2])
      ahead[index + 1].service = service.duration(for: words[3])
    }
    if let mean = plan.meanPatience { writePatience(ExponentialDistribution(mean: mean.seconds)) }
    firstUnwritten += Self.chapter
    position = 0
  }

  private mutating func writePatience(_ distribution: ExponentialDistribution) {
    for index in stride(from: 0, to: Self.chapter, by: 4) {
      let words = patiences.words((firstUnwritten + index) / 4, replication)
      for part in 0..<4 {
        ahead[index + part].patience = .seconds(distribution.value(for: words[part]))
      }
    }
  }

  private static let chapter = 32
}
