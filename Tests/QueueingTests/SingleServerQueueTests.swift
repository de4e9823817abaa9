import Queueing
import Testing

@Suite("A single-server queue")
struct SingleServerQueueTests {
  @Test("of exponential service is the Markov queue", arguments: [0.1, 0.5, 0.99])
  func exponential(load: Double) {
    let general = SingleServerQueue(arrivalRate: load / 2, meanService: 2, serviceVariance: 4)
    let markov = MarkovQueue(
      arrivalRate: load / 2, serviceRate: 0.5, servers: 1, waitingSpots: nil)
    #expect(agree(general.meanWait, markov.meanWait))
    #expect(agree(general.waitProbability, markov.waitProbability))
    #expect(agree(general.meanQueueLength, markov.meanQueueLength))
    #expect(agree(general.meanBusy, load) && agree(general.utilisation, load))
  }

  @Test("says so when it never settles")
  func unstable() {
    let queue = SingleServerQueue(arrivalRate: 1, meanService: 1, serviceVariance: 0)
    #expect(!queue.isStable && queue.meanWait == .infinity && queue.utilisation == 1)
  }
}
