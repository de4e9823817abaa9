internal import Glibc

/// Does something again and again on a thread of its own, until the value goes.
final class Heartbeat: Sendable {
  /// The two ends of a pipe: a byte in it wakes the thread up, and ends it.
  private let ends: (read: Int32, write: Int32)
  private let thread: pthread_t?

  /// Begins; the body must not hold the value itself.
  ///
  /// Where the system has no thread to give, nothing is done.
  init(everyMilliseconds pause: Int32, _ body: @escaping @Sendable () -> Void) {
    var descriptors: [Int32] = [-1, -1]
    guard pipe(&descriptors) == 0 else {
      (ends, thread) = ((-1, -1), nil)
      return
    }
    for end in descriptors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (descriptors[0], descriptors[1])
    let work = Work { [end = descriptors[0]] in
      while true {
        var watched = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
        let count = poll(&watched, 1, pause)
        guard count == 0 || count < 0 && errno == EINTR else { return }
        if count == 0 { body() }
      }
    }
    let box = Unmanaged.passRetained(work)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    if code != 0 { box.release() }
    self.thread = code == 0 ? thread : nil
  }

  deinit {
    guard ends.write >= 0 else { return }
    _ = FileSystem.append([0], to: ends.write)
    if let thread { pthread_join(thread, nil) }
    close(ends.read)
    close(ends.write)
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
