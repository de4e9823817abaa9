import Testing
import Text

@Suite("The verdict")
struct VerdictTests {
  /// The smallest counts by Erlang's formulas, worked out beside this program: with scipy,
  /// B(4, 8) = 0.0304 and B(4, 9) = 0.0133; P(wait) = C(4, c) is 0.554, 0.285, 0.135 for 5, 6, 7
  /// chargers, and the mean wait C / (c / 30 - 4 / 30) is 16.6, 4.27, 1.35 minutes.
  @Test(
    "names the smallest number that theory finds",
    arguments: [
      ("--arrivals 8 --target-wait-mean 3", 7), ("--arrivals 8 --target-wait-mean 10", 6),
      ("--arrivals 8 --target-p-wait 0.2", 7), ("--arrivals 8 --target-p-wait 0.4", 6),
      ("--arrivals 8 --waiting-spots 0 --target-blocked 0.02", 9),
      ("--arrivals 8 --waiting-spots 0 --target-blocked 0.02 --chargers 5-12", 9),
    ])
  func smallest(words: String, count: Int) throws {
    let answer = try queue(words)
    #expect(
      answer.verdict.hasPrefix("\(count) chargers are enough"), "\(answer.verdict)")
    let counts = answer.rows.compactMap { $0["chargers"]?.integer }
    #expect(counts.contains(count) && counts.contains(count - 1))
  }

  @Test("says when nothing is enough, and why")
  func nothingIsEnough() throws {
    let verdict = try queue("--arrivals 8 --chargers 5-6 --target-wait-mean 1").verdict
    #expect(verdict.contains("6"))
    #expect(!verdict.contains("enough"))
    #expect(verdict.contains("--chargers"))
  }

  @Test("leaves open what the intervals leave open")
  func undecided() throws {
    // The exact mean wait of six chargers is 4.272 minutes.
    let answer = try queue(
      "--arrivals 8 --chargers 6 --target-wait-mean 4.3 --customers 500 --replications 5")
    #expect(answer.verdict.contains("undecided"))
  }

  @Test("is not fooled by a queue that grows without end")
  func unstable() throws {
    let answer = try queue("--arrivals 8 --chargers 3-6 --target-wait-mean 1000")
    #expect(answer.rows.map { $0["stable"]?.bool } == [false, false, true, true])
    #expect(answer.verdict.hasPrefix("5 chargers are enough"))
    for measure in ["wait_mean_min", "wait_p95_min", "queue_mean"] {
      #expect(
        answer.rows[1][measure]?["mean"] == .null, "what is seen depends on how long one looks")
      #expect(answer.rows[1][measure]?["analytic"] == .null)
    }
    for measure in ["p_wait", "utilisation"] {
      #expect(try answer.number(measure, row: 1).exact == 1, "\(measure)")
    }
    #expect(try queue("--arrivals 8 --chargers 4").verdict.contains("without end"))
  }

  @Test("does not take never seen for never")
  func neverSeen() throws {
    let blocked = try queue(
      "--arrivals 1 --service-mean 5 --chargers 5 --waiting-spots 5 --customers 1000 "
        + "--replications 10"
    ).number("p_blocked")
    #expect(blocked.mean == 0)
    let high = try #require(blocked.high)
    #expect(high > 1e-4 && high < 1e-3)
    // But of what cannot happen it is sure, and a wait that none has is no wait.
    let open = try queue("--arrivals 8 --chargers unlimited --customers 1000")
    for measure in ["p_blocked", "p_wait", "wait_mean_min", "wait_p95_min", "queue_mean"] {
      #expect(try open.number(measure).high == 0, "\(measure)")
    }
    let idle = try queue("--arrivals 1 --service-mean 1 --chargers 4 --target-wait-p95 0")
    #expect(idle.verdict.hasPrefix("4 chargers are enough"))
  }

  @Test("gives no interval to a single day")
  func singleDay() throws {
    let wait = try queue(
      "--arrivals 8 --pattern rush-hour --chargers 6 --customers 100 --replications 1"
    ).number("wait_mean_min")
    #expect(wait.low == nil && wait.high == nil)
  }

  @Test("asks for no more days than it takes for the customers wanted")
  func days() throws {
    // 33 days, which cannot be cut into 32 equal parts.
    let arrivals = try queue(
      "--arrivals 10 --pattern rush-hour --chargers 9 --customers 7900 --replications 1"
    ).number("arrivals")
    #expect(try #require(arrivals.exact) >= 7900)
    #expect(try #require(arrivals.exact) <= 1.25 * 7900)
  }
}
