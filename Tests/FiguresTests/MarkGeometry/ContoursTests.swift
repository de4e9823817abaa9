import Figures
import Peers
import Testing

@Suite("Contours")
struct ContoursTests {
  /// A grid with hills, a saddle, uneven places and some holes.
  static func grid(
    _ round: Int, _ random: inout FixedRandom
  ) -> (x: [Double], y: [Double], values: [Double], levels: [Double]) {
    func unit() -> Double { Double.random(in: -1...1, using: &random) }
    let (columns, rows) = (2 + random.below(12), 2 + random.below(12))
    let x = (0..<columns).map { Double($0) * 10 + unit() }
    let y = (0..<rows).map { 300 - Double($0) * 7 + unit() }
    let values = (0..<(columns * rows)).map { _ in
      if round % 3 == 1, random.below(12) == 0 { return Double.nan }
      return round % 4 == 3 ? Double(random.below(4)) : unit()
    }
    return (x, y, values, round % 4 == 3 ? [0.5, 1, 2] : [-0.5, 0, 0.1, 0.8])
  }

  @Test("are the lines that contourpy draws", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func contourpy() throws {
    var random = FixedRandom(seed: 31)
    var rows: [[Double]] = []
    for round in 0..<60 {
      let grid = Self.grid(round, &random)
      let contours = Contours(x: grid.x, y: grid.y, values: grid.values, levels: grid.levels)
      var row = [Double(grid.x.count), Double(grid.y.count), Double(grid.levels.count)]
      row += grid.x + grid.y + grid.values + grid.levels
      for lines in contours.lines {
        row.append(Double(lines.count))
        for line in lines {
          row += [line.isClosed ? 1 : 0, Double(line.points.count)]
          row += line.points.flatMap { [$0.x, $0.y] }
        }
      }
      rows.append(row)
    }
    let script = """
      import numpy as np
      from contourpy import contour_generator, LineType
      from scipy.spatial import cKDTree
      length = lambda p: np.hypot(*np.diff(p, axis=0).T).sum()
      for row in rows:
          at = 0
          def take(n):
              global at
              at += n
              return np.array(row[at - n:at])
          nx, ny, nl = (int(v) for v in take(3))
          x, y, z, levels = take(nx), take(ny), take(nx * ny).reshape(ny, nx), take(nl)
          peer = contour_generator(x, y, np.ma.masked_invalid(z), name='serial', corner_mask=False,
                                   line_type=LineType.Separate)
          for level in levels:
              ours, closed = [], 0
              for _ in range(int(take(1)[0])):
                  isclosed, n = (int(v) for v in take(2))
                  p = take(2 * n).reshape(-1, 2)
                  closed += isclosed
                  ours.append(np.vstack([p, p[:1]]) if isclosed else p)
              theirs = peer.lines(level)
              theirclosed = sum(bool((p[0] == p[-1]).all()) for p in theirs)
              far = 0.0
              if ours and theirs:
                  a, b = np.vstack(ours), np.vstack(theirs)
                  far = max(cKDTree(a).query(b)[0].max(), cKDTree(b).query(a)[0].max())
              print(len(ours), len(theirs), closed, theirclosed, far,
                    abs(sum(map(length, ours)) - sum(map(length, theirs))))
          assert at == len(row)
      """
    let answers = try Peer.numbers(from: script, rows: rows)
    #expect(answers.count == 60 / 4 * 15)
    #expect(answers.reduce(0) { $0 + $1[0] } > 500)
    for answer in answers {
      #expect(answer[0] == answer[1] && answer[4] < 1e-9 && answer[5] < 1e-9, "\(answer)")
    }
  }

  @Test("of a saddle join the corners that its middle sides with")
  func saddle() {
    let high = Contours(x: [0, 1], y: [0, 1], values: [1, 0, 0, 1], levels: [0.4]).lines[0]
    let low = Contours(x: [0, 1], y: [0, 1], values: [1, 0, 0, 1], levels: [0.6]).lines[0]
    #expect(high.count == 2 && low.count == 2)
    func joins(_ lines: [Polyline], _ corner: Point) -> Bool {
      lines.contains { $0.points.allSatisfy { $0.distance(to: corner) < 0.7 } }
    }
    #expect(joins(high, Point(1, 0)) && joins(high, Point(0, 1)))
    #expect(joins(low, Point(0, 0)) && joins(low, Point(1, 1)))
  }

  @Test("of a cone are closed circles with the high ground on the right")
  func cone() throws {
    let axis = (0...80).map { Double($0) / 8 - 5 }
    let values = axis.flatMap { y in axis.map { x in -(x * x + y * y).squareRoot() } }
    let contours = Contours(x: axis, y: axis, values: values, levels: [-2, -4, -6])
    #expect(contours.lines.map(\.count) == [1, 1, 4])
    for (lines, radius) in zip(contours.lines.prefix(2), [2.0, 4]) {
      let line = try #require(lines.first)
      #expect(line.isClosed && (line.length - 2 * .pi * radius).magnitude < 0.01 * radius)
      #expect(line.points.allSatisfy { ($0.distance(to: Point(0, 0)) - radius).magnitude < 0.01 })
      // y grows downward, so with the centre on the right the line runs clockwise: its area is positive.
      let next = line.points.dropFirst() + line.points.prefix(1)
      #expect(zip(line.points, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } > 0)
    }
    #expect(contours.lines[2].allSatisfy { !$0.isClosed })
  }

  @Test("survive awkward grids", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let x = sample.indices.map(Double.init)
    for (y, values) in [([0.0], sample), ([0, 1], sample + sample.reversed())] {
      let levels = Contours.niceLevels(of: sample, about: 5) + sample
      let contours = Contours(x: x, y: y, values: values, levels: levels)
      #expect(contours.lines.count == levels.count)
      #expect(contours.lines.joined().allSatisfy { $0.points.allSatisfy { $0.x.isFinite } })
    }
    let places = Contours(x: sample, y: sample, values: sample.flatMap { _ in sample }, levels: [2])
    #expect(places.lines.count == 1)
  }

  @Test(
    "have round levels between the ends",
    arguments: [
      ([0.1, 9.7], 5, [2.0, 4, 6, 8]), ([0, 1], 4, [0.2, 0.4, 0.6, 0.8]),
      ([0, 10], 3, [2.5, 5, 7.5]),
      ([-1e300, 1e300], 3, [-5e299, 0, 5e299]), ([3, 3], 4, []), ([.nan], 4, []), ([], 4, []),
      ([0, 1], 0, []), ([1, .infinity, 2], 1, [1.5]),
    ] as [([Double], Int, [Double])])
  func levels(values: [Double], count: Int, expected: [Double]) {
    #expect(Contours.niceLevels(of: values, about: count) == expected)
  }

  @Test("have about as many levels as were asked for, over all sizes of numbers")
  func levelCount() {
    var random = FixedRandom(seed: 32)
    for _ in 0..<2000 {
      let (a, b) = (random.number(), random.number())
      guard (a - b).magnitude > 1e-9 * Swift.max(a.magnitude, b.magnitude) else { continue }
      let levels = Contours.niceLevels(of: [a, b], about: 6)
      #expect((3...11).contains(levels.count), "\(a) \(b) \(levels)")
      #expect(levels.allSatisfy { $0 > Swift.min(a, b) && $0 < Swift.max(a, b) })
    }
  }
}
