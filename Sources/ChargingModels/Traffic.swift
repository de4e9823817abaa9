import Numerics

/// When cars come.
///
///     var traffic = Traffic(process: .rushHour, vehiclesPerHour: 80)
///     traffic.rates()   // 288 rates per hour, one for each five minutes; their mean is 80
public struct Traffic: Hashable, Sendable, Codable {
  /// The law by which cars come.
  public var process: TrafficProcess
  /// The mean over the day.
  public var vehiclesPerHour: Double
  /// How many times the quiet rate the rate of the peak is, for `rush-hour` and `single-peak`.
  public var peakFactor: Double
  /// The relative rates of the 24 hours, for `hourly`.
  public var hourly: [Double]
  /// The moments of arrival in hours from the start, for `trace`.
  public var trace: [Double]
  /// How many times the quiet rate the rate in a burst is, for `bursty`.
  public var burstFactor: Double
  /// How long a burst lasts in minutes.
  public var burstMinutes: Double
  /// The mean quiet time between two bursts in minutes.
  public var burstGap: Double
  /// How many cars each car draws after itself on average, for `hawkes`.
  public var branching: Double
  /// The mean time until those come, in minutes.
  public var excitementMinutes: Double

  /// Describes traffic; what a process does not use does not matter.
  public init(
    process: TrafficProcess = .poisson, vehiclesPerHour: Double = 80, peakFactor: Double = 3,
    hourly: [Double] = [], trace: [Double] = [], burstFactor: Double = 5,
    burstMinutes: Double = 10, burstGap: Double = 20, branching: Double = 0.5,
    excitementMinutes: Double = 10
  ) {
    self.process = process
    self.vehiclesPerHour = vehiclesPerHour
    self.peakFactor = peakFactor
    self.hourly = hourly
    self.trace = trace
    self.burstFactor = burstFactor
    self.burstMinutes = burstMinutes
    self.burstGap = burstGap
    self.branching = branching
    self.excitementMinutes = excitementMinutes
  }

  enum CodingKeys: String, CodingKey {
    case process, hourly, branching
    case vehiclesPerHour = "vehicles_per_hour"
    case peakFactor = "peak_factor"
    case trace = "trace_h"
    case burstFactor = "burst_factor"
    case burstMinutes = "burst_min"
    case burstGap = "burst_gap_min"
    case excitementMinutes = "excitement_min"
  }

  /// Returns the rates per hour of the 288 times five minutes of a day, with the wished mean.
  ///
  /// For processes whose rate is itself random (`bursty`, `hawkes`) it is the mean rate.
  public func rates() -> [Double] {
    let slots = 288
    let weights: [Double] = (0..<slots).map { slot in
      let parts = 12
      let sum = (0..<parts).reduce(0.0) { sum, part in
        sum + weight(at: (Double(slot) + (Double(part) + 0.5) / Double(parts)) * 24 / Double(slots))
      }
      return sum / Double(parts)
    }
    let total = weights.compensatedSum()
    guard total > 0 else { return weights }
    return weights.map { $0 / total * vehiclesPerHour * Double(slots) }
  }

  /// Returns the relative rate at an hour of the day.
  public func weight(at hour: Double) -> Double {
    switch process {
    case .rushHour:
      1 + (peakFactor - 1)
        * max(Self.bell(hour, at: 8, width: 2), Self.bell(hour, at: 18, width: 2.5))
    case .singlePeak: 1 + (peakFactor - 1) * Self.bell(hour, at: 12, width: 3)
    case .periodic: 1 + 0.3 * Double.sine(ofTurns: hour / 2)
    case .hourly: hourly.isEmpty ? 1 : hourly[min(Int(hour), 23) % hourly.count]
    case .uniform, .poisson, .regular, .bursty, .hawkes, .trace: 1
    }
  }

  private static func bell(_ hour: Double, at peak: Double, width: Double) -> Double {
    let distance = (hour - peak) / width
    return Double.exp(-0.5 * distance * distance)
  }
}

/// The laws by which cars come.
public enum TrafficProcess: String, Hashable, Sendable, Codable, CaseIterable {
  /// Independent arrivals at a constant rate; another word for `poisson`.
  case uniform
  /// Independent arrivals at a constant rate.
  case poisson
  /// Independent arrivals with peaks at 8 and at 18 o'clock.
  case rushHour = "rush-hour"
  /// Independent arrivals with one peak at noon.
  case singlePeak = "single-peak"
  /// Independent arrivals whose rate swings by 30 % every two hours.
  case periodic
  /// Independent arrivals whose rate is five times as high in bursts that come by chance.
  case bursty
  /// Each arrival makes others more likely for a while (Hawkes 1971, doi:10.1093/biomet/58.1.83).
  case hawkes
  /// Independent arrivals with given relative rates of the 24 hours.
  case hourly
  /// One after another in equal distances.
  case regular
  /// At given moments.
  case trace
}
