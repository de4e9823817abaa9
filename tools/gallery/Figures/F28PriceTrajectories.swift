import Figures
import Randomness

/// Two stations that learn to set prices: they undercut one another down to cost, then find a higher level.
///
/// Each day a station answers yesterday's price of the other: in the war a little below it, later a little above;
/// profits follow from ``PriceGame``.
enum PriceTrajectories: SampleFigure {
  static let name = "price-trajectories"

  static var figure: Figure {
    let days = Self.days
    let dates = days.indices.map { 20_454.0 * 86_400 + Double($0) * 86_400 }  // 1 January 2026
    return Figure(
      name, "Prices and profits of two learning stations",
      caption: """
        By March the stations have undercut one another to below cost; in April one raises its price, the other \
        follows, and both earn as before. Profit: linear between −10 and 10 €, logarithmic beyond. Sample data: two simple learners on a model of demand.
        """,
      keywords: ["market", "pricing"],
      arrangement: Arrangement(columns: 1, sharesX: true)
    ) {
      Panel(x: .date("Date"), y: Axis("Price", unit: "€ kWh^{-1}"), aspect: 0.28) {
        Rule(y: PriceGame.cost, "cost of energy")
        for (index, name) in ["Aue", "Berg"].enumerated() {
          Line(x: dates, y: days.map { $0[index] }, series: name)
        }
      }
      Panel(
        x: .date("Date"), y: Axis("Profit", unit: "€ day^{-1}", .symlog(threshold: 10)),
        aspect: 0.28
      ) {
        Rule(y: 0)
        for (index, name) in ["Aue", "Berg"].enumerated() {
          Line(
            x: dates, y: days.map { PriceGame.profit(own: $0[index], other: $0[1 - index]) },
            series: name)
        }
      }
    }
  }

  private static var days: [[Double]] {
    var stream = Sample.stream("prices")
    var (prices, days) = ([0.62, 0.58], [[Double]]())
    for day in 0..<240 {
      let other = prices
      for station in 0...1 {
        let goal =
          day < 95
          ? max(PriceGame.cost - 0.015, other[1 - station] - 0.012)
          : max(other[1 - station], PriceGame.best(against: other[1 - station])) + 0.004
        let pace = day < 95 || station == 0 || day > 100 ? 0.35 : 0.05
        prices[station] += pace * (min(0.61, goal) - prices[station]) + stream.normal(0, 0.003)
      }
      days.append(prices)
    }
    return days
  }
}
