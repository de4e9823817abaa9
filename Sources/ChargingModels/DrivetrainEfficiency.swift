/// The share of battery power that reaches the wheels.
@frozen
public enum DrivetrainEfficiency: String, Hashable, Sendable, Codable, CaseIterable, BitwiseCopyable
{
  /// Best at 60 km/h, worse in town and on the motorway: 0.75 below 10 km/h, 0.90 rising to 0.95 at
  /// 60, falling to 0.85 at 120 and by 0.15 per 60 km/h beyond.
  case motorMap = "motor-map"
  /// The same 0.90 at every speed.
  case flat

  /// Returns the share at a speed in km/h.
  ///
  ///     DrivetrainEfficiency.motorMap.value(at: 110)   // 0.8667
  @inlinable
  public func value(at speed: Double) -> Double {
    guard self == .motorMap else { return 0.9 }
    guard speed >= 10 else { return 0.75 }
    guard speed > 60 else { return 0.9 + 0.05 * (speed - 10) / 50 }
    guard speed > 120 else { return 0.95 - 0.1 * (speed - 60) / 60 }
    return Swift.max(0.85 - 0.15 * (speed - 120) / 60, 0.3)
  }
}
