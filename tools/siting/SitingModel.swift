import HighwayStudies
import HighwayWorld

/// What a choice of places costs: stations with their chargers, and cars that have to be towed.
package struct SitingModel {
  /// The places where a station may stand, in km, ascending.
  package let candidates: [Double]
  package let demand: SitingDemand
  package let sizing: StationSizing
  /// What a station of each number of chargers costs in a year.
  package let yearly: [Double]
  /// What towing one car costs.
  package let towing: Double
  /// The greatest share of cars that may be towed on a way between neighbours.
  package let mostTowed: Double
  /// How many times the mean the load of the busiest hour is.
  package let peakFactor: Double
  /// The place of each stop among the places of the demand: start, candidates, end.
  private let stops: [Int]

  package static let hoursPerYear = 8766.0

  /// Describes the model; the candidates are places of the demand.
  package init(
    candidates: [Double], _ demand: SitingDemand, _ sizing: StationSizing, yearly: [Double],
    towing: Double, mostTowed: Double, peakFactor: Double
  ) {
    (self.candidates, self.demand, self.sizing) = (candidates, demand, sizing)
    (self.yearly, self.towing, self.mostTowed) = (yearly, towing, mostTowed)
    self.peakFactor = peakFactor
    let last = demand.places.count - 1
    stops = [0] + candidates.compactMap { demand.places.firstIndex(of: $0) } + [last]
  }

  /// The programme that finds the cheapest places.
  package var programme: LineProgramme {
    LineProgramme(
      places: candidates.count, way: way,
      station: { before, place, after in
        let load = self.peakLoad(before, place, after)
        return self.sizing.chargers(for: load).map { self.yearly[$0] } ?? .infinity
      })
  }

  /// What towing over the way between two stops costs in a year.
  private func way(_ from: Int, _ to: Int) -> Double {
    guard demand.towedShare(stops[from], stops[to]) <= mostTowed else { return .infinity }
    return towing * towedPerYear(from, to)
  }

  private func towedPerYear(_ from: Int, _ to: Int) -> Double {
    demand.towed(stops[from], stops[to]) * Self.hoursPerYear
  }

  private func peakLoad(_ before: Int, _ place: Int, _ after: Int) -> Double {
    peakFactor * demand.charging(before: stops[before], at: stops[place], after: stops[after]).load
  }

  // MARK: - Judging designs

  /// A station of a design with what is asked of it.
  package struct Site: Equatable {
    /// Where it stands, in km.
    package var position: Double
    /// How many chargers it has.
    package var chargers: Int
    /// How many it needs to keep the target; nil where the most are too few.
    package var needed: Int?
    /// Sessions per hour of the mean hour, and their energy in kWh per hour.
    package var charging: SitingDemand.Charging
    /// The load of the busiest hour in erlangs.
    package var peakLoad: Double
  }

  /// A design with what it costs.
  package struct Design: Equatable {
    package var sites: [Site]
    /// What its stations cost in a year.
    package var building: Double
    /// What they would cost with just the chargers that the target asks for; infinite where none suffice.
    package var buildingToTarget: Double
    /// Cars towed per year.
    package var towed: Double
    /// The greatest share of cars towed on a way between neighbours.
    package var worstWay: Double
    /// What towing costs in a year.
    package var towing: Double

    package var cost: Double { building + towing }
    /// What the same places cost with the chargers that keep the target.
    package var costToTarget: Double { buildingToTarget + towing }
    /// Whether every station has the chargers it needs.
    package var keepsTarget: Bool { sites.allSatisfy { ($0.needed ?? .max) <= $0.chargers } }
    package var chargers: Int { sites.reduce(0) { $0 + $1.chargers } }
    package var positions: [Double] { sites.map(\.position) }
  }

  /// Judges stations at candidates, with as many chargers as the target asks for where none are given.
  package func design(_ positions: [Double], chargers: [Int]? = nil) -> Design {
    let places = positions.compactMap { candidates.firstIndex(of: $0).map { $0 + 1 } }
    precondition(places.count == positions.count, "Stations stand at candidates.")
    let all = [0] + places + [candidates.count + 1]
    let sites = places.indices.map { index in
      let neighbours = (all[index], all[index + 1], all[index + 2])
      let load = peakLoad(neighbours.0, neighbours.1, neighbours.2)
      let needed = sizing.chargers(for: load)
      return Site(
        position: positions[index],
        chargers: chargers?[index] ?? needed ?? sizing.largestLoads.count - 1, needed: needed,
        charging: demand.charging(
          before: stops[neighbours.0], at: stops[neighbours.1], after: stops[neighbours.2]),
        peakLoad: load)
    }
    let ways = zip(all, all.dropFirst())
    let towed = ways.reduce(0) { $0 + towedPerYear($1.0, $1.1) }
    return Design(
      sites: sites, building: sites.reduce(0) { $0 + price($1.chargers) },
      buildingToTarget: sites.reduce(0) { $0 + ($1.needed.map { yearly[$0] } ?? .infinity) },
      towed: towed,
      worstWay: ways.map { demand.towedShare(stops[$0], stops[$1]) }.max() ?? 0,
      towing: towing * towed)
  }

  /// What a station of so many chargers costs in a year; in a straight line beyond the table.
  private func price(_ chargers: Int) -> Double {
    guard chargers >= yearly.count else { return yearly[chargers] }
    let last = yearly.count - 1
    return yearly[last] + Double(chargers - last) * (yearly[last] - yearly[last - 1])
  }
}
