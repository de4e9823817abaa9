/// Layers piled one upon another: positive values upward from zero, negative ones downward.
///
///     let stack = Stacking([[3, -1], [2, -4]])   // two layers, two places
///     stack.layers[1].upper.end                  // [5, 0]
///     stack.layers[1].lower.end                  // [0, -5]
///
/// A layer has a part above and a part below zero; at each place one of the two has no height. Bars
/// take ``Layer/base`` and ``Layer/end``, areas both parts (see ``withCrossings(x:_:)``). What is not
/// finite, or missing at the end of a shorter layer, is a gap and has no height.
public struct Stacking: Equatable, Sendable {
  /// The layers, in the order in which they are piled.
  public let layers: [Layer]
  /// How far the pile reaches above zero at each place.
  public let tops: [Double]
  /// How far the pile reaches below zero at each place.
  public let bottoms: [Double]

  /// Where one layer lies.
  public struct Layer: Equatable, Sendable {
    /// The part above zero.
    public let upper: Part
    /// The part below zero.
    public let lower: Part
    /// Whether there is no value at a place.
    public let isGap: [Bool]

    /// The nearer to zero of the two ends at each place.
    public var base: [Double] { choose(upper.base, lower.base) }
    /// The farther from zero of the two ends at each place.
    public var end: [Double] { choose(upper.end, lower.end) }

    private func choose(_ above: [Double], _ below: [Double]) -> [Double] {
      above.indices.map { lower.base[$0] != lower.end[$0] ? below[$0] : above[$0] }
    }
  }

  /// A part of a layer on one side of zero.
  public struct Part: Equatable, Sendable {
    /// The end toward zero.
    public let base: [Double]
    /// The end away from zero.
    public let end: [Double]
  }

  /// Piles layers, each a value for every place.
  public init(_ values: [[Double]]) {
    let count = values.map(\.count).max() ?? 0
    var (tops, bottoms) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    layers = values.map { row in
      let known = (0..<count).map { $0 < row.count && row[$0].isFinite }
      let (above, below) = (tops, bottoms)
      for place in 0..<count where known[place] {
        if row[place] > 0 { tops[place] += row[place] } else { bottoms[place] += row[place] }
      }
      return Layer(
        upper: Part(base: above, end: tops), lower: Part(base: below, end: bottoms),
        isGap: known.map { !$0 })
    }
    (self.tops, self.bottoms) = (tops, bottoms)
  }

  /// Returns layers over places between which no layer changes its sign, by adding the crossings.
  ///
  ///     Stacking.withCrossings(x: [0, 4], [[-1, 3]])   // x [0, 1, 4], values [[-1, 0, 3]]
  ///
  /// Areas that are piled over the old places alone would cut the corners where a layer goes from
  /// giving to taking. Between places, values are those of the straight line; a gap crosses nothing.
  public static func withCrossings(
    x: [Double], _ values: [[Double]]
  ) -> (x: [Double], values: [[Double]]) {
    let values = values.map {
      $0.prefix(x.count) + Array(repeating: .nan, count: max(0, x.count - $0.count))
    }
    var grid: [Double] = []
    var rows = values.map { _ in [Double]() }
    for place in x.indices {
      if place > 0 {
        for share in shares(values.map { ($0[place - 1], $0[place]) }) {
          grid.append(x[place - 1] + share * (x[place] - x[place - 1]))
          for row in rows.indices {
            rows[row].append(between(values[row][place - 1], values[row][place], share))
          }
        }
      }
      grid.append(x[place])
      for row in rows.indices { rows[row].append(values[row][place]) }
    }
    return (grid, rows)
  }

  /// Where between two places layers change their sign, as shares of the way.
  private static func shares(_ pairs: [(Double, Double)]) -> [Double] {
    let shares = pairs.compactMap { first, second in crossing(first, second) }.sorted()
    return shares.enumerated().filter { $0 == 0 || shares[$0 - 1] != $1 }.map(\.element)
  }

  private static func crossing(_ first: Double, _ second: Double) -> Double? {
    guard first.isFinite, second.isFinite, first < 0 && second > 0 || first > 0 && second < 0
    else { return nil }
    let span = first - second
    let share = span.isFinite ? first / span : (first / 2) / (first / 2 - second / 2)
    return share > 0 && share < 1 ? share : nil
  }

  private static func between(_ first: Double, _ second: Double, _ share: Double) -> Double {
    crossing(first, second) == share ? 0 : first + share * (second - first)
  }
}
