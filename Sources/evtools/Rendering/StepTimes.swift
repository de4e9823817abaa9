import Glibc
import Text

/// How much processor time the steps of a piece of work took, on all its threads.
struct StepTimes {
  /// The seconds of each step, under its name with `_s`.
  private(set) var json: JSONObject = [:]
  private var last = Self.now

  /// Says that a step has ended, and the next begins.
  mutating func end(_ step: String) {
    let now = Self.now
    json[step + "_s"] = .number(now - last)
    last = Self.now
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
