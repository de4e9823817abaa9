import Asking
import Drawing
import Figures
import Testing

@Suite(
  "A figure of the highway",
  .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
struct FigureTests {
  static let roads = [
    "--scenario demo --energy-grid-max-kw 120", "--scenario upstream --energy-grid-max-kw 60",
    "--scenario corridor-300 --duration 5",
    "--duration 3", "--scenario upstream --duration 6 --num-stations 4",
    "--scenario textbook --duration 200 --warmup 20 --replications 8",
    "--scenario textbook --duration 60 --warmup 5", "--vehicles-per-hour 0 --duration 1",
    "--duration 100 --no-enable-vehicle-tracker",
    "--num-stations 12 --chargers-per-station 2 --duration 8 --traffic-pattern RUSH_HOUR",
    "--scenario corridor-300 --duration 30 --energy-grid-max-kw 150 --energy-battery-kwh 300",
  ]

  @Test("keeps all its texts and has no fault, whatever the road", arguments: roads)
  func clean(words: String) throws {
    let typesetter = try Typesetter(FontBook.inter())
    for figure in try simulate(words).figures {
      for format in [FigureFormat(.report, .double), FigureFormat(.ieee, .double)] {
        let scene = Scene(figure.formatted(format), measuredBy: typesetter)
        #expect(scene.losses.isEmpty, "\(figure.name)")
        #expect(scene.unitlessAxes.isEmpty, "\(figure.name)")
        #expect(scene.lint().map(\.sentence) == [], "\(figure.name), \(format.preset)")
      }
    }
  }

  @Test("is there for everything that there is to see")
  func all() throws {
    let names = try simulate("--scenario upstream --duration 6 --energy-grid-max-kw 60").figures
    #expect(
      names.map(\.name) == [
        "over-time", "space-time", "fates", "charge", "stations", "queues", "waits", "sessions",
        "strandings", "early-warning", "power", "blackouts", "energy-flows",
      ])
    #expect(try simulate("--duration 8").figures.last?.name == "theory")
    #expect(try simulate("--scenario demo --no-visualize").figures.isEmpty)
  }
}
