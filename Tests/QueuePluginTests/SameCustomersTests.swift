import Reports
import Testing
import Text

@Suite("The same seed")
struct SameCustomersTests {
  @Test(
    "gives the same answer on any number of threads",
    arguments: [
      "--arrivals 8 --service-mean 25 --chargers 4-6 --customers 1000",
      "--arrivals 8 --pattern rush-hour --chargers 4-6 --customers 1000 --replications 5",
      "--arrivals 9 --chargers 3 --waiting-spots 2 --patience exponential --customers 1000",
    ])
  func threads(words: String) throws {
    let alone = try queue(words, threads: 1).report
    for count in [2, 8] {
      let together = try queue(words, threads: count).report
      #expect(together.json == alone.json)
      #expect(together.data.map(\.csv) == alone.data.map(\.csv))
    }
    #expect(try queue(words, seed: 2).report.json != alone.json)
  }

  @Test("sends the same customers to more chargers, and nobody is worse off")
  func common() throws {
    for seed in 1...5 {
      let answer = try queue(
        "--arrivals 8 --pattern rush-hour --service lognormal --chargers 6-14 --customers 2000 "
          + "--replications 2", seed: seed)
      let arrivals = try answer.rows.indices.map { try answer.number("arrivals", row: $0) }
      #expect(arrivals.allSatisfy { $0 == arrivals[0] })
      for measure in ["wait_mean_min", "wait_p95_min", "p_wait"] {
        let waits = try answer.rows.indices.map { try answer.number(measure, row: $0).mean }
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 >= $1 }, "\(measure): \(waits)")
      }
    }
  }
}
