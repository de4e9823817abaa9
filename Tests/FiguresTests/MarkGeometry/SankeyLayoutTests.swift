import Figures
import Peers
import Testing

@Suite("A Sankey layout")
struct SankeyLayoutTests {
  typealias Node = SankeyLayout.Node
  typealias Link = SankeyLayout.Link

  /// Flows from lower to higher numbers, so without a circle.
  static func flows(_ seed: UInt64) -> (nodes: [Node], links: [Link]) {
    var random = FixedRandom(seed: seed)
    let count = 4 + random.below(12)
    let links = (0..<(2 * count)).map { _ in
      let from = random.below(count - 1)
      let to = from + 1 + random.below(count - from - 1)
      return Link(from: "n\(from)", to: "n\(to)", value: Double(random.below(40)))
    }
    return ((0..<count).map { Node("n\($0)") }, links)
  }

  @Test("keeps what flows: heights, ribbons and box", arguments: 1...40 as ClosedRange<UInt64>)
  func conservation(seed: UInt64) throws {
    let (nodes, links) = Self.flows(seed)
    let layout = try SankeyLayout(nodes: nodes, links: links)
    let kept = links.filter { $0.value > 0 }
    #expect(layout.ribbons.map(\.value) == kept.map(\.value))
    let unit = try #require(layout.ribbons.first.map { $0.width / $0.value })
    for (index, node) in layout.nodes.enumerated() {
      let inflow = kept.filter { $0.to == node.name }.reduce(0) { $0 + $1.value }
      let outflow = kept.filter { $0.from == node.name }.reduce(0) { $0 + $1.value }
      #expect(node.inflow == inflow && node.outflow == outflow)
      #expect((node.rectangle.height - unit * Swift.max(inflow, outflow)).magnitude < 1e-12)
      #expect(node.rectangle.top > -1e-9 && node.rectangle.bottom < 1 + 1e-9)
      #expect(node.rectangle.left > -1e-12 && node.rectangle.right < 1 + 1e-12)
      for other in layout.nodes[..<index] where other.layer == node.layer {
        #expect(!other.rectangle.grown(by: -1e-9).overlaps(node.rectangle))
      }
    }
    for ribbon in layout.ribbons {
      let (from, to) = (layout.nodes[ribbon.from], layout.nodes[ribbon.to])
      #expect(from.layer < to.layer)
      let points = ribbon.path.points
      #expect(points.count == 8 && ribbon.path.steps.last == .close)
      #expect(points[0].x == from.rectangle.right && points[3].x == to.rectangle.left)
      for (start, box) in [(points[0], from), (points[3], to)] {
        #expect(start.y > box.rectangle.top - 1e-9)
        #expect(start.y + ribbon.width < box.rectangle.bottom + 1e-9)
      }
    }
    // Ribbons of one node lie beside each other.
    for (index, first) in layout.ribbons.enumerated() {
      for second in layout.ribbons[..<index] {
        for (isShared, place) in [(first.from == second.from, 0), (first.to == second.to, 3)]
        where isShared {
          let lead = first.path.points[place].y - second.path.points[place].y
          #expect(lead > second.width - 1e-9 || -lead > first.width - 1e-9)
        }
      }
    }
    #expect(try layout == SankeyLayout(nodes: nodes, links: links))
  }

  @Test("untangles what can be drawn without a crossing")
  func crossings() throws {
    let nodes = ["a", "b", "c", "z", "y", "x"].map { Node($0) }
    let links = [("a", "x"), ("b", "y"), ("c", "z")].map { Link(from: $0.0, to: $0.1, value: 2) }
    let layout = try SankeyLayout(nodes: nodes, links: links, padding: 0.05)
    for ribbon in layout.ribbons {
      #expect((ribbon.path.points[0].y - ribbon.path.points[3].y).magnitude < 1e-6)
    }
    #expect(layout.nodes.map(\.layer) == [0, 0, 0, 1, 1, 1])
  }

  @Test("puts nodes behind what flows into them, or where they are told to be")
  func layers() throws {
    let links = [("a", "b"), ("b", "d"), ("a", "d"), ("c", "d")].map {
      Link(from: $0.0, to: $0.1, value: 1)
    }
    let free = try SankeyLayout(nodes: ["a", "b", "c", "d"].map { Node($0) }, links: links)
    #expect(free.nodes.map(\.layer) == [0, 1, 0, 2])
    let told = [Node("a"), Node("b", layer: 2), Node("c", layer: 1), Node("d")]
    #expect(try SankeyLayout(nodes: told, links: links).nodes.map(\.layer) == [0, 2, 1, 3])
    #expect(try SankeyLayout(nodes: [], links: []).nodes.isEmpty)
    let lone = try SankeyLayout(nodes: [Node("a")], links: [])
    #expect(lone.nodes[0].rectangle.height == 0)
  }

  @Test("refuses what has no layout")
  func refusals() {
    let nodes = ["a", "b", "c", "d"].map { Node($0) }
    func failure(_ nodes: [Node], _ links: [(String, String)]) -> SankeyFailure? {
      do throws(SankeyFailure) {
        _ = try SankeyLayout(
          nodes: nodes, links: links.map { Link(from: $0.0, to: $0.1, value: 1) })
        return nil
      } catch { return error }
    }
    let circle = failure(nodes, [("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")])
    #expect(circle == .cycle(["c", "d", "b"]))
    #expect(failure(nodes, [("a", "a")]) == .cycle(["a"]))
    #expect(failure(nodes, [("a", "e")]) == .unknownNode("e"))
    #expect(failure(nodes + [Node("a")], []) == .duplicateNode("a"))
    #expect(
      failure([Node("a", layer: 1), Node("b", layer: 1)], [("a", "b")])
        == .backward(from: "a", to: "b"))
  }

  @Test("survives awkward values", arguments: awkwardSamples)
  func awkward(sample: [Double]) throws {
    let links = sample.map { Link(from: "a", to: "b", value: $0) }
    let layout = try SankeyLayout(nodes: [Node("a"), Node("b")], links: links)
    #expect(layout.ribbons.count == sample.filter { $0 > 0 && $0.isFinite }.count)
    #expect(
      layout.nodes.allSatisfy { $0.rectangle.top >= -1e-9 && $0.rectangle.bottom <= 1 + 1e-9 })
    let sum = layout.ribbons.reduce(0) { $0 + $1.width }
    #expect(layout.ribbons.isEmpty || (sum - 1).magnitude < 1e-12)
  }
}
