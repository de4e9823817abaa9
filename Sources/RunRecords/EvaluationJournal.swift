internal import Glibc

/// The results of a run's evaluations, kept as they come, so that a killed run can go on.
///
/// One line per evaluation: checksum, name, index and the numbers as hexadecimal bits, so that
/// nothing is lost by rounding. A line that was torn by a crash fails its checksum and is dropped, with
/// all that follows it.
public final class EvaluationJournal: Sendable {
  static let name = "evaluations.journal"

  private let path: String
  private let descriptor: Int32
  private let recalled: [Entry: [Double]]

  private struct Entry: Hashable, Sendable {
    let name: String
    let index: Int
  }

  /// Opens the journal of a run, reading what is in there.
  public init(in folder: RunFolder) throws(FileFailure) {
    path = folder.path + "/" + Self.name
    let old = FileSystem.exists(path) ? try FileSystem.read(path) : []
    let (entries, sound) = Self.parse(old)
    recalled = entries
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(.write, path) }
    guard sound == old.count || ftruncate(descriptor, sound) == 0 else {
      throw .system(.write, path)
    }
  }

  deinit { close(descriptor) }

  /// How many evaluations were done before.
  public var count: Int { recalled.count }

  /// Returns what an evaluation gave before the run was broken off.
  public func recall(_ name: String, _ index: Int) -> [Double]? {
    recalled[Entry(name: name, index: index)]
  }

  /// Keeps what an evaluation gave; the name is one line of text.
  public func record(_ name: String, _ index: Int, _ values: [Double]) throws(FileFailure) {
    let code = FileSystem.append(Self.line(name, index, values), to: descriptor)
    guard code == 0 else { throw .system(.write, path, code: code) }
  }

  /// Brings what was recorded to the disk.
  public func synchronise() { fsync(descriptor) }

  /// Removes the journal of a run that needs it no more.
  public func discard() { unlink(path) }

  // MARK: - Lines

  private static func line(_ name: String, _ index: Int, _ values: [Double]) -> [UInt8] {
    precondition(!name.utf8.contains(UInt8(ascii: "\n")), "the name of an evaluation is one line")
    let numbers = values.map { String($0.bitPattern, radix: 16) }.joined(separator: ",")
    let content = "\(name) \(index) \(numbers)"
    return Array("\(String(checksum(Array(content.utf8)), radix: 16)) \(content)\n".utf8)
  }

  /// Reads entries up to the first unsound one, and tells how many bytes were sound.
  private static func parse(_ bytes: [UInt8]) -> (entries: [Entry: [Double]], sound: Int) {
    var entries: [Entry: [Double]] = [:]
    var sound = 0
    while let end = bytes[sound...].firstIndex(of: UInt8(ascii: "\n")) {
      guard let (entry, values) = entry(bytes[sound..<end]) else { break }
      entries[entry] = values
      sound = end + 1
    }
    return (entries, sound)
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (Entry, [Double])? {
    guard let blank = line.firstIndex(of: UInt8(ascii: " ")),
      let expected = UInt64(String(decoding: line[..<blank], as: UTF8.self), radix: 16),
      checksum(Array(line[(blank + 1)...])) == expected
    else { return nil }
    let fields = String(decoding: line[(blank + 1)...], as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count >= 3, let index = Int(fields[fields.count - 2]) else { return nil }
    let name = fields.dropLast(2).joined(separator: " ")
    let values = fields[fields.count - 1].split(separator: ",")
      .compactMap { UInt64($0, radix: 16) }
    return (Entry(name: name, index: index), values.map { Double(bitPattern: $0) })
  }

  /// Fowler, Noll and Vo's FNV-1a of 64 bits: it has to notice a torn line, not an adversary.
  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
