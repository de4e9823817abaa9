import AnalysisKit
import Numerics
import Text

/// How arrivals are spread over the day.
enum ArrivalPattern: OptionValue {
  /// The same rate at every hour.
  case constant
  /// Peaks at 8 and at 18 o'clock.
  case rushHour
  /// One peak at noon.
  case singlePeak
  /// The weights of the hours stand in a file.
  case file(FilePath)

  static var form: OptionForm { .either(["constant", "rush-hour", "single-peak"], .path) }

  init(optionText: String) throws(OptionComplaint) {
    switch optionText {
    case "constant": self = .constant
    case "rush-hour": self = .rushHour
    case "single-peak": self = .singlePeak
    default:
      guard optionText.looksLikeFile else {
        throw .notAChoice(
          optionText, among: ["constant", "rush-hour", "single-peak", "a file such as day.csv"])
      }
      self = .file(FilePath(optionText))
    }
  }

  var optionText: String {
    switch self {
    case .constant: "constant"
    case .rushHour: "rush-hour"
    case .singlePeak: "single-peak"
    case .file(let path): path.text
    }
  }

  /// The relative rate in each of the 24 hours; nil when all are alike.
  func hourlyWeights(_ workshop: Workshop) throws(ToolFailure) -> [Double]? {
    switch self {
    case .constant:
      nil
    case .rushHour:
      Self.hours.map {
        1 + 2 * max(Self.bell($0, at: 8, width: 2), Self.bell($0, at: 18, width: 2.5))
      }
    case .singlePeak:
      Self.hours.map { 1 + 2 * Self.bell($0, at: 12, width: 3) }
    case .file(let path):
      try weights(in: path, workshop)
    }
  }

  private func weights(in path: FilePath, _ workshop: Workshop) throws(ToolFailure) -> [Double] {
    let column = try NumberColumn(path, named: ["weight", "arrivals", "rate"], workshop)
    guard column.values.count == 24 else {
      throw .input(
        InputFailure(
          file: path.text,
          problem: "it holds \(column.values.count) numbers, but a day has 24 hours",
          remedy: "Give one row per hour, from midnight on."))
    }
    for (value, position) in zip(column.values, column.positions) {
      guard value < 0 || value > 1e12 else { continue }
      throw .input(
        InputFailure(
          file: path.text, position: position,
          problem: "\(value.shortestText) is not a rate of arrivals (0 to 1e12)"))
    }
    guard column.values.reduce(0, +) > 1e-300 else {
      throw .input(InputFailure(file: path.text, problem: "all 24 hours are zero: nobody comes"))
    }
    return column.values
  }

  /// The middle of each hour.
  private static let hours = (0..<24).map { Double($0) + 0.5 }

  private static func bell(_ hour: Double, at peak: Double, width: Double) -> Double {
    let distance = (hour - peak) / width
    return Double.exp(-0.5 * distance * distance)
  }
}

extension String {
  /// Whether a word is meant as a path rather than a misspelt name.
  var looksLikeFile: Bool { contains("/") || contains(".") }
}
