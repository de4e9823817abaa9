import AnalysisKit
import Optimisation
import Testing
import Text

@Suite("A factor")
struct FactorTests {
  @Test("takes the values of its range at equal steps")
  func values() throws {
    func all(_ values: Factor.Values) throws -> [Double] {
      try StudyDesign.grid.designs(of: [Factor("a", key: "a", values)].space(), seed: 1).map {
        $0[0]
      }
    }
    #expect(try all(.whole(2...15)).count == 14)
    #expect(try all(.whole(2...79, step: 4)).last == 78)
    #expect(try all(.real(0...1, step: 0.25)) == [0, 0.25, 0.5, 0.75, 1])
    #expect(try all(.choice(["x", "y"])) == [0, 1])
    #expect(Factor("a", key: "a", .choice(["x", "y"])).json(of: 1) == "y")
  }

  @Test("keeps a bound that depends on others")
  func bounds() throws {
    let space = try [
      Factor("chargers", key: "a", .whole(1...10)),
      Factor(
        "spots", key: "b", .whole(0...40, step: 4),
        most: .init(plus: 2, [.init("chargers", weight: 2)])),
    ].space()
    let grid = StudyDesign.grid.designs(of: space, seed: 1)
    #expect(grid.allSatisfy { $0[1] <= 2 + 2 * $0[0] } && grid.count == 40)
    for design in [
      StudyDesign.latinHypercube(points: 50), .sobolSequence(points: 64),
      .morris(trajectories: 5, levels: 4), .grid,
    ] {
      let designs = design.designs(of: space, seed: 7)
      #expect(designs.allSatisfy(space.contains))
      #expect(designs == design.designs(of: space, seed: 7))
      #expect(designs.count == design.count(of: space))
    }
  }

  @Test("has no meaning where what it needs is not there")
  func needs() throws {
    let space = try [
      Factor("stations", key: "a", .whole(1...3)),
      Factor("third", key: "b", .whole(2...4), needs: .init("stations", atLeast: 3)),
    ].space()
    #expect(
      StudyDesign.grid.designs(of: space, seed: 1) == [[1, 2], [2, 2], [3, 2], [3, 3], [3, 4]])
  }

  @Test("says why it makes no space")
  func failures() {
    func failure(_ factors: [Factor]) -> String {
      do { return "\(try factors.space())" } catch { return "\(error.file): \(error.problem)" }
    }
    #expect(failure([]).contains("nothing varies"))
    let a = Factor("a", key: "a", .whole(1...3))
    #expect(failure([a, a]).contains("two of that name"))
    #expect(
      failure([Factor("b", key: "b", .whole(1...3), most: .init([.init("a", weight: 1)])), a])
        .contains("does not stand before it"))
  }

  @Test(
    "is written and read",
    arguments: [
      Factor("chargers", key: "stations.chargers_per_station", .whole(2...15)),
      Factor("grid", keys: ["a", "b"], .real(0...500, step: 50), unit: "kW"),
      Factor("wind", key: "energy.wind.base_kw", .real(0...500)),
      Factor("pattern", key: "traffic.process", .choice(["poisson", "rush-hour"])),
      Factor(
        "spots", key: "s", .whole(0...8, step: 2),
        most: .init(plus: 1, [.init("chargers", weight: -2)])),
    ])
  func coding(factor: Factor) throws {
    let text = try JSON(encoding: factor).compactText
    #expect(try JSONReader.read(text).decoded(as: Factor.self, unknownKeys: .refused) == factor)
  }
}

@Suite("A study file")
struct StudyFileTests {
  private func failure(_ text: String) -> String {
    do {
      let file: StudyFile = try JSONReader.read(text).decoded(unknownKeys: .refused)
      return "read \(file)"
    } catch { return "\(error)" }
  }

  @Test("says what varies, which designs, how often and by what it is judged")
  func reads() throws {
    let file: StudyFile = try JSONReader.read(
      """
      { "scenario": { "preset": "demo" },
        "factors": [ { "name": "chargers", "from": 2, "to": 12 } ],
        "design": { "kind": "latin-hypercube", "points": 64 },
        "replications": { "until": "wait_mean_min", "half_width": 0.5, "at_most": 50 },
        "objectives": [ "cost" ], "constraints": [ { "measure": "stranding", "at_most": 1 } ] }
      """
    ).decoded(unknownKeys: .refused)
    #expect(file.factors == [Factor("chargers", keys: [], .whole(2...12))])
    #expect(file.design == .latinHypercube(points: 64))
    #expect(
      file.replications == .until(measure: "wait_mean_min", halfWidth: 0.5, least: 5, most: 50))
    #expect(file.constraints == [.init("stranding", atMost: 1)])
    let again: StudyFile = try JSON(encoding: file).decoded()
    #expect(again == file)
  }

  @Test(
    "says where something is wrong",
    arguments: [
      (#"{ "factor": [] }"#, "factors"), (#"{ "design": { "kind": "gird" } }"#, "design.kind"),
      (#"{ "factors": [ { "name": "a", "from": 3, "to": 2 } ] }"#, "factors[0].to"),
      (#"{ "factors": [ { "name": "a", "from": 3, "to": 9, "step": 0 } ] }"#, "factors[0].step"),
      (#"{ "factors": [ { "name": "a", "values": [] } ] }"#, "factors[0].values"),
      (#"{ "replications": 0 }"#, "replications"),
      (#"{ "design": { "kind": "sobol", "points": 0 } }"#, "design.points"),
      (#"{ "replications": { "until": "x", "half_width": -1 } }"#, "replications.half_width"),
    ])
  func refuses(text: String, place: String) {
    #expect(failure(text).contains(place))
  }
}
