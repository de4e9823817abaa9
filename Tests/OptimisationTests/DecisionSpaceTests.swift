import Optimisation
import Peers
import Testing

@Suite("A decision space")
struct DecisionSpaceTests {
  static func trap() throws(DecisionSpaceFailure) -> DecisionSpace {
    try DecisionSpace([
      Decision("a", .integer(0...100)),
      Decision("b", .integer(0...100), atMost: .constant(100, minus: ["a": 1])),
    ])
  }

  @Test("repairs a dependent bound: b is at most 100 - a")
  func bound() throws {
    let space = try Self.trap()
    #expect(space.repaired([70, 50]) == [70, 30])
    #expect(space.repaired([70.4, 29.6]) == [70, 30])
    #expect(space.repaired([100, 3]) == [100, 0])
    #expect(space.repaired([-4, .infinity]) == [0, 100])
    #expect(space.repaired([.nan, .nan]) == [0, 0])
    #expect(space.gridCount == 5151)
    #expect(space.grid.reduce(0) { count, _ in count + 1 } == 5151)
    #expect(!space.contains([70, 50]) && space.contains([70, 30]) && !space.contains([70, 0.5]))
  }

  @Test("leaves out what does not exist: spots of stations that are not built")
  func variableLength() throws {
    let space = try DecisionSpace(
      [Decision("stations", .integer(1...4))]
        + (1...4).map {
          Decision(
            "spots_\($0)", .integer(2...5), exists: .when("stations", isAtLeast: Double($0)))
        })
    #expect(space.repaired([2, 4, 9, 5, 5]) == [2, 4, 5, 2, 2])
    // 4 + 4² + 4³ + 4⁴ ways.
    #expect(space.gridCount == 340)
    let all = Array(space.grid)
    #expect(all.count == 340 && Set(all).count == 340)
    #expect(all.allSatisfy(space.contains))
  }

  @Test("asks a category for its name")
  func categories() throws {
    let space = try DecisionSpace([
      Decision("source", .category(["grid", "solar", "both"])),
      Decision("solar_kw", .real(0...1, step: 0.1), exists: .among("source", ["solar", "both"])),
    ])
    #expect(space.repaired([0, 0.5]) == [0, 0])
    #expect(space.repaired([1.4, 0.52])[0] == 1)
    #expect(space.gridCount == 23)
    #expect(space.repaired([2, 0.3]) == space.repaired([2, 0.1 + 0.2]))
  }

  @Test("repairs any numbers into one of its points, and its points into themselves")
  func repair() throws {
    let space = try DecisionSpace([
      Decision("n", .integer(-3...11, step: 4)),
      Decision("x", .real(-1...1)),
      Decision("y", .real(0.1...0.9, step: 0.25)),
      Decision("k", .category(["a", "b"])),
      Decision(
        "m", .integer(0...50, step: 3), atMost: .constant(12, plus: ["n": 2, "x": 5]),
        exists: .among("k", ["b"])),
    ])
    var random = FixedRandom(seed: 1)
    for _ in 0..<2000 {
      let wild = (0..<5).map { _ in Double.random(in: -30...30, using: &random) }
      let point = space.repaired(wild)
      #expect(space.repaired(point) == point)
      #expect(space.contains(point))
      #expect([-3, 1, 5, 9].contains(point[0]) && (-1...1).contains(point[1]))
      #expect(point[4] == 0 || point[4] <= 12 + 2 * point[0] + 5 * point[1])
    }
    #expect(space.gridCount == nil && !space.isDiscrete)
  }

  @Test("walks its grid in order, the last decision fastest")
  func order() throws {
    let space = try DecisionSpace([
      Decision("a", .integer(0...1)), Decision("b", .real(0...1, step: 0.5)),
    ])
    #expect(Array(space.grid) == [[0, 0], [0, 0.5], [0, 1], [1, 0], [1, 0.5], [1, 1]])
  }

  @Test("counts what it can and says so where it cannot")
  func counting() throws {
    let many = (0..<40).map { Decision("d\($0)", .integer(0...1_000_000)) }
    #expect(try DecisionSpace(many).gridCount == nil)
    #expect(try DecisionSpace(Array(many.prefix(3))).gridCount == 1_000_003_000_003_000_001)
  }

  @Test("says what is wrong with decisions")
  func failures() {
    func failure(_ decisions: Decision...) -> DecisionSpaceFailure? {
      do throws(DecisionSpaceFailure) {
        _ = try DecisionSpace(decisions)
        return nil
      } catch {
        return error
      }
    }
    let a = Decision("a", .integer(0...9))
    #expect(failure() == .empty)
    #expect(failure(a, a) == .repeatedName("a"))
    #expect(failure(Decision("x", .real(0...1, step: 0))) == .badRange("x"))
    #expect(failure(Decision("x", .category([]))) == .badRange("x"))
    #expect(failure(Decision("x", .real(0 ... .infinity))) == .badRange("x"))
    #expect(
      failure(Decision("x", .integer(0...9), atMost: .constant(9, minus: ["b": 1])), a)
        == .unknownDependence(of: "x", on: "b"))
    #expect(
      failure(a, Decision("x", .integer(1...9), atMost: .constant(5, minus: ["a": 1])))
        == .limitBelowRange("x", limit: -4))
    #expect(
      failure(a, Decision("x", .integer(1...9), exists: .among("a", ["b"]))) == .wrongKind("a"))
  }
}
