/// Directions that spread evenly over all compromises between objectives.
///
///     ReferenceDirections(objectives: 3, divisions: 12).directions.count   // 91
///     ReferenceDirections(objectives: 2, divisions: 2).directions          // [[0, 1], [0.5, 0.5], [1, 0]]
///
/// All the ways to share out one whole in equal parts. Das and Dennis 1998,
/// doi:10.1137/S1052623496307510.
public struct ReferenceDirections: Hashable, Sendable {
  /// The directions; the parts of each add up to 1.
  public let directions: [[Double]]

  /// Shares out one whole in a number of equal parts.
  public init(objectives: Int, divisions: Int) {
    precondition(objectives >= 2 && divisions >= 1, "directions need objectives and parts to share")
    var directions: [[Double]] = []
    var shares: [Int] = []
    func share(_ left: Int) {
      if shares.count == objectives - 1 {
        directions.append((shares + [left]).map { Double($0) / Double(divisions) })
        return
      }
      for part in 0...left {
        shares.append(part)
        share(left - part)
        shares.removeLast()
      }
    }
    share(divisions)
    self.directions = directions
  }

  /// Takes directions as they are: parts that are not negative and not all zero.
  public init(_ directions: [[Double]]) {
    precondition(
      !directions.isEmpty
        && directions.allSatisfy {
          $0.count == directions[0].count && $0.allSatisfy { $0 >= 0 } && $0.contains { $0 > 0 }
        }, "a direction has parts that are not negative and not all zero")
    self.directions = directions
  }

  /// Chooses as many divisions as fit into a number of directions, at least one.
  public init(objectives: Int, atMost limit: Int) {
    var divisions = 1
    while Self.count(objectives, divisions + 1) <= limit { divisions += 1 }
    self.init(objectives: objectives, divisions: divisions)
  }

  /// The number of ways to share parts out: *divisions* + *objectives* − 1 choose *divisions*.
  private static func count(_ objectives: Int, _ divisions: Int) -> Int {
    (1..<max(objectives, 2)).reduce(1) { $0 * (divisions + $1) / $1 }
  }
}
