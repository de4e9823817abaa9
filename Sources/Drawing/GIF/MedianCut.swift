/// Chooses few colours for many: halves the set of colours where it is widest, again and again.
///
/// After P. Heckbert, "Color image quantization for frame buffer display" (1982),
/// doi:10.1145/965145.801294. A colour counts by the square root of its frequency, so that thin lines
/// keep theirs beside a large ground; all sums are whole numbers, so that the answer is always the
/// same.
enum MedianCut {
  /// A colour that occurs, with its three shares and what it counts.
  private struct Entry {
    let shares: [Int]
    let weight: Int

    init(_ colour: UInt32, count: Int) {
      shares = [16, 8, 0].map { Int(colour >> $0 & 255) }
      weight = 1 + Int(Double(count).squareRoot())
    }
  }

  /// A part of the colours, and along which share it spreads most.
  private struct Box {
    let entries: [Entry]
    let weight: Int
    let axis: Int
    /// The weighted squares of the distances to the middle, along that share.
    let spread: Int

    init(_ entries: [Entry]) {
      self.entries = entries
      let weight = entries.reduce(0) { $0 + $1.weight }
      let spreads = (0..<3).map { share in
        let sum = entries.reduce(0) { $0 + $1.weight * $1.shares[share] }
        let squares = entries.reduce(0) { $0 + $1.weight * $1.shares[share] * $1.shares[share] }
        return squares - sum * sum / weight
      }
      let most = spreads.max() ?? 0
      (self.weight, axis, spread) = (weight, spreads.firstIndex(of: most) ?? 0, most)
    }

    /// Two boxes, cut at the mean.
    var halves: (Box, Box)? {
      let sum = entries.reduce(0) { $0 + $1.weight * $1.shares[axis] }
      let low = entries.filter { $0.shares[axis] * weight <= sum }
      let high = entries.filter { $0.shares[axis] * weight > sum }
      return low.isEmpty || high.isEmpty ? nil : (Box(low), Box(high))
    }

    /// The commonest colour where it makes half of the box, else the mean.
    var colour: UInt32 {
      if let first = entries.first, 2 * first.weight >= weight { return packed(first.shares) }
      return packed(
        (0..<3).map { share in
          (entries.reduce(0) { $0 + $1.weight * $1.shares[share] } + weight / 2) / weight
        })
    }

    private func packed(_ shares: [Int]) -> UInt32 {
      shares.reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// So many colours for a ranking of more, in the order in which the boxes were cut.
  static func colours(_ number: Int, for ranking: [(colour: UInt32, count: Int)]) -> [UInt32] {
    var boxes = [Box(ranking.map { Entry($0.colour, count: $0.count) })]
    while boxes.count < number {
      guard let widest = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }),
        let (low, high) = boxes[widest].halves
      else { break }
      boxes[widest] = low
      boxes.append(high)
    }
    return boxes.map(\.colour)
  }

  /// Which of the colours is nearest to one; of equals, the first.
  static func nearest(to colour: UInt32, in colours: [UInt32]) -> Int {
    func share(_ colour: UInt32, _ shift: UInt32) -> Int { Int(colour >> shift & 255) }
    var (best, least) = (0, Int.max)
    for (index, other) in colours.enumerated() {
      let red = share(colour, 16) - share(other, 16)
      let green = share(colour, 8) - share(other, 8)
      let blue = share(colour, 0) - share(other, 0)
      let distance = 3 * red * red + 6 * green * green + blue * blue
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }
}
