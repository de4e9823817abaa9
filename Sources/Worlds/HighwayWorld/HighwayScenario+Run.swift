extension HighwayScenario {
  /// Runs the scenario from its first car to its end.
  ///
  ///     var scenario = HighwayScenario.corridor300
  ///     scenario.traffic.process = .rushHour
  ///     let outcome = try scenario.run()
  ///     outcome.summary.served   // how many were charged
  ///
  /// To run many replications make one ``HighwayPlan`` and a ``HighwayRun`` for each. Batteries whose
  /// dispatch is `optimal` are planned for the replication first.
  public func run(replication: Int = 0, isLogged: Bool = false) throws(HighwayFailure)
    -> HighwayOutcome
  {
    let planned = needsForesight ? try withForesight(replication: replication) : self
    var run = try planned.start(replication: replication, isLogged: isLogged)
    do { return try run.finish() } catch { throw .books(error) }
  }

  /// Puts a run of the scenario at its start.
  func start(replication: Int, isLogged: Bool = false) throws(HighwayFailure) -> HighwayRun {
    do {
      return HighwayRun(try HighwayPlan(self), replication: replication, isLogged: isLogged)
    } catch {
      throw .scenario(error)
    }
  }
}

/// What can go wrong between a scenario and its outcome.
public enum HighwayFailure: Error, Equatable, Sendable {
  /// The scenario makes no sense.
  case scenario(ScenarioFailure)
  /// The books do not close.
  case books(BooksFailure)
}
