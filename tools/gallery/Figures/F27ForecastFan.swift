import Figures
import Numerics
import Randomness
import Text

/// A forecast of three days' load with what came, and how well its quantiles were kept over a year.
///
/// The load follows a daily pattern with remembered noise; the forecaster knows the pattern and a noise that is
/// too small by a fifth, so what comes falls too often into the outermost bins.
enum ForecastFan: SampleFigure {
  static let name = "forecast-fan"

  static var figure: Figure {
    let start = 20_605.0 * 86_400  // 1 June 2026
    let hours = Sample.grid(0...72, count: 73)
    let dates = hours.map { start + 3600 * $0 }
    let path = errors("three days", count: 73)
    func quantile(_ share: Double) -> [Double] {
      let z = StandardNormal.quantile(share)
      return hours.map { pattern($0) + z * forecastError * growth($0) }
    }
    let places = Self.places
    let outer = 100 * Double(places.count { $0 < 0.1 || $0 > 0.9 }) / Double(places.count)
    return Figure(
      name, "Forecast of the load and how it held",
      caption: """
        The forecast is too sure of itself: over a year \(outer.text(decimals: 0)) % of all hours \
        fell into its two outermost tenths, and not 20 %. Left: median, half and nine tenths as forecast, and what came (black). Right: \
        where in the forecast the 8,760 hours fell; even bars would be right. Sample data: daily pattern with \
        remembered noise.
        """,
      keywords: ["forecast", "calibration"],
      arrangement: Arrangement(columns: 2, columnWeights: [1.7, 1]), legend: .above
    ) {
      Panel(x: .date("Date"), y: Axis("Load", unit: "kW", zero: true), aspect: 0.55) {
        Band(x: dates, low: quantile(0.05), high: quantile(0.95), series: "forecast", opacity: 0.18)
        Band(x: dates, low: quantile(0.25), high: quantile(0.75), series: "forecast", opacity: 0.3)
        Line(x: dates, y: quantile(0.5), series: "forecast")
        Line(
          x: dates, y: zip(hours, path).map { pattern($0) + $1 * growth($0) }, series: "actual")
      }
      Panel(x: .number("Place in the forecast", from: 0, to: 1), y: .number("Density", zero: true))
      {
        Histogram(places, bins: 10, density: true)
        Rule(y: 1)
      }
    }
    .styled("actual", .black)
  }

  private static let trueError = 22.0
  private static var forecastError: Double { 0.8 * trueError }

  private static func pattern(_ hour: Double) -> Double {
    let time = hour - 24 * (hour / 24).rounded(.down)
    return 70 + 130 * Sample.bell(time, at: 18.5, width: 2.4) + 70
      * Sample.bell(time, at: 8, width: 1.6)
  }

  /// A forecast gets wider with its distance.
  private static func growth(_ hour: Double) -> Double { 0.45 + 0.55 * (hour / 72).squareRoot() }

  private static func errors(_ purpose: String, count: Int) -> [Double] {
    var (stream, noise) = (Sample.stream(purpose), 0.0)
    return (0..<count).map { _ in
      noise = 0.8 * noise + stream.normal(0, 0.6 * trueError)
      return noise
    }
  }

  private static var places: [Double] {
    errors("a year", count: 8760).map { StandardNormal.cumulative($0 / forecastError) }
  }
}
