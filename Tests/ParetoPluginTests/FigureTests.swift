import Asking
import Drawing
import Figures
import Testing

@Suite(
  "A figure of the optimiser",
  .enabled(if: (try? FontBook.inter()) != nil, "needs the font Inter (in Debian: fonts-inter)"))
struct FigureTests {
  @Test(
    "keeps all its texts and has no fault",
    arguments: [
      "--designs 24 --replications 2 --runs 100 --duration 4",
      "--study upstream-grid --replications 2 --runs 560 --duration 3",
      "--objectives cost,stranding --stations 3-6 --chargers 4-12:4 --spots 4 --grid-kw 1200 --solar-kw 0 --battery-kwh 0 --duration 5 --runs 200",
      "--objectives cost,co2 --designs 20 --replications 2 --runs 60 --duration 3 --max-stranding 100",
      "--stations 3 --chargers 8 --spots 4 --grid-kw 1200 --solar-kw 0 --battery-kwh 0-500:500 --duration 3 --replications 2 --runs 20",
    ])
  func clean(words: String) throws {
    let typesetter = try Typesetter(FontBook.inter())
    let figures = try pareto(words).figures
    #expect(!figures.isEmpty)
    for figure in figures {
      for format in [FigureFormat(.report, .double), FigureFormat(.ieee, .single)] {
        let scene = Scene(figure.formatted(format), measuredBy: typesetter)
        #expect(scene.losses.isEmpty, "\(figure.name)")
        #expect(scene.unitlessAxes.isEmpty, "\(figure.name)")
        #expect(scene.lint().map(\.sentence) == [], "\(figure.name), \(format.preset)")
      }
    }
  }
}
