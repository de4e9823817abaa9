import Testing
import Text

@Suite("A 95 % interval")
struct CoverageTests {
  static let stations = [
    "--arrivals 30 --service-mean 1 --chargers 1 --customers 5000 --replications 10",
    "--arrivals 42 --service-mean 1 --chargers 1 --customers 8000 --replications 20",
    "--arrivals 51 --service-mean 1 --chargers 1 --customers 20000 --replications 20",
    "--arrivals 8 --service-mean 25 --chargers 4 --customers 10000 --replications 20",
    "--arrivals 8 --service-mean 25 --chargers 4 --customers 4000 --replications 40",
    "--arrivals 16 --chargers 10 --customers 5000 --replications 20",
    "--arrivals 8 --chargers 5 --waiting-spots 0 --customers 3000 --replications 20",
    "--arrivals 8 --service-mean 15 --chargers 2 --waiting-spots 4 --customers 2000",
    "--arrivals 14 --chargers 8 --waiting-spots 2 --customers 2000",
    "--arrivals 10 --chargers 5 --patience exponential --patience-mean 20 --customers 3000",
    "--arrivals 9 --chargers 4 --waiting-spots 3 --patience exponential --customers 2000",
    "--arrivals 9 --service deterministic --service-mean 16 --chargers 3 --customers 3000",
  ]

  @Test("covers the truth in 93 to 97 % of studies, on average over stations")
  func replications() throws {
    let shares = try coverage(of: Self.stations, seeds: 1...200)
    for measure in [
      "wait_mean_min", "wait_p95_min", "p_wait", "queue_mean", "utilisation", "p_blocked",
      "p_abandoned",
    ] {
      let share = try #require(shares[measure])
      #expect(share >= 0.93 && share <= 0.97, "\(measure): \(share)")
    }
    print("coverage of replications:", shares.sorted { $0.key < $1.key })
  }

  @Test("of a single run, from batches, covers the truth in at least 91 of 100 studies")
  func batches() throws {
    let shares = try coverage(
      of: [
        "--arrivals 30 --service-mean 1 --chargers 1 --replications 1",
        "--arrivals 48 --service-mean 1 --chargers 1 --replications 1 --customers 40000",
        "--arrivals 8 --service-mean 25 --chargers 4 --replications 1 --customers 40000",
      ], seeds: 1...100)
    for measure in ["wait_mean_min", "p_wait", "queue_mean", "utilisation"] {
      let share = try #require(shares[measure])
      #expect(share >= 0.91 && share <= 0.98, "\(measure): \(share)")
    }
    print("coverage of batches:", shares.sorted { $0.key < $1.key })
  }

  /// The share of studies whose interval covers the exact value, for each measure.
  private func coverage(
    of stations: [String], seeds: ClosedRange<Int>
  ) throws -> [String: Double] {
    var hits: [String: (covered: Int, of: Int)] = [:]
    for station in stations {
      for seed in seeds {
        let answer = try queue(station, seed: seed)
        for measure in measures {
          guard let covers = try answer.number(measure).covers else { continue }
          hits[measure, default: (0, 0)].covered += covers ? 1 : 0
          hits[measure, default: (0, 0)].of += 1
        }
      }
    }
    return hits.mapValues { Double($0.covered) / Double($0.of) }
  }
}
