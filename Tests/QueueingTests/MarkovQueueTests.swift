import Queueing
import Testing

@Suite("A Markov queue")
struct MarkovQueueTests {
  @Test("of one server has its closed forms", arguments: [0.01, 0.5, 0.9, 0.9999])
  func single(load: Double) {
    let queue = MarkovQueue(arrivalRate: load, serviceRate: 1, servers: 1, waitingSpots: nil)
    #expect(agree(queue.waitProbability, load))
    #expect(agree(queue.meanWait, load / (1 - load)))
    #expect(agree(queue.meanQueueLength, load * load / (1 - load)))
    // A large room is the same queue, summed state by state.
    guard load <= 0.9 else { return }
    let room = MarkovQueue(arrivalRate: load, serviceRate: 1, servers: 1, waitingSpots: 5000)
    #expect(agree(queue.meanWait, room.meanWait, 1e-13))
    for p in [0.95, 0.999, 0.999999] {
      #expect(agree(queue.waitQuantile(p), room.waitQuantile(p), 1e-12))
    }
    #expect(agree(queue.shareWaitingLonger(than: 20), room.shareWaitingLonger(than: 20), 1e-12))
  }

  @Test("of one server and a finite room has its closed form", arguments: [0.01, 0.7, 1, 1.3, 50])
  func finite(load: Double) {
    for spots in [0, 1, 20] {
      let queue = MarkovQueue(arrivalRate: load, serviceRate: 1, servers: 1, waitingSpots: spots)
      var sum = 0.0
      var power = 1.0
      for _ in 0...(spots + 1) {
        sum += power
        power *= load
      }
      #expect(agree(queue.blockedShare, power / load / sum, 1e-13))
    }
  }

