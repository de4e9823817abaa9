/// Flows between nodes, as ribbons as wide as what flows.
///
///     let flows = try SankeyLayout(
///       nodes: [.init("grid"), .init("solar"), .init("cars")],
///       links: [.init(from: "grid", to: "cars", value: 3), .init(from: "solar", to: "cars", value: 1)])
///     flows.nodes[2].inflow   // 4.0
///
/// All in a box from (0, 0) to (1, 1), y downward. A node is as high as the greater of what comes in
/// and what goes out; both are kept, so that a figure can show where they differ. Nodes are ordered
/// by sweeps of barycentres (K. Sugiyama et al. 1981, doi:10.1109/TSMC.1981.4308636) and then drawn
/// toward their neighbours as far as the order and the padding let them.
public struct SankeyLayout: Equatable, Sendable {
  /// The nodes, in the order given.
  public let nodes: [Box]
  /// The ribbons, in the order of their links; links of no positive finite value have none.
  public let ribbons: [Ribbon]

  /// A node to be laid out.
  public struct Node: Equatable, Sendable {
    /// Its name.
    public var name: String
    /// Its layer from the left, counted from 0; behind all that flow into it when nil.
    public var layer: Int?

    /// Names a node.
    public init(_ name: String, layer: Int? = nil) { (self.name, self.layer) = (name, layer) }
  }

  /// A flow from one node to another.
  public struct Link: Equatable, Sendable {
    /// The name of the node it leaves.
    public var from: String
    /// The name of the node it enters.
    public var to: String
    /// How much flows.
    public var value: Double

    /// Joins two nodes.
    public init(from: String, to: String, value: Double) {
      (self.from, self.to, self.value) = (from, to, value)
    }
  }

  /// A node with its place.
  public struct Box: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its layer from the left, counted from 0.
    public let layer: Int
    /// Where it is.
    public let rectangle: Rectangle
    /// The sum of what flows in.
    public let inflow: Double
    /// The sum of what flows out.
    public let outflow: Double
  }

  /// A link with its place.
  public struct Ribbon: Equatable, Sendable {
    /// Which node it leaves.
    public let from: Int
    /// Which node it enters.
    public let to: Int
    /// How much flows.
    public let value: Double
    /// How wide it is, the same at both ends.
    public let width: Double
    /// Its outline.
    public let path: Path
  }

  /// Lays out nodes of some width, at least *padding* apart where there is room.
  public init(
    nodes: [Node], links: [Link], nodeWidth: Double = 0.03, padding: Double = 0.03
  ) throws(SankeyFailure) {
    let graph = try SankeyGraph(nodes: nodes, links: links)
    let order = SankeyOrder(of: graph)
    let places = SankeyPlaces(of: graph, in: order, padding: padding)
    let layerCount = (graph.layers.max() ?? 0) + 1
    let step = layerCount > 1 ? (1 - nodeWidth) / Double(layerCount - 1) : 0
    self.nodes = nodes.indices.map { node in
      let left = Double(graph.layers[node]) * step
      let half = places.heights[node] / 2
      return Box(
        name: nodes[node].name, layer: graph.layers[node],
        rectangle: Rectangle(
          left: left, top: places.centres[node] - half, right: left + nodeWidth,
          bottom: places.centres[node] + half),
        inflow: graph.inflows[node], outflow: graph.outflows[node])
    }
    ribbons = Self.ribbons(graph, self.nodes, unit: places.unit)
  }

  /// Stacks the ends of ribbons from the top of their nodes, in the order of the nodes they lead to.
  private static func ribbons(
    _ graph: SankeyGraph, _ nodes: [Box], unit: Double
  ) -> [Ribbon] {
    func ends(at node: (SankeyGraph.Flow) -> Int, toward other: (SankeyGraph.Flow) -> Int)
      -> [Double]
    {
      let order = graph.flows.indices.sorted {
        let (first, second) = (graph.flows[$0], graph.flows[$1])
        return (nodes[other(first)].rectangle.centre.y, $0)
          < (nodes[other(second)].rectangle.centre.y, $1)
      }
      var next = nodes.map(\.rectangle.top)
      var tops = [Double](repeating: 0, count: graph.flows.count)
      for index in order {
        tops[index] = next[node(graph.flows[index])]
        next[node(graph.flows[index])] += graph.flows[index].share * unit
      }
      return tops
    }
    let starts = ends(at: \.from, toward: \.to)
    let stops = ends(at: \.to, toward: \.from)
    return graph.flows.indices.map { index in
      let flow = graph.flows[index]
      let width = flow.share * unit
      return Ribbon(
        from: flow.from, to: flow.to, value: flow.value, width: width,
        path: outline(
          from: Point(nodes[flow.from].rectangle.right, starts[index]),
          to: Point(nodes[flow.to].rectangle.left, stops[index]), width: width))
    }
  }

  private static func outline(from start: Point, to end: Point, width: Double) -> Path {
    let middle = (start.x + end.x) / 2
    return Path([
      .move(start),
      .curve(Point(middle, start.y), Point(middle, end.y), end),
      .line(Point(end.x, end.y + width)),
      .curve(
        Point(middle, end.y + width), Point(middle, start.y + width),
        Point(start.x, start.y + width)),
      .close,
    ])
  }
}
