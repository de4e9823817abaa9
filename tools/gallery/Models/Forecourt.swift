import Queueing

/// A forecourt with chargers and a few places to wait, in its long-run state.
///
/// Customers come at random, charge for an exponential time, and leave when their patience ends or when all
/// places are taken: Palm's queue with a finite room, solved exactly. Of those who leave without
/// energy, a share does not reach another station and strands.
struct Forecourt {
  /// Arrivals in an hour.
  var arrivals = 18.0
  /// The mean energy of a charge, in kWh.
  var energy = 32.0
  /// The power of a charger, in kW.
  var power = 100.0
  /// The number of chargers.
  var chargers = 8
  /// How many can wait.
  var spots = 4
  /// The mean patience, in minutes.
  var patience = 20.0
  /// The share of those who leave that strands.
  var outOfReach = 0.3

  /// The queue, in minutes.
  var queue: MarkovQueue {
    MarkovQueue(
      arrivalRate: arrivals / 60, serviceRate: 0.85 * power / (60 * energy), servers: chargers,
      waitingSpots: spots, abandonmentRate: 1 / patience)
  }

  /// The share of vehicles that strand.
  var strandedShare: Double {
    let queue = queue
    return outOfReach * (queue.blockedShare + queue.abandonedShare)
  }
}
