import Testing
import Text

@Suite("A simulated queue agrees with theory")
struct TheoryTests {
  @Test(
    "in every measure that has an exact value, over a million customers",
    arguments: [
      ("M/M/1 at 0.5", "--arrivals 30 --service-mean 1 --chargers 1", 6),
      ("M/M/1 at 0.9", "--arrivals 54 --service-mean 1 --chargers 1", 6),
      ("M/M/1 at 0.95", "--arrivals 57 --service-mean 1 --chargers 1", 6),
      ("M/M/4 at 0.83", "--arrivals 8 --service-mean 25 --chargers 4", 6),
      ("M/M/10 at 0.6", "--arrivals 12 --service-mean 30 --chargers 10", 6),
      ("M/M/20 at 0.95", "--arrivals 38 --service-mean 30 --chargers 20", 6),
      ("M/M/2/6", "--arrivals 8 --service-mean 15 --chargers 2 --waiting-spots 4", 7),
      ("M/M/3/13 overloaded", "--arrivals 9 --chargers 3 --waiting-spots 10", 7),
      ("Erlang B", "--arrivals 8 --chargers 5 --waiting-spots 0", 3),
      (
        "M/D/5/5",
        "--arrivals 8 --chargers 5 --waiting-spots 0 --service deterministic --service-mean 30", 3
      ),
      (
        "M/G/5/5",
        "--arrivals 8 --chargers 5 --waiting-spots 0 --service lognormal --service-cv 1.5", 3
      ),
      ("Erlang A", "--arrivals 10 --chargers 5 --patience exponential --patience-mean 20", 7),
      (
        "Erlang A overloaded",
        "--arrivals 14 --chargers 5 --patience exponential --patience-mean 60", 7
      ),
      (
        "M/M/4/7+M",
        "--arrivals 9 --chargers 4 --waiting-spots 3 --patience exponential --patience-mean 15", 7
      ),
      ("M/D/1", "--arrivals 48 --service deterministic --service-mean 1 --chargers 1", 6),
      ("M/D/3", "--arrivals 9 --service deterministic --service-mean 16 --chargers 3", 6),
      ("M/D/8", "--arrivals 28 --service deterministic --service-mean 15 --chargers 8", 6),
      ("M/G/1", "--arrivals 7 --service lognormal --service-mean 6 --chargers 1", 5),
      ("M/M/inf", "--arrivals 20 --chargers unlimited", 1),
      ("M/G/inf", "--arrivals 20 --service lognormal --chargers unlimited", 1),
    ])
  func exact(_ name: String, _ words: String, fewest: Int) throws {
    let answer = try queue(words + " --customers 50000 --replications 20")
    #expect(try disagreements(answer, fewest: fewest) == [])
  }

  @Test("with recorded charging times")
  func trace() throws {
    let file = try ScratchFile("minutes\n2\n3\n3\n4\n5\n5\n6\n8\n11\n33\n")
    let answer = try queue(
      "--arrivals 5.5 --service \(file.path) --chargers 1 --customers 50000 --replications 20")
    #expect(try disagreements(answer, fewest: 5) == [])
  }

  @Test("about M/M/1, whose mean wait at a load of 0.9 is nine services")
  func nineServices() throws {
    let answer = try queue("--arrivals 54 --service-mean 1 --chargers 1 --customers 50000")
    let wait = try answer.number("wait_mean_min")
    #expect(abs(try #require(wait.exact) - 9) < 1e-9)
    #expect(abs(wait.mean - 9) < 0.3)
  }

  @Test(
    "hour by hour where any number can charge",
    arguments: ["exponential", "deterministic", "lognormal"])
  func day(service: String) throws {
    let answer = try queue(
      "--arrivals 20 --pattern single-peak --service \(service) --service-mean 120 "
        + "--chargers unlimited --customers 50000 --replications 20")
    let hours = try #require(answer.rows[0]["by_hour"]?.array)
    let busy = try hours.map { try Number($0["busy"]) }
    let exact = try busy.map { try #require($0.exact) }
    #expect(hours.count == 24)
    for (hour, number) in busy.enumerated() {
      let error = abs(number.mean - exact[hour])
      #expect(error <= max(0.01 * exact[hour], 3 * number.standardError), "hour \(hour)")
    }
    // Arrivals peak at noon; those who charge two hours peak one to two hours later, and less sharply.
    let peak = try #require(busy.indices.max { busy[$0].mean < busy[$1].mean })
    #expect(exact[peak] > 0.99 * (exact.max() ?? 0), "the peak comes when theory has it")
    #expect((12...14).contains(peak))
    let amplitude = (busy[peak].mean / (busy.map(\.mean).min() ?? 0))
    #expect(amplitude > 1.5 && amplitude < 3)
  }

  @Test("where a charging time is longer than a day, so that the first days are unlike the others")
  func longStays() throws {
    let answer = try queue(
      "--arrivals 2 --pattern rush-hour --service-mean 7200 --chargers unlimited "
        + "--customers 20000 --replications 10")
    let busy = try answer.number("busy_mean")
    #expect(abs(try #require(busy.exact) - 240) < 1e-9)
    #expect(abs(busy.mean - 240) < 2.4)
  }

  /// The measures that are further from their exact value than 1 % and three standard errors.
  private func disagreements(_ answer: Answer, fewest: Int) throws -> [String] {
    var compared = 0
    var wrong: [String] = []
    for measure in measures {
      let number = try answer.number(measure)
      guard let exact = number.exact else { continue }
      if exact > 0, measure != "served" { compared += 1 }
      let error = abs(number.mean - exact)
      if !(error <= max(0.01 * exact, 3 * number.standardError)) {
        wrong.append("\(measure): \(number.mean) for \(exact)")
      }
    }
    if compared < fewest { wrong.append("only \(compared) exact values") }
    return wrong
  }
}
