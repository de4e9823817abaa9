import Glibc
import Synchronization

/// Whether somebody asked to stop: Ctrl-C, or a queueing system whose time is up.
///
/// The first signal asks, and the work ends at the next good place with everything kept; the second one
/// ends the program at once.
enum Interruptions {
  private static let received = Atomic<Int32>(0)

  /// The signal that asked to stop; 0 while nobody did.
  static var signal: Int32 { received.load(ordering: .relaxed) }

  /// Begins to listen.
  static func prepare() {
    // Touch the counter now: a signal handler is no place for a lazy initialisation.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        Interruptions.received.store(number, ordering: .relaxed)
        _ = Glibc.signal(number, SIG_DFL)
      }
      action.sa_flags = Int32(SA_RESTART)
      // A child started in the background of a script has Ctrl-C ignored; leave it so.
      var old = sigaction()
      sigaction(number, nil, &old)
      if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
      sigaction(number, &action, nil)
    }
    // A file that grows beyond the user's limit is then an error like a full disk.
    _ = Glibc.signal(SIGXFSZ, SIG_IGN)
  }
}
