/// Erlang's delay formula: how many must wait where the room is unlimited and nobody leaves.
public enum ErlangC {
  /// Returns the share of arrivals that find every server busy; 1 when the load is not below them.
  ///
  ///     ErlangC.waitProbability(offeredLoad: 1, servers: 2)   // 1/3
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrival rate times mean service time, in erlangs.
  ///   - servers: The number of servers.
  /// - Returns: A share between 0 and 1.
  /// - Complexity: O(*servers*).
  public static func waitProbability(offeredLoad: Double, servers: Int) -> Double {
    let idle = Double(servers) - offeredLoad
    guard idle > 0 else { return 1 }
    let blocked = ErlangB.blocking(offeredLoad: offeredLoad, servers: servers)
    return Double(servers) * blocked / (idle + offeredLoad * blocked)
  }
}
