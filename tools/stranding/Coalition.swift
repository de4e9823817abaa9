/// Who takes part in something done together: player *i* does where bit *i* is set.
package struct Coalition: Hashable, Sendable {
  private var bits: UInt64

  /// Nobody.
  package static let empty = Coalition(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  /// All of a number of players, at most 63.
  package static func all(of players: Int) -> Coalition {
    Coalition(bits: 1 << UInt64(players) - 1)
  }

  /// Every coalition of a number of players, from nobody to all.
  package static func every(of players: Int) -> [Coalition] {
    (0..<(1 << UInt64(players))).map { Coalition(bits: $0) }
  }

  /// How many take part.
  package var count: Int { bits.nonzeroBitCount }

  /// Whether a player takes part.
  package func contains(_ player: Int) -> Bool { bits >> UInt64(player) & 1 == 1 }

  /// The same with one player more.
  package func with(_ player: Int) -> Coalition { Coalition(bits: bits | 1 << UInt64(player)) }
}

/// What each player adds to what all achieve together: Shapley's fair division (1953, doi:10.1515/9781400881970-018).
///
///     ShapleyValue.exact(players: 2) { Double($0.count * $0.count) }   // [2, 2]
///
/// The mean of what a player adds on joining, over all orders in which they may join.
package enum ShapleyValue {
  /// Returns the values from what every coalition achieves.
  ///
  /// - Complexity: O(*n* 2ⁿ).
  package static func exact(players: Int, _ worth: (Coalition) -> Double) -> [Double] {
    // The share of orders in which just `size` given others come before a player: size! (n − size − 1)! / n!.
    var weights = [1 / Double(players)]
    for size in 1..<max(1, players) {
      weights.append(weights[size - 1] * Double(size) / Double(players - size))
    }
    let worths = Coalition.every(of: players).map { ($0, worth($0)) }
    var values = [Double](repeating: 0, count: players)
    for (coalition, before) in worths where coalition.count < players {
      for player in 0..<players where !coalition.contains(player) {
        values[player] += weights[coalition.count] * (worth(coalition.with(player)) - before)
      }
    }
    return values
  }

  /// Returns the values over some orders of joining instead of all of them; right on the average when they come by chance.
  package static func sampled(orders: [[Int]], _ worth: (Coalition) -> Double) -> [Double] {
    var values = [Double](repeating: 0, count: orders.first?.count ?? 0)
    for order in orders {
      var coalition = Coalition.empty
      for player in order {
        let joined = coalition.with(player)
        values[player] += (worth(joined) - worth(coalition)) / Double(orders.count)
        coalition = joined
      }
    }
    return values
  }
}
