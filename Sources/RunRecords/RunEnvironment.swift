internal import Glibc
public import Text

/// What `environment.json` says: everything that may differ between two equal runs.
public struct RunEnvironment: Sendable {
  /// How many threads worked.
  public var threads: Int
  /// The command as it was typed.
  public var command: [String]
  private let started: timespec

  /// Begins to measure.
  public init(threads: Int, command: [String]) {
    self.threads = threads
    self.command = command
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    started = now
  }

  /// The content of `environment.json`, at the end of the run.
  public var json: JSON {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [
      "started": .string(Self.iso(started)),
      "finished": .string(Self.iso(now)),
      "wall_s": .number(Self.rounded(Self.seconds(now) - Self.seconds(started))),
      "cpu_s": .number(Self.rounded(Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime))),
      "peak_memory_mib": .number(Self.rounded(Double(usage.ru_maxrss) / 1024)),
      "threads": .integer(threads),
      "host": .string(Self.host),
      "system": .string(Self.system),
      "command": .array(command.map { .string($0) }),
    ]
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, 255)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static var system: String {
    var names = utsname()
    uname(&names)
    return text(names.sysname) + " " + text(names.release) + " " + text(names.machine)
  }

  private static func text<Field>(_ field: Field) -> String {
    withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func iso(_ moment: timespec) -> String {
    var seconds = moment.tv_sec
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ n: Int32) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T"
      + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  private static func seconds(_ moment: timespec) -> Double {
    Double(moment.tv_sec) + Double(moment.tv_nsec) * 1e-9
  }

  private static func seconds(_ moment: timeval) -> Double {
    Double(moment.tv_sec) + Double(moment.tv_usec) * 1e-6
  }

  /// To the millisecond; more would only be noise.
  private static func rounded(_ value: Double) -> Double {
    (value * 1000).rounded() / 1000
  }
}
