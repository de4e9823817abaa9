import Figures
import Testing

@Suite("An arrow head and a leader")
struct ArrowheadTests {
  @Test("points where the line points")
  func head() throws {
    let head = try #require(
      Arrowhead(from: Point(0, 0), to: Point(10, 0), length: 4, width: 3))
    #expect(head.corners == [Point(10, 0), Point(6, 1.5), Point(6, -1.5)])
    #expect(head.shaftEnd == Point(6, 0) && head.path.steps.last == .close)
    let slanted = try #require(
      Arrowhead(from: Point(1, 1), to: Point(31, 41), length: 5, width: 6))
    #expect(slanted.shaftEnd.distance(to: Point(28, 37)) < 1e-12)
    #expect((slanted.corners[1].distance(to: slanted.corners[2]) - 6).magnitude < 1e-12)
  }

  @Test("shrinks with a short line and is none where there is no direction")
  func short() throws {
    let head = try #require(Arrowhead(from: Point(0, 0), to: Point(2, 0), length: 4, width: 3))
    #expect(head.corners == [Point(2, 0), Point(0, 0.75), Point(0, -0.75)])
    #expect(Arrowhead(from: Point(1, 1), to: Point(1, 1), length: 4, width: 3) == nil)
    #expect(Arrowhead(from: Point(.nan, 1), to: Point(1, 1), length: 4, width: 3) == nil)
    #expect(Arrowhead(from: Point(-1e300, 1), to: Point(1e300, 1), length: 4, width: 3) == nil)
  }

  @Test("runs from the nearest edge of the box to the place")
  func leader() {
    let box = Rectangle(left: 0, top: 0, right: 20, bottom: 8)
    #expect(LeaderLine(from: box, to: Point(40, 4), gap: 2)?.start == Point(22, 4))
    #expect(LeaderLine(from: box, to: Point(10, -9), clearance: 3)?.end == Point(10, -6))
    #expect(LeaderLine(from: box, to: Point(23, 12), gap: 0)?.start == Point(20, 8))
    #expect(LeaderLine(from: box, to: Point(10, 4)) == nil)
    #expect(LeaderLine(from: box, to: Point(21, 4), gap: 1) == nil)
    #expect(LeaderLine(from: box, to: Point(.nan, 4)) == nil)
  }
}
