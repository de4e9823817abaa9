import AnalysisKit
import Synchronization
import Text

/// Shows how far the work has come: a bar on a terminal, a line now and then elsewhere.
final class ProgressBar: ProgressListener {
  private let console: Console
  private let state = Mutex(State())

  private struct State {
    var meter = RateMeter(start: 0, done: 0)
    var nextShow = 0.0
    var isShown = false
  }

  init(_ console: Console) { self.console = console }

  func began(_ name: String, done: Int, total: Int) {
    let now = ElapsedTime.seconds
    // Nobody needs a bar for what is over in half a second.
    let patience = console.isWatched ? 0.5 : 10
    state.withLock {
      $0 = State(
        meter: RateMeter(start: now, done: done), nextShow: now + patience, isShown: false)
    }
    guard done > 0, done < total else { return }
    console.tell("\(name): \(done.groupedText) of \(total.groupedText) were done before\n")
  }

  func advanced(_ name: String, done: Int, total: Int) {
    state.withLock { state in
      let now = ElapsedTime.seconds
      state.meter.note(done: done, at: now)
      guard now >= state.nextShow, done < total else { return }
      state.nextShow = now + (console.isWatched ? 0.1 : 10)
      let line = Self.line(name, done, total, state.meter)
      if console.isWatched {
        console.tell("\r\u{1B}[K\(Self.bar(done, total)) \(line)")
        state.isShown = true
      } else {
        console.tell(line + "\n")
      }
    }
  }

  func ended(_ name: String) {
    state.withLock { state in
      if state.isShown { console.tell("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func line(_ name: String, _ done: Int, _ total: Int, _ meter: RateMeter) -> String
  {
    let rate = "\(meter.rate.text(significantDigits: 3))/s"
    let left = meter.secondsLeft(of: total).map { ", \(words(for: $0)) left" } ?? ""
    return "\(name): \(done.groupedText) of \(total.groupedText), \(rate)\(left)"
  }

  /// What is likely, and how far off that may be: 42 s (35 s to 1 min 10 s).
  private static func words(for forecast: RateMeter.Forecast) -> String {
    let likely = timeInWords(forecast.likely)
    guard let range = forecast.range else { return likely }
    let (least, most) = (timeInWords(range.lowerBound), timeInWords(range.upperBound))
    return least == most ? likely : "\(likely) (\(least) to \(most))"
  }

  private static func bar(_ done: Int, _ total: Int) -> String {
    let width = 24
    let full = width * done / max(total, 1)
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
      + "]"
  }

  /// A length of time as people say it: 42 s, 3 min 10 s, 2 h 5 min.
  static func timeInWords(_ seconds: Double) -> String {
    let total = Int(min(seconds, 1e9).rounded(.up))
    if total < 60 { return "\(total) s" }
    if total < 3600 { return "\(total / 60) min \(total % 60) s" }
    return "\(total / 3600) h \(total / 60 % 60) min"
  }
}
