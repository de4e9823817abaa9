import Foundation
import Queueing
import Testing

@Suite("A queue of constant service")
struct DeterministicServiceQueueTests {
  @Test(
    "at one server has Pollaczek's mean", arguments: [0.01, 0.3, 0.9, 0.99, 0.9999, 0.99999999])
  func pollaczek(load: Double) {
    let queue = DeterministicServiceQueue(arrivalRate: load / 3, serviceTime: 3, servers: 1)
    let single = SingleServerQueue(arrivalRate: load / 3, meanService: 3, serviceVariance: 0)
    #expect(
      agree(queue.meanWait, single.meanWait, 1e-11), "\(queue.meanWait / single.meanWait - 1)")
    #expect(agree(queue.waitProbability, load, 1e-11))
  }

  @Test("at one server has Erlang's distribution of 1909", arguments: [0.1, 0.5, 0.8, 0.95])
  func erlang(load: Double) {
    let queue = DeterministicServiceQueue(arrivalRate: load, serviceTime: 1, servers: 1)
    for x in [0, 0.25, 0.999, 1, 1.5, 2.75, 4] {
      var sum = 0.0
      var factorial = 1.0
      for k in 0...Int(x) {
        if k > 0 { factorial *= Double(k) }
        let y = load * (x - Double(k))
        sum += Foundation.pow(-y, Double(k)) / factorial * Foundation.exp(y)
      }
      let expected = 1 - (1 - load) * sum
      #expect((queue.shareWaitingLonger(than: x) - expected).magnitude < 1e-13)
    }
  }

  @Test("at two servers has Crommelin's single root", arguments: [0.05, 0.5, 0.9, 0.999])
  func crommelin(utilisation: Double) {
    let load = 2 * utilisation
    let queue = DeterministicServiceQueue(arrivalRate: load, serviceTime: 1, servers: 2)
    var z = -0.3
    for _ in 0..<200 { z = -Foundation.exp(utilisation * (z - 1)) }
    let idle = 2 - load
    let length = 1 / (1 - z) - (idle * idle - 2) / (2 * idle) - load
    #expect(agree(queue.meanQueueLength, length, 1e-10) || length < 1e-3)
    #expect((queue.meanQueueLength - length).magnitude < 1e-12 * max(1, length))
    #expect((queue.waitProbability - 1 + idle / (1 - z)).magnitude < 1e-13)
  }

  @Test(
    "keeps Little's law between its distribution and its queue",
    arguments: [(1, 0.8), (3, 0.6), (10, 0.95), (60, 0.9), (200, 0.99)])
  func area(servers: Int, utilisation: Double) {
    let rate = utilisation * Double(servers)
    let queue = DeterministicServiceQueue(arrivalRate: rate, serviceTime: 1, servers: servers)
    // Simpson's rule; smooth within each service time.
    var sum = 0.0
    let steps = 400
    var turn = 0
    while queue.shareWaitingLonger(than: Double(turn)) > 1e-15 {
      for step in 0...steps {
        let weight = step == 0 || step == steps ? 1.0 : (step.isMultiple(of: 2) ? 2 : 4)
        let t = Double(turn) + Double(step) / Double(steps)
        sum += weight / Double(3 * steps) * queue.shareWaitingLonger(than: t)
      }
      turn += 1
    }
    #expect(agree(sum, queue.meanWait, 1e-7), "\(sum / queue.meanWait - 1)")
    #expect(agree(queue.meanQueueLength, rate * queue.meanWait))
  }

  @Test(
    "agrees with three million simulated customers", arguments: [(2, 0.8), (5, 0.9), (20, 0.9)])
  func simulated(servers: Int, utilisation: Double) {
    let rate = utilisation * Double(servers)
    let queue = DeterministicServiceQueue(arrivalRate: rate, serviceTime: 1, servers: servers)
    let customers = 3_000_000
    // Kiefer and Wolfowitz: with equal services the server free first is the next in turn.
    var free = [Double](repeating: 0, count: servers)
    var now = 0.0
    var draws = Draws(state: 5)
    var waits: [Double] = []
    waits.reserveCapacity(customers)
    for customer in 0..<customers {
      now -= Foundation.log(1 - draws.uniform()) / rate
      let start = max(now, free[customer % servers])
      free[customer % servers] = start + 1
      waits.append(start - now)
    }
    let mean = waits.reduce(0, +) / Double(customers)
    #expect(agree(queue.meanWait, mean, 0.02), "\(queue.meanWait) \(mean)")
    waits.sort()
    for p in [0.3, 0.6, 0.9, 0.99] {
      let simulated = waits[Int(p * Double(customers))]
      let exact = queue.waitQuantile(p)
      #expect((exact - simulated).magnitude <= 0.02 * exact + 0.002, "\(p) \(exact) \(simulated)")
    }
    let late = waits.count { $0 > 0.1 }
    #expect(
      agree(queue.shareWaitingLonger(than: 0.1), Double(late) / Double(customers), 0.02))
  }

  @Test("waits about half as long as one of random service", arguments: [1, 5, 50, 500])
  func half(servers: Int) {
    for utilisation in [0.2, 0.8, 0.95, 0.999] {
      let rate = utilisation * Double(servers)
      let constant = DeterministicServiceQueue(
        arrivalRate: rate, serviceTime: 1, servers: servers)
      let random = MarkovQueue(
        arrivalRate: rate, serviceRate: 1, servers: servers, waitingSpots: nil)
      let ratio = constant.meanWait / random.meanWait
      // ½ in heavy traffic, c/(c + 1) in light traffic (Cosmetatos 1975).
      #expect(ratio > 0.49999999 && ratio < Double(servers) / Double(servers + 1) + 1e-9)
      #expect(utilisation < 0.999 || ratio < 0.5 + 0.02 * Double(servers).squareRoot())
    }
  }

  @Test("finds the quantile of its own shares", arguments: [1, 3, 40, 700])
  func quantiles(servers: Int) {
    for utilisation in [0.3, 0.9, 0.9999] {
      let queue = DeterministicServiceQueue(
        arrivalRate: utilisation * Double(servers), serviceTime: 1, servers: servers)
      for p in [0.2, 0.9, 0.9999, 0.999999999] {
        let wait = queue.waitQuantile(p)
        let share = queue.shareWaitingLonger(than: wait)
        #expect(wait == 0 ? share <= 1 - p : agree(share, 1 - p, 1e-9))
      }
    }
  }

  @Test("stays finite at the extremes", arguments: [1, 2, 100, 2000])
  func extremes(servers: Int) {
    for utilisation in [0, 1e-12, 0.01, 0.5, 0.9999, 0.9999999999] {
      let queue = DeterministicServiceQueue(
        arrivalRate: utilisation * Double(servers), serviceTime: 1, servers: servers)
      #expect(queue.isStable)
      #expect(queue.waitProbability >= 0 && queue.waitProbability <= 1)
      #expect(queue.meanWait >= 0 && queue.meanWait < .infinity)
      #expect(queue.waitQuantile(0.999) >= 0 && queue.waitQuantile(0.999) < .infinity)
      #expect(queue.shareWaitingLonger(than: 1e30) == 0)
    }
    let flooded = DeterministicServiceQueue(
      arrivalRate: Double(servers), serviceTime: 1, servers: servers)
    #expect(!flooded.isStable && flooded.meanWait == .infinity && flooded.utilisation == 1)
  }
}
