import AnalysisKit
import Synchronization
import Text

/// Says how far the work has come to programs: one JSON object a line.
///
///     {"event":"began","name":"designs of the grid","done":0,"total":2800}
///     {"event":"advanced","name":"designs of the grid","done":512,"total":2800,"rate_per_s":640,"left_s":3.6,"left_s_range":[3.1,4.2]}
///     {"event":"ended","name":"designs of the grid","done":2800,"total":2800,"rate_per_s":655}
final class ProgressEvents: ProgressListener {
  private let console: Console
  private let state = Mutex<State?>(nil)

  private struct State {
    var meter: RateMeter
    var done: Int
    var total: Int
    var nextShow: Double
  }

  /// Nobody reads more often than this, in seconds.
  private static let pause = 0.5

  init(_ console: Console) { self.console = console }

  func began(_ name: String, done: Int, total: Int) {
    let now = ElapsedTime.seconds
    state.withLock {
      $0 = State(
        meter: RateMeter(start: now, done: done), done: done, total: total,
        nextShow: now + Self.pause)
    }
    say("began", name, done, total, [:])
  }

  func advanced(_ name: String, done: Int, total: Int) {
    state.withLock { state in
      let now = ElapsedTime.seconds
      state?.meter.note(done: done, at: now)
      state?.done = done
      state?.total = total
      guard let shown = state, now >= shown.nextShow else { return }
      state?.nextShow = now + Self.pause
      var more: JSONObject = ["rate_per_s": Self.rounded(shown.meter.rate)]
      if let left = shown.meter.secondsLeft(of: total) {
        more["left_s"] = Self.rounded(left.likely)
        if let range = left.range {
          more["left_s_range"] = [Self.rounded(range.lowerBound), Self.rounded(range.upperBound)]
        }
      }
      say("advanced", name, done, total, more)
    }
  }

  func ended(_ name: String) {
    guard let state = state.withLock({ $0 }) else { return }
    say("ended", name, state.done, state.total, ["rate_per_s": Self.rounded(state.meter.rate)])
  }

  private func say(_ event: String, _ name: String, _ done: Int, _ total: Int, _ more: JSONObject) {
    let line: JSONObject = [
      "event": .string(event), "name": .string(name), "done": .integer(done),
      "total": .integer(total),
    ]
    console.tell(JSON.object(line.merging(more)).compactText + "\n")
  }

  private static func rounded(_ number: Double) -> JSON {
    .number(Double(strictText: number.text(significantDigits: 4)) ?? number)
  }
}
