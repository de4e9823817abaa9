/// Where a front bends: beyond it a little more of one objective costs much of another.
public enum FrontKnee {
  /// Returns the member farthest in front of the plane through the front's ends, or `nil` where none
  /// lies in front of it.
  ///
  ///     FrontKnee.byDistance(ObjectiveTable([[0, 10], [1, 2], [10, 0]]))   // 1
  ///
  /// Das 1999, doi:10.1007/s001580050111. In the units of the front the ends lie on the axes at 1, so the
  /// distance is (1 − the sum of the objectives) / √*m*. The first of equals.
  public static func byDistance(_ front: ObjectiveTable) -> Int? {
    let scale = FrontScale(of: front)
    var (knee, farthest): (Int?, Double) = (nil, 1e-12)
    for row in 0..<front.count {
      let distance = 1 - scale.scaled(front[row]).reduce(0, +)
      if distance > farthest { (knee, farthest) = (row, distance) }
    }
    return knee
  }

  /// Returns the member that is the worst to leave, or `nil` of fewer than two different members.
  ///
  ///     FrontKnee.byTradeOff(ObjectiveTable([[0, 10], [1, 2], [10, 0]]))   // 1
  ///
  /// Moving to another member gains something and loses something, in the units of the front;
  /// leaving the knee loses the most for each unit gained, even to the member where it loses the least
  /// (Rachmawati and Srinivasan 2009, doi:10.1109/TEVC.2009.2017515). Ends cannot be left in all
  /// directions and are knees only of fronts with no one between. The first of equals.
  public static func byTradeOff(_ front: ObjectiveTable) -> Int? {
    let scale = FrontScale(of: front)
    let scaled = (0..<front.count).map { scale.scaled(front[$0]) }
    let isEnd = scaled.map { $0.contains(0) }
    let inner = scaled.indices.filter { !isEnd[$0] }
    let candidates = inner.isEmpty ? Array(scaled.indices) : inner
    var (knee, highest): (Int?, Double) = (nil, -.infinity)
    for row in candidates {
      var least = Double.infinity
      for other in scaled.indices where scaled[other] != scaled[row] {
        var (gain, loss) = (0.0, 0.0)
        for (own, theirs) in zip(scaled[row], scaled[other]) {
          gain += max(own - theirs, 0)
          loss += max(theirs - own, 0)
        }
        if gain > 0 { least = min(least, loss / gain) }
      }
      if least < .infinity, least > highest { (knee, highest) = (row, least) }
    }
    return knee
  }
}
