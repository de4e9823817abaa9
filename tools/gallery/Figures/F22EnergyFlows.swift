import Figures
import Text

/// What became of a day's energy; sums of ``EnergyDay``.
enum EnergyFlows: SampleFigure {
  static let name = "energy-flows"

  static var figure: Figure {
    let day = EnergyDay()
    let (stored, drawn) = (EnergyDay.energy(day.stored), EnergyDay.energy(day.battery))
    let lost = max(0, 0.1 * stored)
    let solar = EnergyDay.energy(day.solar)
    let wind = EnergyDay.energy(day.wind)
    let moved = min(drawn, stored - lost)
    let total = EnergyDay.energy(day.grid) + solar + wind + moved
    func share(_ energy: Double) -> String { (100 * energy / total).text(decimals: 0) }
    return Figure(
      name, "Energy of a day from source to use",
      caption: """
        \(share(solar + wind)) % of the energy in the vehicles comes straight from sun and wind, \
        \(share(moved)) % by way of the battery. Sample data: a site model; of the battery only \
        what went in on this day.
        """,
      keywords: ["energy", "Sankey"]
    ) {
      Panel(x: .hidden, y: .hidden, aspect: 0.5) {
        Flows(
          [
            .init("grid", "vehicles", EnergyDay.energy(day.grid)),
            .init("solar", "vehicles", solar), .init("wind", "vehicles", wind),
            .init("solar", "battery", 0.8 * stored), .init("wind", "battery", 0.2 * stored),
            .init("battery", "vehicles", moved),
            .init("battery", "losses", lost),
            .init("solar", "curtailed", EnergyDay.energy(day.curtailed)),
          ], unit: "kWh")
      }
    }
  }
}
