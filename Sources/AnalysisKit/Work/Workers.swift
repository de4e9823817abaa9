internal import Glibc
internal import RunRecords
internal import Synchronization

/// Threads that share out a number of turns among them.
///
/// Plain POSIX threads: the work is arithmetic without waiting, and a task system would cost start-up
/// time and choose its own number of threads.
public enum Workers {
  /// Calls a body for every turn from 0 on, on several threads, and returns when all are done.
  public static func run(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let next = Counter()
    let work: @Sendable () -> Void = {
      while true {
        let turn = next.take()
        guard turn < count else { return }
        body(turn)
      }
    }
    let helpers = (1..<max(1, min(threads, count))).compactMap { _ in start(work) }
    work()
    for helper in helpers { pthread_join(helper, nil) }
  }

  /// The results of a body for every turn from 0 on, in their order, worked out on several threads.
  public static func map<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let results = Mutex([Value?](repeating: nil, count: count))
    run(count, threads: threads) { turn in
      let value = body(turn)
      results.withLock { $0[turn] = value }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// Starts a thread; nil when the system has none to give, and the others then do its work.
  private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(work))
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      return nil
    }
    return thread
  }

  private final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  private final class Counter: Sendable {
    private let next = Atomic(0)
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}

/// How many processors this process may use.
public enum Processors {
  /// At least one; fewer than the machine has where `taskset` or a cluster's scheduler says so.
  public static var count: Int { allowed ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The ones in the mask that Linux shows as `Cpus_allowed: ff`.
  private static var allowed: Int? {
    guard let bytes = try? FileSystem.read("/proc/self/status") else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let mask = lines.first { $0.hasPrefix("Cpus_allowed:") }?.split(separator: ":").last
    let ones = mask?.reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
    return ones == 0 ? nil : ones
  }
}
