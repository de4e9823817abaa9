import StrandingPlugin
import Testing

@Suite("Shapley's value")
struct ShapleyValueTests {
  /// Players 0 and 1 have a left glove each, player 2 a right one; only pairs are worth anything.
  private func gloves(_ coalition: Coalition) -> Double {
    coalition.contains(2) && (coalition.contains(0) || coalition.contains(1)) ? 1 : 0
  }

  @Test("is that of the glove game, known from textbooks")
  func textbook() {
    let values = ShapleyValue.exact(players: 3, gloves)
    for (value, exact) in zip(values, [1.0 / 6, 1.0 / 6, 4.0 / 6]) {
      #expect(abs(value - exact) < 1e-15)
    }
  }

  @Test("is what a player brings where all bring something of their own", arguments: [1, 2, 5, 9])
  func additive(players: Int) {
    let own = (0..<players).map { Double($0 * $0) - 3 }
    let values = ShapleyValue.exact(players: players) { coalition in
      (0..<players).filter(coalition.contains).reduce(0) { $0 + own[$1] }
    }
    for (value, own) in zip(values, own) { #expect(abs(value - own) < 1e-12) }
  }

  @Test("divides what all achieve, and the same for all who are alike", arguments: [2, 4, 7])
  func efficient(players: Int) {
    let values = ShapleyValue.exact(players: players) { Double($0.count * $0.count * $0.count) }
    let whole = Double(players * players * players)
    #expect(abs(values.reduce(0, +) - whole) < 1e-9)
    for value in values { #expect(abs(value - whole / Double(players)) < 1e-9) }
  }

  @Test("is the same over all orders one by one as over all coalitions")
  func orders() {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let sampled = ShapleyValue.sampled(orders: orders, gloves)
    for (one, other) in zip(sampled, ShapleyValue.exact(players: 3, gloves)) {
      #expect(abs(one - other) < 1e-15)
    }
  }

  @Test("knows the coalitions it is about")
  func coalitions() {
    #expect(Coalition.every(of: 4).count == 16)
    #expect(Coalition.every(of: 3).last == .all(of: 3))
    #expect(Coalition.empty.with(2).contains(2) && !Coalition.empty.with(2).contains(1))
    #expect(Coalition.all(of: 5).count == 5)
  }
}
