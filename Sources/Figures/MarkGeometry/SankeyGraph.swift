import Numerics

/// Why flows cannot be laid out.
public enum SankeyFailure: Error, Equatable, Sendable {
  /// Two nodes have this name.
  case duplicateNode(String)
  /// A link names a node that is not there.
  case unknownNode(String)
  /// Flows go round in a circle through these nodes.
  case cycle([String])
  /// A link does not lead to a later layer.
  case backward(from: String, to: String)
}

/// The nodes and flows of a Sankey diagram, checked and put into layers.
struct SankeyGraph {
  /// A link with nodes by number; the share is its value over the greatest value.
  struct Flow {
    let from: Int
    let to: Int
    let value: Double
    let share: Double
  }

  let flows: [Flow]
  let inflows: [Double]
  let outflows: [Double]
  /// What each node is high, in shares.
  let sizes: [Double]
  private(set) var layers: [Int]

  init(
    nodes: [SankeyLayout.Node], links: [SankeyLayout.Link]
  ) throws(SankeyFailure) {
    var numbers: [String: Int] = [:]
    for (number, node) in nodes.enumerated() {
      guard numbers.updateValue(number, forKey: node.name) == nil
      else { throw .duplicateNode(node.name) }
    }
    let most = links.lazy.map(\.value).filter { $0 > 0 && $0.isFinite }.max() ?? 1
    var flows: [Flow] = []
    for link in links {
      guard let from = numbers[link.from] else { throw .unknownNode(link.from) }
      guard let to = numbers[link.to] else { throw .unknownNode(link.to) }
      guard link.value > 0, link.value.isFinite else { continue }
      flows.append(Flow(from: from, to: to, value: link.value, share: link.value / most))
    }
    self.flows = flows
    func sums(_ node: (Flow) -> Int, _ amount: (Flow) -> Double) -> [Double] {
      var sums = [CompensatedSum](repeating: CompensatedSum(), count: nodes.count)
      for flow in flows { sums[node(flow)].add(amount(flow)) }
      return sums.map(\.value)
    }
    (inflows, outflows) = (sums(\.to, \.value), sums(\.from, \.value))
    sizes = zip(sums(\.to, \.share), sums(\.from, \.share)).map { Swift.max($0, $1) }
    precondition(
      nodes.allSatisfy { (0..<1000).contains($0.layer ?? 0) }, "A layer is a number from 0 to 999.")
    layers = nodes.map { $0.layer ?? 0 }
    try settle(nodes)
  }

  /// Puts each node without a layer behind all that flow into it, in topological order.
  private mutating func settle(_ nodes: [SankeyLayout.Node]) throws(SankeyFailure) {
    var waiting = [Int](repeating: 0, count: nodes.count)
    var outgoing = [[Int]](repeating: [], count: nodes.count)
    for flow in flows {
      waiting[flow.to] += 1
      outgoing[flow.from].append(flow.to)
    }
    var ready = nodes.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let node = ready[next]
      next += 1
      for target in outgoing[node] {
        if nodes[target].layer == nil {
          layers[target] = Swift.max(layers[target], layers[node] + 1)
        }
        waiting[target] -= 1
        if waiting[target] == 0 { ready.append(target) }
      }
    }
    if ready.count < nodes.count { throw .cycle(circle(waiting).map { nodes[$0].name }) }
    for flow in flows where layers[flow.from] >= layers[flow.to] {
      throw .backward(from: nodes[flow.from].name, to: nodes[flow.to].name)
    }
  }

  /// One circle among the nodes that still wait: going upstream must come by a node again.
  private func circle(_ waiting: [Int]) -> [Int] {
    var upstream = [Int: Int]()
    for flow in flows where waiting[flow.from] > 0 && waiting[flow.to] > 0 {
      if upstream[flow.to] == nil { upstream[flow.to] = flow.from }
    }
    var trail: [Int] = []
    var node = waiting.firstIndex { $0 > 0 }
    while let here = node {
      if let start = trail.firstIndex(of: here) { return trail[start...].reversed() }
      trail.append(here)
      node = upstream[here]
    }
    return []
  }
}
