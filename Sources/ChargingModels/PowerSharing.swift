/// How power that is too little for all is shared.
public enum PowerSharing {
  /// Lowers wishes until they fit a limit: nobody gets more than wished, and what is left over goes
  /// to those who still want more, in equal parts (max–min fairness).
  ///
  ///     var wishes = [10.0, 50, 100]
  ///     PowerSharing.fit(&wishes, in: 0..<3, into: 90)   // [10, 40, 40]
  ///
  /// - Complexity: O(*n*²) at worst, in practice two or three passes.
  @inlinable
  public static func fit(_ wishes: inout [Double], in range: Range<Int>, into limit: Double) {
    var sum = 0.0
    for index in range { sum += wishes[index] }
    let limit = Swift.max(limit, 0)
    guard sum > limit else { return }
    // Raise the level until all wishes below it are met.
    var level = limit / Double(range.count)
    var hungry = range.count
    while true {
      var met = 0.0
      var count = 0
      for index in range where wishes[index] <= level {
        met += wishes[index]
        count &+= 1
      }
      let stillHungry = range.count &- count
      guard stillHungry > 0, stillHungry < hungry else { break }
      hungry = stillHungry
      level = Swift.max((limit - met) / Double(stillHungry), level)
    }
    for index in range where wishes[index] > level { wishes[index] = level }
  }
}
