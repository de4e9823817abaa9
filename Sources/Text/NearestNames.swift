/// The names that somebody may have meant who misspelt one.
public enum NearestNames {
  /// Returns the names nearest to a misspelt one, the nearest first and then in the order given.
  ///
  /// Near is what needs at most one change for every three characters (at least one change): a character
  /// more, less, other, or two neighbours swapped, whatever their case. A name that
  /// begins with what was typed is near as well.
  ///
  ///     NearestNames.of("paretto", among: ["pareto", "queue"])   // ["pareto"]
  ///
  /// Source: optimal string alignment distance, F. J. Damerau (1964), doi:10.1145/363958.363994.
  public static func of(_ name: String, among names: [String], limit: Int = 3) -> [String] {
    let typed = Array(name.lowercased())
    guard !typed.isEmpty else { return [] }
    let mostChanges = max(1, typed.count / 3)
    let near = names.enumerated().compactMap { place, candidate -> (Int, Int, String)? in
      let letters = Array(candidate.lowercased())
      let distance = distance(from: typed, to: letters)
      let isNear = distance <= mostChanges && distance < max(typed.count, letters.count)
      return isNear || letters.starts(with: typed) ? (distance, place, candidate) : nil
    }
    return near.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.2)
  }

  /// Returns how many characters must be added, removed, replaced or swapped with a neighbour.
  ///
  /// No part of the text is changed twice (optimal string alignment).
  ///
  ///     NearestNames.distance(from: "ca", to: "abc")   // 3
  public static func distance(from first: String, to second: String) -> Int {
    distance(from: Array(first), to: Array(second))
  }

  private static func distance(from first: [Character], to second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
        var cheapest = Swift.min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cheapest = Swift.min(cheapest, beforeLast[column - 1] + 1)
        }
        current.append(cheapest)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
