import Queueing
import Testing

@Suite("The approximation of general service")
struct GeneralServiceApproximationTests {
  @Test("is exact for one server, whatever the service", arguments: [0.0, 0.5, 1, 2])
  func single(variation: Double) {
    let exact = SingleServerQueue(
      arrivalRate: 0.4, meanService: 2, serviceVariance: 4 * variation * variation)
    let approximate = GeneralServiceApproximation(
      arrivalRate: 0.4, meanService: 2, variation: variation, servers: 1)
    #expect(agree(approximate.meanWait, exact.meanWait))
  }

  @Test("is exact for exponential service, room and patience included")
  func exponential() {
    let exact = MarkovQueue(
      arrivalRate: 2.2, serviceRate: 0.5, servers: 4, waitingSpots: 3, abandonmentRate: 0.1)
    let approximate = GeneralServiceApproximation(
      arrivalRate: 2.2, meanService: 2, variation: 1, servers: 4, waitingSpots: 3,
      abandonmentRate: 0.1)
    #expect(agree(approximate.meanWait, exact.meanWait))
    #expect(agree(approximate.waitProbability, exact.waitProbability))
  }

  @Test("lies within 5 % of the exact M/D/c where stations are busy", arguments: [2, 4, 10])
  func deterministic(servers: Int) {
    let exact = DeterministicServiceQueue(
      arrivalRate: 0.9 * Double(servers), serviceTime: 1, servers: servers)
    let approximate = GeneralServiceApproximation(
      arrivalRate: 0.9 * Double(servers), meanService: 1, variation: 0, servers: servers)
    #expect((approximate.meanWait / exact.meanWait - 1).magnitude < 0.05)
  }

  @Test("says so when the queue never settles")
  func unstable() {
    let queue = GeneralServiceApproximation(
      arrivalRate: 3, meanService: 1, variation: 1, servers: 2)
    #expect(!queue.isStable && queue.meanWait == .infinity)
  }
}

@Suite("The pointwise stationary approximation")
struct PointwiseStationaryQueueTests {
  @Test("of a rate that never changes is the Markov queue")
  func constant() {
    let exact = MarkovQueue(arrivalRate: 1.5, serviceRate: 1, servers: 2, waitingSpots: nil)
    let queue = PointwiseStationaryQueue(
      arrivalRates: [1.5, 1.5, 1.5], serviceRate: 1, servers: 2, waitingSpots: nil)
    #expect(agree(queue.meanWait, exact.meanWait))
    #expect(agree(queue.waitProbability, exact.waitProbability))
    #expect(agree(queue.utilisation, exact.utilisation))
    #expect(agree(queue.meanQueueLength, exact.meanQueueLength))
  }

  @Test("weighs waits by who comes: nobody waits in an hour in which nobody comes")
  func weights() {
    let busy = MarkovQueue(arrivalRate: 1, serviceRate: 1, servers: 2, waitingSpots: nil)
    let queue = PointwiseStationaryQueue(
      arrivalRates: [1, 0], serviceRate: 1, servers: 2, waitingSpots: nil)
    #expect(agree(queue.meanWait, busy.meanWait))
    #expect(agree(queue.utilisation, busy.utilisation / 2))
  }

  @Test("does not settle where one moment does not, unless the room is finite")
  func unstable() {
    let rates = [0.5, 2.5]
    #expect(
      !PointwiseStationaryQueue(
        arrivalRates: rates, serviceRate: 1, servers: 2, waitingSpots: nil
      ).isStable)
    let finite = PointwiseStationaryQueue(
      arrivalRates: rates, serviceRate: 1, servers: 2, waitingSpots: 5)
    #expect(finite.isStable && finite.meanWait.isFinite)
  }
}
