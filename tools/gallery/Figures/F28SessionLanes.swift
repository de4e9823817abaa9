import Figures
import Randomness

/// What the chargers of an OCPP swarm report over two hours: a walk through the protocol's states.
enum SessionLanes: SampleFigure {
  static let name = "session-lanes"

  static var figure: Figure {
    let states = ["preparing", "charging", "suspended", "finishing", "faulted"]
    let lanes = (0..<8).flatMap(lane)
    return Figure(
      name, "States of eight chargers over two hours",
      caption: """
        Charger 6 falls into a loop of faults from 9:00 on; the others alternate between charging and waiting for \
        a vehicle. Bars: states as in OCPP 1.6. Sample data: a random walk through the states.
        """,
      keywords: ["OCPP", "swarm", "session log"], legend: .above
    ) {
      Panel(
        x: .timeOfDay("Time of day", from: 8 * 3600, to: 10 * 3600),
        y: .categories((1...8).map { "Charger \($0)" }), aspect: 0.5
      ) {
        Tracks(states.flatMap { state in lanes.filter { $0.series == state } })
      }
    }
    .styled("preparing", Palette.okabeIto.styles[4]).styled("charging", Palette.okabeIto.styles[0])
    .styled("suspended", Palette.okabeIto.styles[5]).styled("finishing", Palette.okabeIto.styles[2])
    .styled("faulted", Palette.okabeIto.styles[1])
  }

  /// One charger: available (nothing drawn), preparing, charging, suspended or not, finishing.
  private static func lane(_ charger: Int) -> [Tracks.Span] {
    var stream = Sample.stream("session lanes", charger)
    var (time, spans) = (8 * 60 - stream.uniform(0...30), [Tracks.Span]())
    func pass(_ state: String?, _ minutes: Double) {
      if let state, time + minutes > 480, time < 600 {
        spans.append(
          Tracks.Span(
            Double(charger), from: 60 * max(480, time), to: 60 * min(600, time + minutes),
            series: state))
      }
      time += minutes
    }
    while time < 600 {
      let isBroken = charger == 5 && time > 515
      pass("preparing", stream.uniform(1.5...3))
      if isBroken {
        pass("charging", stream.uniform(1...3))
        pass("faulted", stream.uniform(2...5))
      } else {
        pass("charging", stream.uniform(14...32))
        if stream.nextUnit() < 0.4 { pass("suspended", stream.uniform(3...9)) }
        pass("finishing", stream.uniform(1.5...6))
        pass(nil, ExponentialDistribution(mean: 7).draw(from: &stream))
      }
    }
    return spans
  }
}
