import Figures
import Queueing

/// At which hour a site of twelve chargers is full, for more and more vehicles a day.
///
/// Demand is that of a station where nobody ever waits (M_t/G/∞): the number who want to charge is Poisson with a
/// mean that follows the arrivals with a lag.
enum DemandOverDay: SampleFigure {
  static let name = "demand-over-day"

  static var figure: Figure {
    let times = (0..<96).map { (Double($0) + 0.5) * 900 }
    let volumes = Sample.grid(60...300, count: 25)
    let full = volumes.flatMap { vehicles in
      let demand = DemandPattern.commuters.demand(vehicles: vehicles)
      return times.map {
        100 * DemandPattern.share(atLeast: 12, mean: demand.meanBusy(at: $0 / 3600))
      }
    }
    let rates = DemandPattern.commuters.rates(vehicles: 100)
    return Figure(
      name, "Share of time with all chargers taken, over day and traffic",
      caption: """
        With 12 chargers and up to 130 vehicles a day one rarely has to wait; from 200 on both peaks fill the site. \
        Above: arrivals of 100 vehicles; below: chance that 12 or more want to charge, with lines at 1, 5 (heavy) \
        and 20 %. Sample data: M_{t}/G/∞ with a commuters' pattern.
        """,
      keywords: ["traffic sweep", "heat map"],
      arrangement: Arrangement(columns: 1, sharesX: true)
    ) {
      Panel(
        x: .timeOfDay("Time of day"), y: Axis("Arrivals", unit: "h^{-1}", zero: true), aspect: 0.26
      ) {
        ReferenceBand(x: 7 * 3600...9.5 * 3600)
        ReferenceBand(x: 16.5 * 3600...20 * 3600)
        Line(x: times, y: rates)
      }
      Panel(x: .timeOfDay("Time of day"), y: Axis("Vehicles", unit: "day^{-1}"), aspect: 0.5) {
        Cells(
          x: times, y: volumes, values: full,
          ColourChannel("All taken", unit: "%", .viridis, from: 0, to: 100))
        ContourLines(
          x: times, y: volumes, values: full, levels: [1, 5, 20], target: 5, decimals: 0)
      }
    }
  }
}
