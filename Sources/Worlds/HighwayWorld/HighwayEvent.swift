/// Something that happens on the road: what, and to whom.
public struct HighwayEvent: BitwiseCopyable, Sendable {
  let kind: Kind
  let subject: Int32

  enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// A car comes.
    case arrival
    /// A car comes to the next station on its way, or to its exit.
    case reach
    /// A car stands still with an empty battery.
    case strand
    /// A car at a station of its own pace has charged enough.
    case finish
    /// Something changes by itself inside a coupled station.
    case station
    /// Somebody has waited long enough.
    case patience
    /// A quarter of an hour begins.
    case tick
    /// The grid goes away from a station by schedule, or comes back.
    case outageBegins
    case outageEnds
    /// The grid goes away from a station by chance, or comes back.
    case chanceOutageBegins
    case chanceOutageEnds
    /// A charger fails, or works again.
    case failure
    case repair
    /// Planned work at a charger begins, or ends.
    case workBegins
    case workEnds
  }

  init(_ kind: Kind, _ subject: Int32 = 0) {
    self.kind = kind
    self.subject = subject
  }
}
