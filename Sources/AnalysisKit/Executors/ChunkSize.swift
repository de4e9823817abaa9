/// How many pieces make a chunk, and whether there is enough to do that others should do it.
public struct ChunkSize: Equatable, Sendable {
  /// How many seconds a chunk should last at least; 0 makes each piece a chunk.
  public var seconds: Double
  /// Below so many seconds of work nothing is handed out: others would need longer to begin.
  public var leastWork: Double

  /// States how long a chunk should last.
  public init(seconds: Double) {
    self.seconds = seconds
    leastWork = min(2, seconds)
  }

  /// How many pieces a chunk gets, where one takes so many seconds.
  func pieces(each: Double) -> Int {
    guard each > 0 else { return 1 }
    return max(1, Int(min(seconds / each, 1e9).rounded(.up)))
  }
}
