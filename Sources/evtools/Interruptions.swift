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
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGUSR1] {
      sigaddset(&signals, number)
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        Interruptions.received.store(number, ordering: .relaxed)
        _ = Glibc.signal(number, SIG_DFL)
      }
      action.sa_flags = Int32(SA_RESTART)
      // Also where a script started us in its background and had the signal ignored: who sends it
      // there means it, and nothing is lost.
      sigaction(number, &action, nil)
    }
    // A parent that works with many threads may have handed on a mask that hides them.
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    // A file that grows beyond the user's limit is then an error like a full disk.
    _ = Glibc.signal(SIGXFSZ, SIG_IGN)
  }
}
