/// Erlang's loss formula: what a station without a waiting room turns away.
public enum ErlangB {
  /// Returns the share of arrivals that find every server busy.
  ///
  ///     ErlangB.blocking(offeredLoad: 5, servers: 10)   // 0.0183845703…
  ///
  /// The recursion over the number of servers has positive terms only and loses no digits
  /// (Jagerman 1974, Bell System Technical Journal 53(3)).
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrival rate times mean service time, in erlangs.
  ///   - servers: The number of servers; with none, everybody is turned away.
  /// - Returns: A share between 0 and 1.
  /// - Complexity: O(*servers*).
  public static func blocking(offeredLoad: Double, servers: Int) -> Double {
    shares(offeredLoad: offeredLoad, servers: servers).blocked
  }

  /// Returns the blocked and the carried share, each without cancellation against 1.
  static func shares(offeredLoad: Double, servers: Int) -> (blocked: Double, carried: Double) {
    precondition(offeredLoad >= 0 && offeredLoad < .infinity, "The load is a finite number.")
    precondition(servers >= 0, "The number of servers is not negative.")
    var blocked = 1.0
    var carried = 0.0
    for server in 0..<servers {
      let rank = Double(server + 1)
      let overflow = offeredLoad * blocked
      carried = rank / (rank + overflow)
      blocked = overflow / (rank + overflow)
    }
    return (blocked, carried)
  }
}
