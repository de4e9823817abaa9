import Queueing
import Peers
import Testing

@Suite(
  "Exact queues beside numpy",
  .enabled(if: Peer.isThere, "\(Peer.missing)"))
struct PeerTests {
  /// The whole generator solved densely; the wait of a tagged customer by uniformisation.
  private static let chain = """
    import numpy as np
    for row in rows:
        lam, mu, c, K, th, t1, t2, t3 = row
        c, K = int(c), int(K)
        n = c + K + 1
        Q = np.zeros((n, n))
        for i in range(n):
            if i + 1 < n: Q[i, i + 1] = lam
            if i > 0: Q[i, i - 1] = min(i, c) * mu + max(i - c, 0) * th
            Q[i, i] = -Q[i].sum()
        # Grassmann, Taksar and Heyman's elimination: no subtraction, so small shares are right too.
        G = Q.copy()
        for i in range(n - 1, 0, -1):
            G[:i, i] /= G[i, :i].sum()
            G[:i, :i] += np.outer(G[:i, i], G[i, :i])
        pi = np.zeros(n); pi[0] = 1
        for i in range(1, n): pi[i] = pi[:i] @ G[:i, i]
        pi /= pi.sum()
        s = np.arange(n)
        blocked = pi[-1]
        queue = (pi * np.maximum(s - c, 0)).sum()
        busy = (pi * np.minimum(s, c)).sum()
        waits = pi[c:c + K].sum() / pi[:c + K].sum()
        # Tagged, in place j: moves up at c mu + (j-1) th, leaves at th, starts from place 1.
        S = np.zeros((K, K)); start = np.zeros(K)
        for j in range(1, K + 1):
            move = c * mu + (j - 1) * th
            S[j - 1, j - 1] = -(move + th)
            if j > 1: S[j - 1, j - 2] = move
        begin = np.zeros(K)
        if K: begin[0] = c * mu
        served = pi[:c].sum(); mean = 0.0; tails = [0.0] * 3
        if K:
            first = pi[c:c + K]
            reach = np.linalg.solve(-S, begin)
            weighted = np.linalg.solve(-S, reach)
            served += first @ reach
            mean = (first @ weighted) / served
            rate = np.abs(np.diag(S)).max()
            P = np.eye(K) + S / rate
            for i, t in enumerate((t1, t2, t3)):
                steps = max(1, int(np.ceil(rate * t / 50)))
                v = first.copy()
                for _ in range(steps):
                    x = rate * t / steps
                    term = v * np.exp(-x); total = term.copy(); k = 0
                    while k < x + 15 * np.sqrt(x) + 40:
                        k += 1; term = (term @ P) * (x / k); total += term
                    v = total
                tails[i] = (v @ reach) / served
        print(*(repr(float(x)) for x in
                (blocked, th * queue / lam, waits, mean, queue, busy, *tails)))
    """

  @Test("The birth-death chain agrees with a dense solution in 240 random cases")
  func chains() throws {
    var draws = Draws(state: 1)
    var cases: [[Double]] = []
    for index in 0..<240 {
      let servers = 1 + Int(draws.uniform() * 25)
      let spots = index.isMultiple(of: 10) ? 0 : Int(draws.uniform() * 60)
      let service = 0.2 + 3 * draws.uniform()
      let load = (0.1 + 1.9 * draws.uniform()) * Double(servers)
      let patience = index.isMultiple(of: 3) ? 0 : 3 * draws.uniform() * draws.uniform()
      let scale = Double(spots + 1) / (Double(servers) * service)
      cases.append(
        [
          load * service, service, Double(servers), Double(spots), patience, 0.1 * scale,
          0.4 * scale, scale,
        ])
    }
    let answers = try Peer.numbers(from: Self.chain, rows: cases)
    try #require(answers.count == cases.count)
    for (c, answer) in zip(cases, answers) {
      let queue = MarkovQueue(
        arrivalRate: c[0], serviceRate: c[1], servers: Int(c[2]), waitingSpots: Int(c[3]),
        abandonmentRate: c[4])
      let ours =
        [
          queue.blockedShare, queue.abandonedShare, queue.waitProbability, queue.meanWait,
          queue.meanQueueLength, queue.meanBusy,
        ] + c[5...7].map { queue.shareWaitingLonger(than: $0) }
      for (mine, theirs) in zip(ours, answer) {
        #expect(agree(mine, theirs, 1e-10), "\(c)")
      }
      let p = 0.5 + 0.49 * c[7] / (1 + c[7])
      let wait = queue.waitQuantile(p)
      #expect(wait == 0 || agree(queue.shareWaitingLonger(than: wait), 1 - p, 1e-12))
    }
  }

