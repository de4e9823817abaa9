extension Interval {
  /// Returns the confidence interval of a mean, or `nil` with fewer than two values.
  ///
  ///     Interval.studentT([4, 5, 6])   // mean 5, low 2.516, high 7.484
  ///
  /// Exact for independent normal values (Student 1908, doi:10.1093/biomet/6.1.1) and good for the
  /// means of replications. For the values of one run, which depend on each other, use
  /// ``BatchMeans``. All values must be finite.
  public static func studentT(_ sample: [Double], confidence: Double = 0.95) -> Interval? {
    studentT(RunningMoments(sample), confidence: confidence)
  }

  /// Returns the confidence interval of a mean from its moments, or `nil` with fewer than two values.
  public static func studentT(_ moments: RunningMoments, confidence: Double = 0.95) -> Interval? {
    let tail = tail(of: confidence)
    guard moments.count >= 2 else { return nil }
    let multiplier = -StudentT.quantile(tail, degreesOfFreedom: Double(moments.count - 1))
    let reach = multiplier * moments.standardError
    return Interval(mean: moments.mean, low: moments.mean - reach, high: moments.mean + reach)
  }
}
