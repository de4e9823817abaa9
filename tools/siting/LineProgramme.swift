/// Where to stand on a line at least cost: an exact dynamic programme.
///
/// There are so many candidate places between a start and an end, and a design is a choice of some of
/// them. What it costs is a sum: one amount for each way between neighbours, and one for each station,
/// which depends on its neighbours alone. Then the cheapest way to go on depends only on the last two
/// places, and
///
///     V₀(i, j) = station(i, j, end) + way(j, end)
///     Vₘ(i, j) = minₖ station(i, j, k) + way(j, k) + Vₘ₋₁(j, k)
///
/// is the least that can still be spent when the last stations are *i* and *j*, and *m* more are to come.
/// No design of as many stations is cheaper than the one found: nothing is searched, everything is compared.
///
/// - Complexity: O(*n*³ *m*) for *n* places and *m* stations.
package struct LineProgramme {
  /// How many candidate places there are; they are numbered from 1, the start is 0, the end *n* + 1.
  package let places: Int
  /// What the way between two neighbours costs; infinite where it must not be.
  package let way: (_ from: Int, _ to: Int) -> Double
  /// What a station costs between two neighbours; infinite where it cannot be.
  package let station: (_ before: Int, _ place: Int, _ after: Int) -> Double

  /// A choice of places with what it costs.
  package struct Choice: Equatable {
    /// The numbers of the places, ascending.
    package var places: [Int]
    /// The sum of all amounts.
    package var cost: Double
  }

  /// Describes a line.
  package init(
    places: Int, way: @escaping (_ from: Int, _ to: Int) -> Double,
    station: @escaping (_ before: Int, _ place: Int, _ after: Int) -> Double
  ) {
    (self.places, self.way, self.station) = (places, way, station)
  }

  private var end: Int { places + 1 }

  /// Returns what a design costs.
  package func cost(of design: [Int]) -> Double {
    let stops = [0] + design + [end]
    var sum = 0.0
    for index in 1..<stops.count { sum += way(stops[index - 1], stops[index]) }
    for index in 1..<max(1, stops.count - 1) {
      sum += station(stops[index - 1], stops[index], stops[index + 1])
    }
    return sum
  }

  /// Returns the cheapest design of each number of stations, from none to so many; nil where all are
  /// infinitely dear.
  ///
  /// Of designs that cost the same the one whose first place is nearest to the start, and so on.
  package func cheapest(upTo most: Int) -> [Choice?] {
    var table = Table(end: end)
    var choices = [Choice(places: [], cost: way(0, end))].map { $0.cost < .infinity ? $0 : nil }
    for count in stride(from: 1, through: min(most, places), by: 1) {
      table.grow { before, place, rest in
        guard count > 1 else {
          return (station(before, place, end) + way(place, end), end)
        }
        var best = (cost: Double.infinity, next: end)
        for next in stride(from: place + 1, through: places, by: 1) {
          let cost = station(before, place, next) + way(place, next) + rest(place, next)
          if cost < best.cost { best = (cost, next) }
        }
        return best
      }
      choices.append(table.choice(stations: count) { way(0, $0) })
    }
    return choices
  }
}

/// The least costs by the last two places, and what to do next, for each number of stations to come.
private struct Table {
  let end: Int
  private var costs: [Double] = []
  private var next: [[Int32]] = []

  init(end: Int) { self.end = end }

  private func cell(_ before: Int, _ place: Int) -> Int { before * end + place }

  /// Works out the costs with one station more to come than so far.
  mutating func grow(
    _ best: (_ before: Int, _ place: Int, _ rest: (Int, Int) -> Double) -> (cost: Double, next: Int)
  ) {
    var grown = [Double](repeating: .infinity, count: end * end)
    var turns = [Int32](repeating: Int32(end), count: end * end)
    for place in stride(from: 1, to: end, by: 1) {
      for before in 0..<place {
        let (cost, turn) = best(before, place) { costs[cell($0, $1)] }
        grown[cell(before, place)] = cost
        turns[cell(before, place)] = Int32(turn)
      }
    }
    costs = grown
    next.append(turns)
  }

  /// Follows the turns from the start.
  func choice(stations: Int, first: (Int) -> Double) -> LineProgramme.Choice? {
    var best = (cost: Double.infinity, place: 0)
    for place in stride(from: 1, to: end, by: 1) {
      let cost = first(place) + costs[cell(0, place)]
      if cost < best.cost { best = (cost, place) }
    }
    guard best.cost < .infinity else { return nil }
    var places = [best.place]
    var before = 0
    for turns in next.reversed().dropLast() {
      let place = places[places.count - 1]
      places.append(Int(turns[cell(before, place)]))
      before = place
    }
    return LineProgramme.Choice(places: places, cost: best.cost)
  }
}
