/// The points that came before along one objective, kept ascending by the objective before it.
///
/// What is cut from them is ascending too, so the slices of the next dimension need no sorting.
struct EarlierPoints<Code: PlaceLanes> {
  private let points: UnsafeMutablePointer<Code>
  private let lane: Int
  private var count = 0

  /// Starts without points in a room for all that may come.
  init(in room: UnsafeMutablePointer<Code>, ascendingBy lane: Int) {
    (points, self.lane) = (room, lane)
  }

  /// Cuts the points to the box of a new one, enters that, and returns how many of the cut ones still matter.
  ///
  /// That is `nil` when the new one is dominated. Points that it dominates are forgotten.
  @inline(__always)
  mutating func enter(_ newest: Code, cut: UnsafeMutablePointer<Code>) -> Int? {
    var (kept, left, index) = (0, 0, 0)
    let own = newest[lane]
    // These begin where the box does, so that no order among them is given.
    while index < count, points[index][lane] <= own {
      let other = points[index]
      let corner = other.worst(with: newest)
      guard corner != newest else { return nil }
      points[left] = other
      left += corner == other ? 0 : 1
      Self.enter(corner, cut, &kept)
      index += 1
    }
    // By the objective before: then each is the last by two, which is the short way of the sweep of four.
    Self.sort(cut, kept, by: lane - 1)
    let place = left
    while index < count {
      let other = points[index]
      let corner = other.worst(with: newest)
      points[left] = other
      left += corner == other ? 0 : 1
      var rival = 0
      while rival < kept, !cut[rival].isNoWorse(than: corner) { rival += 1 }
      if rival == kept {
        cut[kept] = corner
        kept += 1
      }
      index += 1
    }
    (points + place + 1).update(from: points + place, count: left - place)
    points[place] = newest
    count = left + 1
    return kept
  }

  /// Enters a corner in a set of which none dominates another.
  @inline(__always)
  private static func enter(
    _ corner: Code, _ cut: UnsafeMutablePointer<Code>, _ kept: inout Int
  ) {
    var place = 0
    while place < kept {
      let rival = cut[place]
      if rival.isNoWorse(than: corner) {
        // What dominated once will again.
        (cut[place], cut[place / 2]) = (cut[place / 2], rival)
        return
      }
      if corner.isNoWorse(than: rival) {
        kept -= 1
        cut[place] = cut[kept]
      } else {
        place += 1
      }
    }
    cut[kept] = corner
    kept += 1
  }

  /// Sorts points by the places of one objective.
  @inline(__always)
  static func sort(_ points: UnsafeMutablePointer<Code>, _ count: Int, by lane: Int) {
    guard count < 120 else {
      var points = UnsafeMutableBufferPointer(start: points, count: count)
      points.sort { $0[lane] < $1[lane] }
      return
    }
    var end = 1
    while end < count {
      let point = points[end]
      let own = point[lane]
      var place = end
      while place > 0, points[place - 1][lane] > own {
        points[place] = points[place - 1]
        place -= 1
      }
      points[place] = point
      end += 1
    }
  }
}
