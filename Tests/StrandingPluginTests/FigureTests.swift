import Asking
import Drawing
import Figures
import StrandingPlugin
import Testing

@Suite(
  "A figure of a sweep",
  .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
struct FigureTests {
  static let sweeps = [
    SweepTests.short, "--chargers 5 --duration 5 -r 3", "--scenario upstream --duration 8 -r 3",
    "--traffic 5,10 --chargers 8 --duration 3 -r 3",
    "--traffic 300,400 --chargers 1,2 --waiting-spots 1 --duration 4 -r 3 --num-stations 6",
  ]

  @Test("keeps all its texts and has no fault, whatever the road", arguments: sweeps)
  func clean(words: String) throws {
    let typesetter = try Typesetter(FontBook.inter())
    for figure in try stranding(words).figures {
      for format in [figure.format, FigureFormat(.ieee, .double)] {
        let scene = Scene(figure.formatted(format), measuredBy: typesetter)
        #expect(scene.losses.isEmpty, "\(figure.name)")
        #expect(scene.unitlessAxes.isEmpty, "\(figure.name)")
        #expect(scene.lint().map(\.sentence) == [], "\(figure.name), \(format.preset)")
      }
    }
  }

  @Test("is there for everything that there is to see")
  func all() throws {
    #expect(
      try stranding(SweepTests.short).figures.map(\.name) == [
        "stranding-over-traffic", "stranding-map", "causes", "stranding-hours", "stranded-so-far",
        "traffic-patterns", "assumptions", "attribution",
      ])
    #expect(try stranding(SweepTests.short + SweepTests.alone).figures.isEmpty)
  }
}
