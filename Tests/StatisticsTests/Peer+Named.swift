import Peers
import Testing

extension Peer {
  /// Returns what a script prints: on each line a name and numbers.
  static func answers(to script: String) -> [String: [Double]] {
    do {
      let lines = try lines(from: script).map { $0.split(separator: " ") }
      return Dictionary(
        uniqueKeysWithValues: lines.map {
          (String($0[0]), $0.dropFirst().compactMap { Double($0) })
        })
    } catch {
      Issue.record("the peer does not answer: \(error)")
      return [:]
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where there is no peer.
  static var needsPeer: Self { .enabled(if: Peer.isThere, "\(Peer.missing)") }
}
