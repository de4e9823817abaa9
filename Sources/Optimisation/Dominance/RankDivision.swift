/// Ranks of three objectives by divide and conquer.
///
/// The designs stand in lexicographic order. Rank the better half; tell the worse half what it found,
/// by a sweep along the second objective over a table of the best third objectives; rank the worse
/// half. Jensen's idea (doi:10.1109/TEVC.2003.817234), with places in place of numbers, so that ties
/// are settled once and for all by the sorts.
struct RankDivision {
  /// The place by the third objective of each design.
  private let third: UnsafePointer<Int32>
  private let second: UnsafePointer<Int32>
  private let ranks: UnsafeMutablePointer<Int32>
  /// Fenwick's tree over the places by the third objective in the part at hand: the highest rank so far.
  private let highest: UnsafeMutablePointer<Int32>
  /// The place by the third objective within the part at hand.
  private let localThird: UnsafeMutablePointer<Int32>

  /// Returns the rank of every design of the order.
  static func ranks(
    _ table: ObjectiveTable, _ order: LexicographicOrder
  ) -> ContiguousArray<Int32> {
    let count = order.designs.count
    var (bySecond, second) = order.places(by: 1, in: table)
    var (byThird, third) = order.places(by: 2, in: table)
    var ranks = ContiguousArray<Int32>(repeating: 0, count: count)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 5 * count + 66) { scratch in
      scratch.initialize(repeating: 0)
      guard let scratch = scratch.baseAddress else { return }
      second.withUnsafeMutableBufferPointer { second in
        third.withUnsafeMutableBufferPointer { third in
          bySecond.withUnsafeMutableBufferPointer { bySecond in
            byThird.withUnsafeMutableBufferPointer { byThird in
              ranks.withUnsafeMutableBufferPointer { ranks in
                guard let second = second.baseAddress, let third = third.baseAddress,
                  let bySecond = bySecond.baseAddress, let byThird = byThird.baseAddress,
                  let ranks = ranks.baseAddress
                else { return }
                let division = RankDivision(
                  third: third, second: second, ranks: ranks, highest: scratch,
                  localThird: scratch + count + 1)
                division.rank(0, count, bySecond, byThird, scratch + 2 * count + 2)
              }
            }
          }
        }
      }
    }
    return ranks
  }

  private init(
    third: UnsafePointer<Int32>, second: UnsafePointer<Int32>, ranks: UnsafeMutablePointer<Int32>,
    highest: UnsafeMutablePointer<Int32>, localThird: UnsafeMutablePointer<Int32>
  ) {
    self.third = third
    self.second = second
    self.ranks = ranks
    self.highest = highest
    self.localThird = localThird
  }

  /// Ranks the designs of positions *low* ..< *high*, which are listed by second and third objective.
  private func rank(
    _ low: Int, _ high: Int, _ bySecond: UnsafeMutablePointer<Int32>,
    _ byThird: UnsafeMutablePointer<Int32>, _ spare: UnsafeMutablePointer<Int32>
  ) {
    guard high - low > 24 else { return rankByComparison(low, high) }
    let middle = (low + high) / 2
    let (count, left) = (high - low, middle - low)
    divide(bySecond, count, at: middle, spare)
    divide(byThird, count, at: middle, spare)
    // The better half is needed in order once more after its own ranking, which divides it further.
    spare.update(from: bySecond, count: left)
    (spare + left).update(from: byThird, count: left)
    rank(low, middle, spare, spare + left, spare + 2 * left)
    renumber(byThird, left, count)
    tell(bySecond, left, count)
    rank(middle, high, bySecond + left, byThird + left, spare)
  }

  /// Few designs: compare each with all before it.
  private func rankByComparison(_ low: Int, _ high: Int) {
    for design in low..<high {
      let (y, z) = (second[design], third[design])
      var rank = ranks[design]
      for other in low..<design where second[other] < y && third[other] < z {
        rank = max(rank, ranks[other] &+ 1)
      }
      ranks[design] = rank
    }
  }

  /// Moves the designs of the better half to the front, both halves keeping their order.
  private func divide(
    _ list: UnsafeMutablePointer<Int32>, _ count: Int, at middle: Int,
    _ spare: UnsafeMutablePointer<Int32>
  ) {
    let middle = Int32(truncatingIfNeeded: middle)
    var (kept, moved) = (0, 0)
    for place in 0..<count {
      let design = list[place]
      list[kept] = design
      spare[moved] = design
      let isBetter = design < middle
      kept &+= isBetter ? 1 : 0
      moved &+= isBetter ? 0 : 1
    }
    (list + kept).update(from: spare, count: moved)
  }

  /// Gives the designs of both halves their place among the better half by the third objective.
  private func renumber(_ byThird: UnsafeMutablePointer<Int32>, _ left: Int, _ count: Int) {
    var place = 0
    for number in left..<count {
      let design = Int(byThird[number])
      let own = third[design]
      while place < left, third[Int(byThird[place])] < own {
        localThird[Int(byThird[place])] = Int32(truncatingIfNeeded: place &+ 1)
        place &+= 1
      }
      localThird[design] = Int32(truncatingIfNeeded: place)
    }
    while place < left {
      localThird[Int(byThird[place])] = Int32(truncatingIfNeeded: place &+ 1)
      place &+= 1
    }
  }

  /// Sweeps along the second objective: the better half writes its ranks, the worse half reads the
  /// highest of those with a third objective no larger than its own.
  private func tell(_ bySecond: UnsafeMutablePointer<Int32>, _ left: Int, _ count: Int) {
    for place in 1...left { highest[place] = 0 }
    var writer = 0
    for number in left..<count {
      let design = Int(bySecond[number])
      let own = second[design]
      while writer < left, second[Int(bySecond[writer])] < own {
        let other = Int(bySecond[writer])
        let rank = ranks[other] &+ 1
        var place = Int(localThird[other])
        while place <= left, highest[place] < rank {
          highest[place] = rank
          place += place & -place
        }
        writer &+= 1
      }
      var place = Int(localThird[design])
      var rank = ranks[design]
      while place > 0 {
        rank = max(rank, highest[place])
        place &= place &- 1
      }
      ranks[design] = rank
    }
  }
}
