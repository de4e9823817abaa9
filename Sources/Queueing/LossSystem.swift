/// A station without a waiting room: Poisson arrivals, any service time (M/G/*c*/*c*).
///
///     LossSystem(offeredLoad: 1, servers: 1).blockedShare   // 0.5
///
/// Only the mean of the service time matters, through the offered load (Sevastyanov 1957,
/// doi:10.1137/1102005).
public struct LossSystem: Sendable {
  /// The share of arrivals turned away.
  public let blockedShare: Double
  /// The time average of the number of busy servers.
  public let meanBusy: Double
  /// The mean number of busy servers per server.
  public let utilisation: Double

  /// Solves the system.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrival rate times mean service time, in erlangs.
  ///   - servers: The number of servers, at least one.
  public init(offeredLoad: Double, servers: Int) {
    precondition(servers >= 1, "A station has at least one server.")
    let shares = ErlangB.shares(offeredLoad: offeredLoad, servers: servers)
    blockedShare = shares.blocked
    meanBusy = offeredLoad * shares.carried
    utilisation = meanBusy / Double(servers)
  }
}
