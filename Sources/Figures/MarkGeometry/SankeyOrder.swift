/// The order of the nodes of each layer from top to bottom, chosen so that few ribbons cross.
struct SankeyOrder {
  private(set) var layers: [[Int]]

  /// Starts with the order given and keeps the best of 24 sweeps.
  init(of graph: SankeyGraph) {
    layers = [[Int]](repeating: [], count: (graph.layers.max() ?? -1) + 1)
    for (node, layer) in graph.layers.enumerated() { layers[layer].append(node) }
    var (best, least) = (layers, crossings(of: graph))
    for sweep in 0..<24 where least > 0 {
      arrange(graph, isForward: sweep.isMultiple(of: 2))
      let count = crossings(of: graph)
      if count < least { (best, least) = (layers, count) }
    }
    layers = best
  }

  /// Sorts each layer by the mean place of the neighbours before it, or behind it.
  private mutating func arrange(_ graph: SankeyGraph, isForward: Bool) {
    var places = places(graph.layers.count)
    for layer in isForward ? Array(layers.indices) : layers.indices.reversed() {
      var sums = [Int: (place: Double, weight: Double)]()
      for flow in graph.flows {
        let (node, other) = isForward ? (flow.to, flow.from) : (flow.from, flow.to)
        guard graph.layers[node] == layer else { continue }
        let old = sums[node] ?? (0, 0)
        sums[node] = (old.place + flow.share * places[other], old.weight + flow.share)
      }
      let wanted = layers[layer].enumerated().map { rank, node in
        (place: sums[node].map { $0.place / $0.weight } ?? places[node], rank: rank, node: node)
      }
      layers[layer] = wanted.sorted { ($0.place, $0.rank) < ($1.place, $1.rank) }.map(\.node)
      for (rank, node) in layers[layer].enumerated() {
        places[node] = Self.place(rank, of: layers[layer].count)
      }
    }
  }

  /// The amount of flow that crosses, as the lesser of each two ribbons.
  private func crossings(of graph: SankeyGraph) -> Double {
    guard graph.flows.count <= 400 else { return .infinity }
    let places = places(graph.layers.count)
    var sum = 0.0
    for (index, first) in graph.flows.enumerated() {
      for second in graph.flows[..<index] {
        let start = Swift.max(graph.layers[first.from], graph.layers[second.from])
        let end = Swift.min(graph.layers[first.to], graph.layers[second.to])
        guard start < end else { continue }
        func lead(_ layer: Int) -> Double {
          height(first, layer, graph, places) - height(second, layer, graph, places)
        }
        if lead(start) * lead(end) < 0 { sum += Swift.min(first.share, second.share) }
      }
    }
    return sum
  }

  /// Where a straight ribbon would pass a layer.
  private func height(
    _ flow: SankeyGraph.Flow, _ layer: Int, _ graph: SankeyGraph, _ places: [Double]
  ) -> Double {
    let (start, end) = (graph.layers[flow.from], graph.layers[flow.to])
    let share = Double(layer - start) / Double(end - start)
    return places[flow.from] + share * (places[flow.to] - places[flow.from])
  }

  private func places(_ count: Int) -> [Double] {
    var places = [Double](repeating: 0, count: count)
    for layer in layers {
      for (rank, node) in layer.enumerated() { places[node] = Self.place(rank, of: layer.count) }
    }
    return places
  }

  private static func place(_ rank: Int, of count: Int) -> Double {
    (Double(rank) + 0.5) / Double(count)
  }
}

/// The heights and the places of nodes between 0 and 1, drawn toward their neighbours.
struct SankeyPlaces {
  /// The height of a flow of share 1.
  let unit: Double
  let heights: [Double]
  private(set) var centres: [Double]

  init(of graph: SankeyGraph, in order: SankeyOrder, padding: Double) {
    let crowd = Double(Swift.max(1, (order.layers.map(\.count).max() ?? 1) - 1))
    let gap = Swift.min(Swift.max(0, padding), 0.5 / crowd)
    let units = order.layers.compactMap { layer in
      let sum = layer.reduce(0) { $0 + graph.sizes[$1] }
      return sum > 0 ? (1 - gap * Double(layer.count - 1)) / sum : nil
    }
    let unit = units.min() ?? 0
    let heights = graph.sizes.map { $0 * unit }
    (self.unit, self.heights) = (unit, heights)
    centres = [Double](repeating: 0.5, count: graph.sizes.count)
    func settle(_ layer: [Int]) {
      let spread = LabelSpreading.inOrder(
        layer.map { centres[$0] }, sizes: layer.map { heights[$0] }, gap: gap, within: 0...1)
      for (rank, node) in layer.enumerated() { centres[node] = spread.places[rank] }
    }
    for layer in order.layers { settle(layer) }
    var pull = 1.0
    for round in 0..<32 {
      pull *= 0.97
      let isForward = round.isMultiple(of: 2)
      for layer in isForward ? order.layers : order.layers.reversed() {
        for (node, wanted) in Self.wanted(layer, graph, centres, isForward: isForward) {
          centres[node] += pull * (wanted - centres[node])
        }
        settle(layer)
      }
    }
  }

  /// Where the nodes of a layer would be if their ribbons ran level.
  private static func wanted(
    _ layer: [Int], _ graph: SankeyGraph, _ centres: [Double], isForward: Bool
  ) -> [(node: Int, place: Double)] {
    layer.compactMap { node in
      var (sum, weight) = (0.0, 0.0)
      for flow in graph.flows where (isForward ? flow.to : flow.from) == node {
        sum += flow.share * centres[isForward ? flow.from : flow.to]
        weight += flow.share
      }
      return weight > 0 ? (node, sum / weight) : nil
    }
  }
}
