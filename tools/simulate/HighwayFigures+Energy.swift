import Figures
import HighwayWorld
import Text

extension HighwayFigures {
  /// Who gives the power, and what is missing.
  var power: Figure? {
    guard hasTime, isPhysical, result.outcome.finish.total(\.drawn) > 0 else { return nil }
    let parts: [(String, KeyPath<StationReading, Double>)] = [
      ("wind", \.windUsed), ("solar", \.solarUsed), ("grid", \.grid), ("battery", \.batteryOut),
      ("shortfall", \.notServed),
    ]
    let shown = parts.filter { result.outcome.finish.total($0.1) > 1e-9 }
    let missing = result.outcome.finish.total(\.notServed)
    let lack =
      missing > 1e-9
      ? ", the last one what was missing: \(energyText(missing)) in all" : ""
    return Figure(
      "power", "Power by source of all stations",
      caption: """
        Areas: mean power by source\(lack). Line: what vehicles and batteries took or would have taken.
        """,
      keywords: ["highway", "energy"], legend: .above
    ) {
      Panel(x: timeAxis, y: Axis("Power", unit: "kW", zero: true), aspect: 0.5) {
        Area(
          x: times,
          layers: shown.map { name, meter in .init(name, bins.map { max(0, $0.mean(meter)) }) })
        Line(
          x: times,
          y: bins.map {
            $0.mean(\.drawn) + $0.mean(\.batteryIn) + $0.mean(\.export) + $0.mean(\.notServed)
          }, series: "demand")
      }
    }
    .styled("wind", Palette.okabeIto.styles[5]).styled("solar", Palette.okabeIto.styles[4])
    .styled("grid", Palette.okabeIto.styles[0]).styled("battery", Palette.okabeIto.styles[2])
    .styled("shortfall", Palette.okabeIto.styles[1]).styled("demand", .ink)
  }

  /// When which station could not give what was asked for, and why.
  var blackouts: Figure? {
    let all = result.outcome.blackouts
    let dark = Set(all.map(\.station)).sorted()
    guard !all.isEmpty, dark.count <= 40 else { return nil }
    let names = dark.map { result.stationNames[$0] }
    let missing = all.reduce(0) { $0 + $1.notServed }
    return Figure(
      "blackouts", "When stations lacked power, and why",
      caption: """
        \(all.count.counted("episode", "episodes")) in which a tenth of the demand or more was missing, \
        \(energyText(missing)) in all. Bars: from beginning to end, by what they began with.
        """,
      keywords: ["highway", "blackout", "timeline"], legend: .above
    ) {
      Panel(
        x: timeAxis, y: .categories(names, label: "Station", reversed: true),
        aspect: min(1, max(0.2, 0.08 * Double(names.count)))
      ) {
        Tracks(
          all.map { blackout in
            Tracks.Span(
              Double(dark.firstIndex(of: blackout.station) ?? 0), from: clock(blackout.start),
              to: clock(max(blackout.end, blackout.start + 1)), series: blackout.cause.name)
          })
      }
    }
  }

  private func energyText(_ energy: Double) -> String {
    energy.groupedText(decimals: energy < 10 ? 2 : 0) + "\u{A0}kWh"
  }

  /// From where to where the energy went.
  var energyFlows: Figure? {
    let end = result.outcome.finish
    guard isPhysical, end.total(\.drawn) > 1e-9 else { return nil }
    let sources: [(String, Double)] = [
      ("grid", end.total(\.grid)), ("solar", end.total(\.solarUsed)),
      ("wind", end.total(\.windUsed)),
    ]
    let uses: [(String, Double)] = [
      ("vehicles", end.total(\.toCars)),
      ("charger losses", end.total(\.drawn) - end.total(\.toCars)),
      ("exported", end.total(\.export)),
    ]
    // What goes into batteries is not from batteries; all else is one pool.
    let stored = end.total(\.batteryIn)
    let given = sources.reduce(0) { $0 + $1.1 }
    let kept = given > 0 ? max(0, given - stored) / given : 0
    let pool =
      sources.map { ($0.0, $0.1 * kept) } + [("out of batteries", end.total(\.batteryOut))]
    let pooled = pool.reduce(0) { $0 + $1.1 }
    var links = sources.map { Flows.Link($0.0, "into batteries", $0.1 * (1 - kept)) }
    for (source, energy) in pool where pooled > 0 {
      links += uses.map { Flows.Link(source, $0.0, energy * $0.1 / pooled) }
    }
    links.append(
      Flows.Link("solar", "curtailed", end.total(\.solarOffered) - end.total(\.solarUsed)))
    links.append(
      Flows.Link("wind", "curtailed", end.total(\.windOffered) - end.total(\.windUsed)))
    let least = 1e-4 * end.total(\.drawn)
    let share = (100 * end.total(\.toCars) / end.total(\.drawn)).text(decimals: 1)
    return Figure(
      "energy-flows", "Energy from source to use",
      caption: """
        All stations together, over the whole run; what a source gives is shared out among the uses in \
        proportion. \(share) % of what chargers draw \
        reaches the vehicles.
        """,
      keywords: ["highway", "energy", "Sankey"]
    ) {
      Panel(x: .hidden, y: .hidden, aspect: 0.5) {
        Flows(links.filter { $0.value > least }, unit: "kWh")
      }
    }
  }
}