  @Test("A queue without limits agrees with a dense solution of a large room")
  func unlimited() throws {
    var draws = Draws(state: 2)
    var cases: [[Double]] = []
    for _ in 0..<30 {
      let servers = 1 + Int(draws.uniform() * 20)
      let load = (0.2 + 1.4 * draws.uniform()) * Double(servers)
      let patience = 0.3 + 2 * draws.uniform()
      cases.append([load, 1, Double(servers), 150, patience, 0.05, 0.3, 1])
    }
    let answers = try Peer.numbers(from: Self.chain, rows: cases)
    try #require(answers.count == cases.count)
    for (c, answer) in zip(cases, answers) {
      let queue = MarkovQueue(
        arrivalRate: c[0], serviceRate: c[1], servers: Int(c[2]), waitingSpots: nil,
        abandonmentRate: c[4])
      let ours =
        [
          queue.abandonedShare, queue.waitProbability, queue.meanWait, queue.meanQueueLength,
          queue.meanBusy,
        ] + c[5...7].map { queue.shareWaitingLonger(than: $0) }
      for (mine, theirs) in zip(ours, answer.dropFirst()) {
        #expect(agree(mine, theirs, 1e-10), "\(c)")
      }
    }
  }

  /// Crommelin's roots of z^c = exp(load (z - 1)) inside the unit circle.
  private static let roots = """
    import numpy as np
    for row in rows:
        a, c = row
        r = a / c
        w = np.exp(2j * np.pi * np.arange(1, int(c)) / c)
        z = 0.5 * w
        for _ in range(300): z = w * np.exp(r * (z - 1))
        for _ in range(20):
            e = w * np.exp(r * (z - 1)); z = z - (z - e) / (1 - r * e)
        s = np.sum(1 / (1 - z)).real
        length = s - ((c - a) ** 2 - c) / (2 * (c - a)) - a
        wait = 1 - (c - a) / np.exp(np.sum(np.log(1 - z))).real
        print(repr(float(length)), repr(float(wait)))
    """

  @Test("Constant service agrees with Crommelin's roots, up to 2000 servers at 99.99 % load")
  func crommelin() throws {
    var cases: [[Double]] = []
    for servers in [2.0, 3, 5, 10, 30, 100, 500, 2000] {
      for utilisation in [0.3, 0.7, 0.9, 0.97, 0.99, 0.999, 0.9999] {
        cases.append([utilisation * servers, servers])
      }
    }
    let answers = try Peer.numbers(from: Self.roots, rows: cases)
    try #require(answers.count == cases.count)
    for (c, answer) in zip(cases, answers) {
      let queue = DeterministicServiceQueue(
        arrivalRate: c[0], serviceTime: 1, servers: Int(c[1]))
      // The roots lose the digits of the load itself where the queue is short.
      let noise = 1e-12 * c[1]
      #expect(
        agree(queue.meanQueueLength, answer[0], 1e-10)
          || (queue.meanQueueLength - answer[0]).magnitude < noise, "\(c)")
      #expect(
        agree(queue.waitProbability, answer[1], 1e-10)
          || (queue.waitProbability - answer[1]).magnitude < noise, "\(c)")
    }
  }

  /// The chain Q' = max(0, Q + Poisson - c), cut off far out and solved without subtractions.
  private static let batches = """
    import sys, math
    import numpy as np
    for row in rows:
        a, c, n = row
        c, n = int(c), int(n)
        p = [math.exp(-a)]
        for i in range(n + c + 400): p.append(p[-1] * a / (i + 1))
        p = np.array(p)
        G = np.zeros((n, n))
        for i in range(n):
            for k in range(n + c):
                j = max(0, i + k - c)
                if j < n: G[i, j] += p[k]
        for i in range(n - 1, 0, -1):
            G[:i, i] /= G[i, :i].sum()
            G[:i, :i] += np.outer(G[:i, i], G[i, :i])
        pi = np.zeros(n); pi[0] = 1
        for i in range(1, n): pi[i] = pi[:i] @ G[:i, i]
        pi /= pi.sum()
        more = np.append(np.cumsum(pi[::-1])[::-1], 0)  # P(Q >= m)
        def behind(places, y):
            w = math.exp(-y); total = 0.0
            for k in range(places + 300):
                m = max(0, places - k)
                total += w * (more[m] if m < n else 0); w *= y / (k + 1)
            return total
        print(repr(float((np.arange(n) * pi).sum())), repr(behind(c, a)),
              repr(behind(c, 0.4 * a)), repr(behind(2 * c, 0.9 * a)))
    """

  @Test("Constant service is right where hardly anybody waits, too")
  func light() throws {
    var cases: [[Double]] = []
    for servers in [1.0, 2, 10, 40] {
      for utilisation in [0.02, 0.2, 0.5, 0.8] {
        cases.append([utilisation * servers, servers, 220])
      }
    }
    let answers = try Peer.numbers(from: Self.batches, rows: cases)
    try #require(answers.count == cases.count)
    for (c, answer) in zip(cases, answers) {
      let queue = DeterministicServiceQueue(arrivalRate: c[0], serviceTime: 1, servers: Int(c[1]))
      let ours = [
        queue.meanQueueLength, queue.waitProbability, queue.shareWaitingLonger(than: 0.6),
        queue.shareWaitingLonger(than: 1.1),
      ]
      for (mine, theirs) in zip(ours, answer) {
        #expect(agree(mine, theirs, 1e-10), "\(c)")
      }
    }
  }
}
