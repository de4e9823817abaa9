package import HighwayWorld

/// For how long how many stations lacked power at the same moment.
///
///     Concurrency(blackouts).seconds   // [0, 3600, 900]: one for an hour, two for a quarter of one
package struct Concurrency: Equatable {
  /// The seconds with exactly so many stations without power, from none (not counted: 0) on.
  package let seconds: [Double]

  /// Sweeps over beginnings and ends; where one ends as another begins they are not at once, and one that lasts no time
  /// ends before it begins.
  package init(_ blackouts: [Blackout]) {
    let changes =
      (blackouts.map { (time: $0.start, step: 1) } + blackouts.map { (time: $0.end, step: -1) })
      .sorted { ($0.time, $0.step) < ($1.time, $1.step) }
    var seconds = [0.0]
    var level = 0
    var last = 0.0
    for change in changes {
      if level > 0, change.time > last {
        while seconds.count <= level { seconds.append(0) }
        seconds[level] += change.time - last
      }
      level += change.step
      last = change.time
    }
    self.seconds = seconds
  }
}
