extension Hypervolume {
  /// Returns for each design of the front the volume that would be lost without it.
  ///
  ///     Hypervolume(reference: [4, 4]).contributions(of: ObjectiveTable([[1, 3], [2, 2], [3, 1]]))
  ///     // [1, 1, 1]
  ///
  /// Zero for what another design dominates or equals; dominated designs are left aside, as if they
  /// were not there. The box of a design less what the others cover of
  /// it, so a small contribution is not the difference of two large volumes.
  ///
  /// - Complexity: O(*n* log *n*) for two objectives, otherwise *n* hypervolumes of what remains of the
  ///   others when they are cut to a box.
  public func contributions(of table: ObjectiveTable) -> [Double] {
    guard table.count > 0 else { return [] }
    precondition(table.objectives == reference.count, "the reference has the designs' objectives")
    var contributions = [Double](repeating: 0, count: table.count)
    // Who is dominated loses nothing; of equal designs none is missed.
    let front = ParetoFront(of: table)
    let members = (0..<front.table.count).map { front.table[$0] }
    let isInside = members.map { zip($0, reference).allSatisfy { $0 < $1 } }
    if reference.count == 2 {
      for (index, loss) in zip(front.indices, planeContributions(members, isInside)) {
        contributions[index] = loss
      }
      return contributions
    }
    for (place, member) in members.enumerated() where isInside[place] {
      var box = 1.0
      for (edge, value) in zip(reference, member) { box *= edge - value }
      var cut: [Double] = []
      for (other, isInside) in zip(members.indices, isInside) where isInside && other != place {
        for (one, another) in zip(members[other], member) { cut.append(max(one, another)) }
      }
      guard !cut.isEmpty else {
        contributions[front.indices[place]] = box
        continue
      }
      let rest = ObjectiveTable(values: cut, objectives: reference.count)
      // Cut designs mostly dominate each other; what is left is small.
      let covered = volume(of: ParetoFront(of: rest).table)
      contributions[front.indices[place]] = max(box - covered, 0)
    }
    return contributions
  }

  /// Two objectives: a rectangle between the neighbours.
  private func planeContributions(_ members: [[Double]], _ isInside: [Bool]) -> [Double] {
    let order = members.indices.filter { isInside[$0] }.sorted {
      (members[$0][0], members[$0][1], $0) < (members[$1][0], members[$1][1], $1)
    }
    var losses = [Double](repeating: 0, count: members.count)
    for (place, index) in order.enumerated() {
      let right = place + 1 < order.count ? members[order[place + 1]][0] : reference[0]
      let top = place > 0 ? members[order[place - 1]][1] : reference[1]
      losses[index] = (right - members[index][0]) * (top - members[index][1])
    }
    return losses
  }
}
