/// Columns of different units brought to the same height, from 0 to 1, for parallel coordinates.
///
///     let scaled = ParallelScaling([[10, 30, 20], [1, 2, 3]], isReversed: [true, false])
///     scaled.columns[0]   // [1, 0, 0.5]: the least cost stands highest
public struct ParallelScaling: Equatable, Sendable {
  /// The columns with values from 0 to 1; nil for a value that is not finite.
  public let columns: [[Double?]]
  /// The least and the greatest value of each column; nil where none is finite.
  public let ranges: [ClosedRange<Double>?]

  /// Scales columns, each from its least to its greatest value; reversed ones have the least highest.
  ///
  /// A column of one value only stands in the middle.
  public init(_ columns: [[Double]], isReversed: [Bool] = []) {
    ranges = columns.map { column in
      let finite = column.filter(\.isFinite)
      guard let least = finite.min(), let most = finite.max() else { return nil }
      return least...most
    }
    self.columns = zip(columns, ranges).enumerated().map { number, pair in
      let (column, range) = pair
      let isReversed = number < isReversed.count && isReversed[number]
      return column.map { value in
        guard let range, value.isFinite else { return nil }
        let (least, most) = (range.lowerBound, range.upperBound)
        guard least < most else { return 0.5 }
        let span = most - least
        let share =
          span.isFinite ? (value - least) / span : (value / 2 - least / 2) / (most / 2 - least / 2)
        return isReversed ? 1 - share : share
      }
    }
  }
}
