internal import Text

/// Which chunks are a worker's: those whose numbers leave its own when divided by the number of workers.
public struct WorkShare: Equatable, Sendable {
  /// The number of the worker, from 0 on.
  public let index: Int
  /// How many workers there are.
  public let count: Int

  /// Makes a share; nil unless the index is below the count.
  public init?(_ index: Int, of count: Int) {
    guard count > 0, (0..<count).contains(index) else { return nil }
    (self.index, self.count) = (index, count)
  }

  /// Whether a chunk is this worker's.
  public func holds(_ chunk: Int) -> Bool { chunk % count == index }

  /// The share as the command line writes it: `0/4`.
  public var words: String { "\(index)/\(count)" }
}
