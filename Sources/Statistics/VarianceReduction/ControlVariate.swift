/// A mean made surer by something simulated along with it whose expectation is known.
///
///     let adjusted = ControlVariate(waits, controls: serviceTimes, expectation: 4.0)
///     adjusted.interval            // of the mean wait
///     adjusted.varianceReduction   // 3.2: as good as 3.2 times as many runs
///
/// Runs in which the control came out high by chance are corrected for it, by the line that fits
/// outputs to controls (Lavenberg and Welch 1981, doi:10.1287/mnsc.27.3.322). Good controls: the
/// mean service time, the number of arrivals, or what queueing theory says of a simpler system
/// simulated on the same random numbers.
public struct ControlVariate: Equatable, Sendable {
  /// The adjusted mean, with its interval by Student's *t* with *n* − 2 degrees of freedom.
  ///
  /// Exact where outputs and controls are jointly normal, as means of long runs nearly are.
  public let interval: Interval
  /// By how much the output changes with the control: the slope of the line.
  public let coefficient: Double
  /// The correlation of outputs and controls; 0 where one of them does not vary.
  public let correlation: Double
  /// The squared standard error of the plain mean divided by that of the adjusted one, as measured.
  ///
  /// Below 1 where the control does not help: the line costs a degree of freedom. Infinite where
  /// the control explains everything, 1 where outputs do not vary.
  public let varianceReduction: Double

  /// Adjusts the mean of at least three outputs by the controls of the same runs.
  ///
  /// A control that does not vary says nothing, and the mean stays as it is. All values must be
  /// finite.
  public init(
    _ outputs: [Double], controls: [Double], expectation: Double, confidence: Double = 0.95
  ) {
    precondition(outputs.count == controls.count, "every output has its control")
    precondition(outputs.count >= 3, "a control needs at least three runs")
    precondition(expectation.isFinite, "the control's expectation must be finite")
    let (output, control) = (RunningMoments(outputs), RunningMoments(controls))
    let products = zip(outputs, controls).reduce(0) {
      $0 + ($1.0 - output.mean) * ($1.1 - control.mean)
    }
    let varies = control.squares > 0
    let slope = varies ? products / control.squares : 0
    let residuals = zip(outputs, controls).reduce(0) {
      let residual = ($1.0 - output.mean) - slope * ($1.1 - control.mean)
      return $0 + residual * residual
    }
    let count = Double(outputs.count)
    let gap = control.mean - expectation
    let error = residuals / (count - 2) * (1 / count + (varies ? gap * gap / control.squares : 0))
    let multiplier = -StudentT.quantile(
      Interval.tail(of: confidence), degreesOfFreedom: count - 2)
    let mean = output.mean - slope * gap
    let reach = multiplier * error.squareRoot()

    interval = Interval(mean: mean, low: mean - reach, high: mean + reach)
    coefficient = slope
    let scale = (output.squares * control.squares).squareRoot()
    correlation = scale > 0 ? products / scale : 0
    varianceReduction = output.squares > 0 ? output.variance / count / error : 1
  }
}
