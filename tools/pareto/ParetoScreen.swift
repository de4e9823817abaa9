import AnalysisKit
import HighwayStudies
import HighwayWorld
import Optimisation

/// Sets designs aside that queueing theory finds hopeless, before they are simulated.
struct ParetoScreen {
  private var forecasts: [[Double]: QueueingForecast] = [:]

  /// The visits lost per car from which a design is hopeless: far beyond what a limit or a front allows, because the
  /// forecast is coarse.
  static let hopeless = 0.4

  /// The forecast for the stations of a scenario, made once for all designs that have them.
  mutating func forecast(of scenario: HighwayScenario) throws(ScenarioFailure) -> QueueingForecast {
    let places = scenario.resolvedStations.map(\.position)
    if let known = forecasts[places] { return known }
    let forecast = try QueueingForecast(of: scenario)
    forecasts[places] = forecast
    return forecast
  }
}
