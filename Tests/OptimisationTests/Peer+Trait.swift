import Peers
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test where there is no peer.
  static var needsPeer: Self { .enabled(if: Peer.isThere, "\(Peer.missing)") }
}
