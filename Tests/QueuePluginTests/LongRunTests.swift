import Testing
import Text

@Suite("A station slow to forget how it began")
struct LongRunTests {
  @Test(
    "is never called good enough on runs too short for it",
    arguments: [
      "--arrivals 7.9 --chargers 4 --service-mean 30 --target-wait-p95 1600",
      "--arrivals 7.95 --chargers 4 --service-mean 30 --target-wait-p95 2600",
      "--arrivals 8 --chargers 4 --service-mean 25 --customers 100 --replications 100 --target-wait-p95 85",
      "--arrivals 8 --chargers 4 --service-mean 25 --customers 100 --replications 1 --target-wait-mean 15",
    ])
  func verdict(_ station: String) throws {
    for seed in 1...5 {
      let answer = try queue(station, seed: seed)
      #expect(answer.verdict.contains("do not meet"), "\(answer.verdict)")
      #expect(answer.verdict.contains("too short"))
      #expect(answer.rows[0]["settled"]?.bool == false)
    }
  }

  @Test("has the 95 % wait of all its customers, not the mean of what single runs have")
  func pooledQuantile() throws {
    // Twenty runs of ten relaxation times each: the mean of their own quantiles would be 6 % low.
    var covered = 0
    for seed in 1...100 {
      let number = try queue(
        "--arrivals 7.5 --chargers 4 --service-mean 30 --customers 9500 --replications 20",
        seed: seed
      ).number("wait_p95_min")
      let covers = try #require(number.covers as Bool?)
      covered += covers ? 1 : 0
    }
    #expect(covered >= 88, "\(covered) of 100")
  }

  @Test(
    "is not a defect where hardly anybody ever comes",
    arguments: [
      "--arrivals 0.001 --service-mean 0.01", "--arrivals 0.01 --service-mean 0.1",
    ])
  func quiet(_ station: String) throws {
    #expect(try queue(station + " --chargers 1").rows[0]["served"]?["mean"]?.number == 20_000)
  }
}