  @Test("without spots is Erlang's loss system", arguments: [1, 10, 2000])
  func loss(servers: Int) {
    for utilisation in [0.5, 1, 3] {
      let load = utilisation * Double(servers)
      let queue = MarkovQueue(
        arrivalRate: 4 * load, serviceRate: 4, servers: servers, waitingSpots: 0,
        abandonmentRate: 7)
      #expect(
        agree(queue.blockedShare, ErlangB.blocking(offeredLoad: load, servers: servers), 1e-13))
      #expect(agree(queue.meanBusy, load * (1 - queue.blockedShare), 1e-12))
      #expect(queue.waitProbability == 0 && queue.meanWait == 0)
      #expect(queue.waitQuantile(0.99) == 0 && queue.shareWaitingLonger(than: 0) == 0)
    }
  }

  @Test("of patience as long as service holds a Poisson number", arguments: [0.2, 1, 1.7, 4])
  func palm(utilisation: Double) {
    for servers in [1, 6, 40, 400] {
      let load = utilisation * Double(servers)
      let queue = MarkovQueue(
        arrivalRate: 3 * load, serviceRate: 3, servers: servers, waitingSpots: nil,
        abandonmentRate: 3)
      // N ~ Poisson(load): weigh from the mode so that nothing underflows.
      let mode = Int(load)
      var weights = [(mode, 1.0)]
      var weight = 1.0
      for n in stride(from: mode, to: 0, by: -1) {
        weight *= Double(n) / load
        weights.append((n - 1, weight))
      }
      weight = 1
      for n in (mode + 1)...(mode + 2000) {
        weight *= load / Double(n)
        weights.append((n, weight))
      }
      let total = weights.reduce(0) { $0 + $1.1 }
      let waits = weights.filter { $0.0 >= servers }.reduce(0) { $0 + $1.1 } / total
      let length = weights.reduce(0) { $0 + Double(max(0, $1.0 - servers)) * $1.1 } / total
      #expect(agree(queue.waitProbability, waits, 1e-11))
      #expect(agree(queue.meanQueueLength, length, 1e-11))
      #expect(agree(queue.abandonedShare, length / load, 1e-11))
    }
  }

  @Test(
    "tends to the queue of endless patience",
    arguments: [(0.3, 1), (0.8, 5), (0.95, 50), (0.99, 3)])
  func patience(utilisation: Double, servers: Int) {
    let rate = utilisation * Double(servers)
    func queue(spots: Int?, leaving: Double) -> MarkovQueue {
      MarkovQueue(
        arrivalRate: rate, serviceRate: 1, servers: servers, waitingSpots: spots,
        abandonmentRate: leaving)
    }
    for spots in [nil, 12] {
      let endless = queue(spots: spots, leaving: 0)
      let patient = queue(spots: spots, leaving: 1e-15)
      #expect(agree(endless.waitProbability, patient.waitProbability, 1e-9))
      #expect(agree(endless.meanWait, patient.meanWait, 1e-9))
      #expect(agree(endless.blockedShare, patient.blockedShare, 1e-9))
      #expect(agree(endless.waitQuantile(0.9999), patient.waitQuantile(0.9999), 1e-9))
      #expect(patient.abandonedShare < 1e-12)
    }
  }

  @Test(
    "is the same by integrals as by a sum over the states of a large room",
    arguments: [0.2, 0.9, 1, 1.05, 3])
  func twoWays(utilisation: Double) {
    for (servers, leaving) in [(1, 0.01), (4, 50), (30, 0.2), (30, 1e4), (500, 0.03)] {
      let rate = utilisation * Double(servers)
      let open = MarkovQueue(
        arrivalRate: rate, serviceRate: 1, servers: servers, waitingSpots: nil,
        abandonmentRate: leaving)
      let room = MarkovQueue(
        arrivalRate: rate, serviceRate: 1, servers: servers, waitingSpots: 60_000,
        abandonmentRate: leaving)
      #expect(agree(open.waitProbability, room.waitProbability, 1e-11))
      #expect(agree(open.abandonedShare, room.abandonedShare, 1e-11))
      #expect(agree(open.meanWait, room.meanWait, 1e-11))
      #expect(agree(open.meanQueueLength, room.meanQueueLength, 1e-11))
      #expect(agree(open.meanBusy, room.meanBusy, 1e-11))
      for p in [0.05, 0.5, 0.95, 0.9999] {
        #expect(agree(open.waitQuantile(p), room.waitQuantile(p), 1e-10))
        let wait = open.waitQuantile(p)
        #expect(
          agree(open.shareWaitingLonger(than: wait), room.shareWaitingLonger(than: wait), 1e-10))
      }
    }
  }

  @Test("keeps its books: Little's law, and whoever comes is served, blocked or lost")
  func books() {
    var draws = Draws(state: 3)
    for index in 0..<300 {
      let servers = 1 + Int(draws.uniform() * 300)
      let rate = 2 * draws.uniform() * Double(servers)
      let leaving = index.isMultiple(of: 2) ? 0 : 2 * draws.uniform()
      let spots = leaving > 0 && index.isMultiple(of: 3) ? nil : Int(draws.uniform() * 500)
      let queue = MarkovQueue(
        arrivalRate: rate, serviceRate: 1, servers: servers, waitingSpots: spots,
        abandonmentRate: leaving)
      let servedShare = 1 - queue.blockedShare - queue.abandonedShare
      #expect(agree(queue.meanBusy, rate * servedShare, 1e-9))
      #expect(agree(queue.utilisation, queue.meanBusy / Double(servers)))
      if leaving == 0 {
        #expect(agree(queue.meanQueueLength, rate * servedShare * queue.meanWait, 1e-9))
      }
      // The mean wait is the area under the share of longer waits, by Simpson's rule.
      let reach = 30 * queue.meanWait + 1
      let steps = 600
      var area = queue.shareWaitingLonger(than: 0)
      for step in 1...steps {
        let share = queue.shareWaitingLonger(than: reach * Double(step) / Double(steps))
        area += (step.isMultiple(of: 2) ? 2 : 4) * share
        if share < 1e-12 { break }
      }
      #expect((area * reach / Double(3 * steps) - queue.meanWait).magnitude < 1e-3 * reach / 30)
    }
  }

  @Test("waits longer with more arrivals, turns away fewer with more spots")
  func monotone() {
    var last = (wait: 0.0, busy: 0.0, blocked: 1.0)
    for step in 1...60 {
      let rate = 0.2 * Double(step)
      let queue = MarkovQueue(
        arrivalRate: rate, serviceRate: 1, servers: 5, waitingSpots: 9, abandonmentRate: 0.1)
      #expect(queue.meanWait > last.wait && queue.meanBusy > last.busy)
      (last.wait, last.busy) = (queue.meanWait, queue.meanBusy)
      let roomy = MarkovQueue(
        arrivalRate: 6, serviceRate: 1, servers: 5, waitingSpots: step, abandonmentRate: 0.1)
      #expect(roomy.blockedShare < last.blocked)
      last.blocked = roomy.blockedShare
      let waits = [0.1, 0.5, 0.9, 0.99].map { queue.waitQuantile($0) }
      #expect(waits == waits.sorted())
    }
  }

  @Test("says so when it never settles")
  func unstable() {
    let queue = MarkovQueue(arrivalRate: 5, serviceRate: 1, servers: 5, waitingSpots: nil)
    #expect(!queue.isStable && queue.waitProbability == 1 && queue.meanWait == .infinity)
    #expect(queue.waitQuantile(0.5) == .infinity && queue.shareWaitingLonger(than: 9) == 1)
    #expect(MarkovQueue(arrivalRate: 5, serviceRate: 1, servers: 5, waitingSpots: 2).isStable)
  }

  @Test(
    "stays finite at the extremes", arguments: [0, 1e-9, 0.01, 0.9999, 1, 1.0001, 3, 1e6])
  func extremes(utilisation: Double) {
    for servers in [1, 2000] {
      for spots in [nil, 0, 1, 100_000] {
        for leaving in [0, 1e-250, 1e-12, 1e-6, 1, 1e6, 1e300] {
          let rate = utilisation * Double(servers)
          let queue = MarkovQueue(
            arrivalRate: rate, serviceRate: 1, servers: servers, waitingSpots: spots,
            abandonmentRate: leaving)
          guard queue.isStable else { continue }
          let shares = [
            queue.blockedShare, queue.abandonedShare, queue.waitProbability, queue.utilisation,
            queue.shareWaitingLonger(than: 0), queue.shareWaitingLonger(than: 1),
            queue.shareWaitingLonger(than: 1e9),
          ]
          #expect(
            shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 },
            "\(shares) \(servers) \(spots ?? -1) \(leaving)")
          let sizes = [
            queue.meanWait, queue.meanQueueLength, queue.meanBusy, queue.waitQuantile(0.5),
            queue.waitQuantile(0.9999),
          ]
          #expect(
            sizes.allSatisfy { $0 >= 0 && $0 < .infinity },
            "\(sizes) \(servers) \(spots ?? -1) \(leaving)")
          let served = 1 - queue.blockedShare - queue.abandonedShare
          #expect((queue.meanBusy - rate * served).magnitude <= 1e-9 * max(rate, 1e-300))
        }
      }
    }
  }
}
