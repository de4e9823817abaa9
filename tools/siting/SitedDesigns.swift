import AnalysisKit
import HighwayStudies
import HighwayWorld
import Statistics
import Text

/// The optimum and the given design, run with the cars of a Pareto study, so that they can stand beside its front.
struct SitedDesigns {
  let front: KeptFront
  let optimum: Sample
  let given: Sample

  /// Cost and stranding of the replicates of a design.
  struct Sample {
    var costs: [Double]
    var stranded: [Double]

    /// The mean with the 95 % interval, nothing of which is below zero.
    static func interval(_ sample: [Double]) -> Interval {
      let mean = RunningMoments(sample).mean
      var interval = Interval.studentT(sample) ?? Interval(mean: mean, low: mean, high: mean)
      interval.low = max(0, interval.low)
      return interval
    }

    var cost: Interval { Self.interval(costs) }
    var share: Interval { Self.interval(stranded) }
  }

  /// Runs both.
  init(
    _ front: KeptFront, optimum: [Station], given: [Station], _ costs: CostTable,
    replications: Int, in workshop: Workshop
  ) throws(ToolFailure) {
    self.front = front
    let layouts = [optimum, given]
    let scenario = front.chosen.scenario
    let question: HighwayQuestion
    do {
      var lists: [JSON] = []
      for layout in layouts { lists.append(try JSON(encoding: layout)) }
      question = try HighwayQuestion(
        scenario, [Factor("layout", key: "stations.list", .choice(lists))])
    } catch {
      throw .defect("the sited designs cannot be asked about: \(error)")
    }
    let rows = try workshop.study(of: question).evaluate(
      "beside the front",
      layouts.indices.map { StudyTask([Double($0)], replicates: 0..<replications) })
    let samples = zip(layouts, rows).map { layout, rows in
      var built = scenario
      built.stations.list = layout
      let judge = HighwayJudge(built, of: question, [.cost, .stranding], costs)
      let values = rows.map(judge.values)
      return Sample(costs: values.map { $0[0] }, stranded: values.map { $0[1] })
    }
    (self.optimum, self.given) = (samples[0], samples[1])
  }

  /// How much more the optimum costs than the cheapest design of the front that strands no more cars, as a share; nil where all
  /// of them strand more.
  var extra: Double? {
    let rivals = front.points.filter { $0.stranded <= optimum.share.mean }.map(\.cost)
    return rivals.min().map { optimum.cost.mean / $0 - 1 }
  }
}
