/// How fast something goes, and how long what is left will take, with how sure that is.
///
///     var meter = RateMeter(start: 0, done: 0)
///     meter.note(done: 40, at: 2)
///     meter.rate                       // 20 a second
///     meter.secondsLeft(of: 100)       // likely 3
///
/// The work is cut into slices of time; how much their rates differ says how far the forecast may be off. Slices are
/// merged in pairs as time goes on, so that there are never many.
public struct RateMeter: Sendable {
  private let start: Double
  private let doneBefore: Int
  private var slices: [Int] = []
  private var width: Double
  private var closed: (done: Int, time: Double)
  private var last: (done: Int, time: Double)

  private static let mostSlices = 32

  /// Begins to measure at a moment in seconds, when so much is done already.
  public init(start: Double, done: Int, slice: Double = 0.25) {
    (self.start, doneBefore, width) = (start, done, slice)
    closed = (done, start)
    last = closed
  }

  /// Notes that so much is done in all.
  public mutating func note(done: Int, at time: Double) {
    last = (done, time)
    while time >= closed.time + width {
      // Within one wait nothing is known of the course; what came is shared out evenly.
      let steps = max(1, Int((time - closed.time) / width))
      let part = (done - closed.done) / steps
      slices.append(part)
      closed = (closed.done + part, closed.time + width)
      if slices.count == Self.mostSlices { merge() }
    }
  }

  private mutating func merge() {
    slices = stride(from: 0, to: slices.count, by: 2).map { slices[$0] + slices[$0 + 1] }
    width *= 2
  }

  /// How much is done in a second; 0 while nothing is.
  public var rate: Double {
    let elapsed = last.time - start
    return elapsed > 0 ? Double(last.done - doneBefore) / elapsed : 0
  }

  /// How long what is left will take, in seconds.
  public struct Forecast: Equatable, Sendable {
    /// What is likely.
    public var likely: Double
    /// At best and at worst, with 95 % confidence; nil while too little is known.
    public var range: ClosedRange<Double>?
  }

  /// How long it will take until a total is done; nil while nothing is done.
  public func secondsLeft(of total: Int) -> Forecast? {
    guard rate > 0 else { return nil }
    let left = Double(max(0, total - last.done))
    var forecast = Forecast(likely: left / rate, range: nil)
    let count = Double(slices.count)
    guard count >= 4 else { return forecast }
    let rates = slices.map { Double($0) / width }
    let mean = rates.reduce(0, +) / count
    let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    // What is to come is as uncertain as what has been, in proportion to how long it takes.
    let ahead = max(forecast.likely / width, 1)
    let error = 2 * (variance * (1 / count + 1 / ahead)).squareRoot()
    forecast.range = left / (rate + error)...left / max(rate - error, rate / 10)
    return forecast
  }
}
