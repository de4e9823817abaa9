/// All figures, by the kind of analysis they belong to.
enum Gallery {
  /// Figures of one kind of analysis.
  struct Section: Sendable {
    let title: String
    let figures: [any SampleFigure.Type]
  }

  static let sections = [
    Section(
      title: "Traffic sweep",
      figures: [
        StrandingOverTraffic.self, StrandingMap.self, DemandOverDay.self, TrafficPatterns.self,
        Sensitivity.self,
      ]),
    Section(
      title: "Pareto",
      figures: [
        ParetoFront.self, PairwiseObjectives.self, ParallelCoordinates.self, Hypervolume.self,
        AttainmentSurfaces.self,
      ]),
    Section(
      title: "Training comparison",
      figures: [
        LearningCurves.self, AggregateScores.self, PerformanceProfiles.self,
        ImprovementChances.self, LossAndEntropy.self, CostBreakdown.self, SavingsWaterfall.self,
      ]),
    Section(
      title: "Blackout and energy",
      figures: [
        PowerBySource.self, BlackoutTimeline.self, LoadDurationCurves.self, ChargeFan.self,
        EnergyFlows.self, CostCalendar.self,
      ]),
    Section(title: "Highway", figures: [SpaceTime.self, QueueStrips.self]),
    Section(
      title: "Markets and swarms",
      figures: [
        ChargingGantt.self, ForecastFan.self, PriceTrajectories.self, BestResponseMap.self,
        SessionLanes.self,
      ]),
    Section(
      title: "Distributions",
      figures: [
        WaitHistogram.self, ArrivalCharge.self, StrandDistance.self, WaitDistribution.self,
        PatienceSurvival.self, ChargingTimes.self, SessionsOfWeek.self,
      ]),
  ]

  /// The names of all figures and of the animation, in the order of the gallery.
  static var names: [String] {
    sections.flatMap { $0.figures.map { $0.name } } + [SiteDay.name]
  }
}
