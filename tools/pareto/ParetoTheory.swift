import HighwayStudies
import HighwayWorld
import Optimisation
import Statistics

/// What queueing theory expects of the designs, beside what was simulated; and how much surer it makes the means.
struct ParetoTheory {
  /// Visits lost per car, of each design, by theory.
  let expected: [Double]
  /// The same as it was simulated: turned away, not joined, left the line.
  let simulated: [Double]
  /// The objectives adjusted by theory (control variate), of designs with enough replicates.
  let adjusted: [Int: [ControlVariate]]

  /// How many replicates a line through them needs before it says more than it costs.
  private static let leastReplicates = 10

  init(
    _ designs: [ParetoDesign], _ plan: ParetoPlan, _ screen: inout ParetoScreen
  ) throws(ScenarioFailure) {
    var (expected, simulated) = ([Double](), [Double]())
    var adjusted: [Int: [ControlVariate]] = [:]
    for (index, design) in designs.enumerated() {
      let scenario = try plan.question.scenario(of: design.point)
      let forecast = try screen.forecast(of: scenario)
      expected.append(forecast.lostShare(of: scenario))
      simulated.append(design.lost / max(1, design.cars))
      guard design.replications >= Self.leastReplicates,
        let control = QueueingControl(of: scenario, by: forecast)
      else { continue }
      let controls = design.arrivals.map(control.value(ofArrivals:))
      adjusted[index] = plan.objectives.indices.map { objective in
        ControlVariate(
          design.samples.map { $0[objective] }, controls: controls,
          expectation: control.expectation)
      }
    }
    (self.expected, self.simulated, self.adjusted) = (expected, simulated, adjusted)
  }

  /// By how much theory reduces the variance of the mean of an objective, as the median over designs; nil where it was not
  /// tried or the objective does not vary.
  func varianceReduction(_ objective: Int) -> Double? {
    let factors = adjusted.sorted { $0.key < $1.key }.map { $0.value[objective].varianceReduction }
      .filter { $0.isFinite && $0 != 1 }
    return factors.isEmpty ? nil : Summary(factors).median
  }
}
