import Figures
import Peers
import Testing

@Suite("A stack")
struct StackingTests {
  @Test("piles what is positive upward and what is negative downward")
  func signed() {
    let stack = Stacking([[3, -1, 0], [2, -4, .nan], [-1, 5]])
    #expect(stack.tops == [5, 5, 0] && stack.bottoms == [-1, -5, 0])
    #expect(stack.layers[1].base == [3, -1, 0] && stack.layers[1].end == [5, -5, 0])
    #expect(stack.layers[2].base == [0, 0, 0] && stack.layers[2].end == [-1, 5, 0])
    #expect(
      stack.layers.map(\.isGap) == [
        [false, false, false], [false, false, true], [false, false, true],
      ])
    #expect(Stacking([]).layers.isEmpty && Stacking([[]]).tops.isEmpty)
  }

  @Test("is as high and as deep as the sums, with layers that touch and never cover each other")
  func sums() {
    var random = FixedRandom(seed: 35)
    for _ in 0..<200 {
      let rows = (0..<5).map { _ in
        (0..<8).map { _ in random.below(9) == 0 ? .nan : random.number() }
      }
      let stack = Stacking(rows)
      for place in 0..<8 {
        let values = rows.map { $0[place] }.filter(\.isFinite)
        #expect(stack.tops[place] == values.filter { $0 > 0 }.reduce(0, +))
        #expect(stack.bottoms[place] == values.filter { $0 < 0 }.reduce(0, +))
        for (part, sign) in [(\Stacking.Layer.upper, 1.0), (\.lower, -1)] {
          var reach = 0.0
          for (layer, row) in zip(stack.layers, rows) {
            #expect(layer[keyPath: part].base[place] == reach)
            let height = layer[keyPath: part].end[place] - reach
            #expect(height * sign >= 0)
            let size = row[place] * sign > 0 ? row[place] : 0
            #expect((height - size).magnitude <= 1e-15 * reach.magnitude + 1e-15 * size.magnitude)
            reach = layer[keyPath: part].end[place]
          }
        }
      }
    }
  }

  @Test("gets places where a layer changes its sign, so that areas keep their true size")
  func crossings() {
    let (x, values) = Stacking.withCrossings(x: [0, 4, 8], [[-1, 3, 1], [2, -2, .nan]])
    #expect(x == [0, 1, 2, 4, 8])
    #expect(values[0] == [-1, 0, 1, 3, 1] && values[1].prefix(4) == [2, 1, 0, -2])
    #expect(values[1][4].isNaN)
    let short = Stacking.withCrossings(x: [0, 1], [[1]])
    #expect(short.x == [0, 1] && short.values[0][0] == 1 && short.values[0][1].isNaN)
  }

  @Test("of signed areas has the area of the positive parts above zero")
  func areas() {
    var random = FixedRandom(seed: 36)
    for _ in 0..<100 {
      let x = (0..<6).map(Double.init)
      let rows = (0..<3).map { _ in x.map { _ in Double(random.below(21)) - 10 } }
      let crossed = Stacking.withCrossings(x: x, rows)
      let tops = Stacking(crossed.values).tops
      let area = zip(crossed.x.indices, crossed.x.indices.dropFirst()).reduce(0.0) {
        $0 + (crossed.x[$1.1] - crossed.x[$1.0]) * (tops[$1.0] + tops[$1.1]) / 2
      }
      // Triangles where the sign changes, trapezia where it does not.
      let exact = rows.flatMap { row in
        zip(row, row.dropFirst()).map { a, b in
          if a >= 0, b >= 0 { return (a + b) / 2 }
          if a <= 0, b <= 0 { return 0 }
          let (up, down) = (Swift.max(a, b), Swift.min(a, b))
          return up * up / (up - down) / 2
        }
      }.reduce(0, +)
      #expect((area - exact).magnitude < 1e-11)
    }
  }

  @Test("survives awkward numbers", arguments: awkwardSamples)
  func awkward(sample: [Double]) {
    let stack = Stacking([sample, Array(sample.reversed()), [1]])
    #expect(stack.layers.count == 3)
    let crossed = Stacking.withCrossings(x: sample, [sample.map { -$0 }, sample])
    #expect(crossed.x.count >= sample.count)
  }
}
