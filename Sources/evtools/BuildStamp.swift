import Glibc
import RunRecords

/// Which commit this program was built from.
///
/// The launcher links the commit into the build id of the executable: 20 bytes of commit and one byte
/// that says whether the sources differed from it. A program built in another way has another build id
/// and says that it does not know.
enum BuildStamp {
  /// Version and commit.
  static var program: ProgramVersion {
    let id = buildID()
    guard id.count == 21, id[20] <= 1 else {
      return ProgramVersion(version: Door.version, commit: nil, hasUncommittedChanges: false)
    }
    let commit = id[..<20].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return ProgramVersion(
      version: Door.version, commit: commit, hasUncommittedChanges: id[20] == 1)
  }

  /// The GNU build id of the running executable; empty when it has none.
  private static func buildID() -> [UInt8] {
    let descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    // An ELF file of 64 bits: where its program headers are, how long each is and how many.
    let header = bytes(descriptor, at: 0, count: 64)
    guard header.starts(with: [0x7f] + "ELF".utf8), header.count == 64 else { return [] }
    let (size, count) = (word(header, 54) & 0xffff, word(header, 56) & 0xffff)
    let table = bytes(descriptor, at: word(header, 32), count: size * count)
    for start in stride(from: 0, to: table.count - 55, by: max(size, 56)) {
      guard word(table, start) == Int(PT_NOTE) else { continue }
      let notes = bytes(
        descriptor, at: word(table, start + 8), count: min(word(table, start + 32), 65_536))
      if let id = identifier(inNotes: notes) { return id }
    }
    return []
  }

  private static func bytes(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, off_t(offset))
    return got == count ? bytes : []
  }

  /// Reads notes of the form (name length, content length, kind, name, content), padded to 4 bytes.
  private static func identifier(inNotes bytes: [UInt8]) -> [UInt8]? {
    var position = 0
    while position + 12 <= bytes.count {
      let nameLength = word(bytes, position)
      let contentLength = word(bytes, position + 4)
      let isBuildID = word(bytes, position + 8) == 3
      let name = position + 12
      let content = name + (nameLength + 3) / 4 * 4
      guard content + contentLength <= bytes.count else { return nil }
      if isBuildID, nameLength == 4, bytes[name..<name + 3].elementsEqual("GNU".utf8) {
        return Array(bytes[content..<content + contentLength])
      }
      position = content + (contentLength + 3) / 4 * 4
    }
    return nil
  }

  private static func word(_ bytes: [UInt8], _ position: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}
