/// Order statistics without a full sort.
public enum Quantile {
  /// Returns the value below which a share *p* of the values lies, and reorders the values.
  ///
  ///     var waits = [9.0, 1, 4, 2]
  ///     Quantile.select(0.5, from: &waits)   // 3.0
  ///
  /// Type 7 of Hyndman and Fan 1996 (doi:10.1080/00031305.1996.10473566), the same number as
  /// ``Summary/quantile(_:)``. For several quantiles call it again with the same array: what is
  /// sorted out once helps the next call. Needs at least one value, and no NaN; infinities are welcome.
  ///
  /// - Complexity: O(*n*) on the average, O(*n* log *n*) at worst.
  public static func select(_ p: Double, from values: inout [Double]) -> Double {
    values.withUnsafeMutableBufferPointer { select(p, from: $0) }
  }

  /// Returns the value below which a share *p* of the values lies, and reorders the values in place.
  public static func select(
    _ p: Double, from values: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    let rank = QuantileRank(p, count: values.count)
    precondition(!values.contains(where: \.isNaN), "a sample must not hold NaN")
    place(rank.below, in: values)
    let below = values[rank.below]
    guard rank.above > rank.below else { return below }
    var above = Double.infinity
    for value in values[rank.above...] where value < above { above = value }
    return rank.value(below, above)
  }

  /// Brings the element of a rank to its place, with none larger before and none smaller after it.
  ///
  /// Quickselect around a median of three. A range that will not shrink is sorted instead (Musser's
  /// introselect, doi:10.1002/(SICI)1097-024X(199708)27:8<983::AID-SPE117>3.0.CO;2-#).
  private static func place(_ rank: Int, in values: UnsafeMutableBufferPointer<Double>) {
    var (low, high) = (0, values.count)
    var patience = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
    while high - low > 16, patience > 0 {
      patience -= 1
      let pivot = median(values[low], values[low + (high - low) / 2], values[high - 1])
      let middle = partition(values, low, high) { $0 < pivot }
      if rank < middle {
        high = middle
      } else if middle > low {
        low = middle
      } else {
        // The pivot is the smallest: put aside all that equal it.
        low = partition(values, low, high) { $0 <= pivot }
        guard rank >= low else { return }
      }
    }
    var rest = UnsafeMutableBufferPointer(rebasing: values[low..<high])
    rest.sort()
  }

  /// Moves the elements that belong before the others to the front and returns where they end.
  ///
  /// Every step stores twice and counts, so there is no branch to guess wrong on random data.
  @inline(__always)
  private static func partition(
    _ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int,
    belongsBefore: (Double) -> Bool
  ) -> Int {
    var end = low
    for index in low..<high {
      let value = values[index]
      values[index] = values[end]
      values[end] = value
      end &+= belongsBefore(value) ? 1 : 0
    }
    return end
  }

  private static func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}

/// Where a quantile lies in a sorted sample: between two neighbours, and how far from the first.
struct QuantileRank {
  let below: Int
  let above: Int
  let fraction: Double

  init(_ p: Double, count: Int) {
    precondition(count > 0, "a quantile needs at least one value")
    precondition(p >= 0 && p <= 1, "a quantile's share lies between 0 and 1")
    let position = Double(count - 1) * p
    below = Int(position)
    fraction = position - Double(below)
    above = fraction > 0 ? below + 1 : below
  }

  /// Returns the point between the two neighbours, from the nearer one as NumPy does.
  func value(_ first: Double, _ second: Double) -> Double {
    guard first < second, fraction > 0 else { return first }
    let gap = second - first
    return fraction < 0.5 ? first + gap * fraction : second - gap * (1 - fraction)
  }
}
