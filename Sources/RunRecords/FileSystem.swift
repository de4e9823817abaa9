internal import Glibc
internal import Synchronization

/// The few things done with files and folders, each with a failure that says what and where.
public enum FileSystem {
  /// Reads a whole file, or what stands in it from a byte on.
  public static func read(
    _ path: String, from start: Int = 0, limit: Int = 512 * 1_048_576
  ) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.read, path) }
    defer { close(descriptor) }
    if start > 0, lseek(descriptor, start, SEEK_SET) < 0 { throw .system(.read, path) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(.read, path) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else { throw FileFailure(.read, path, .tooLarge(limit: limit)) }
    }
  }

  /// Writes a whole file or none: a reader sees the old content or the new, never a part.
  ///
  /// Into a temporary file in the same folder, then to the disk, then renamed over the old one.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileFailure) {
    let bytes = Array(bytes)
    try write(to: path) { descriptor in append(bytes, to: descriptor) }
  }

  /// Writes a whole file or none by a body that writes to an open file and returns the error number, 0
  /// for none.
  static func write(to path: String, _ body: (Int32) -> Int32) throws(FileFailure) {
    let temporary = temporaryPath(for: path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(.write, path) }
    var code = body(descriptor)
    if code == 0, fsync(descriptor) != 0, errno != EINVAL { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw .system(.write, path, code: code)
    }
    synchronise(folder(of: path))
  }

  /// A hidden name beside a file, which no other write of this process uses.
  private static func temporaryPath(for path: String) -> String {
    let turn = temporaries.wrappingAdd(1, ordering: .relaxed).newValue
    return folder(of: path) + "/" + temporaryPrefix + "\(getpid())-\(turn)"
  }

  /// How the names of files begin that are still being written, or that a killed run left behind.
  static let temporaryPrefix = ".evtools-part-"
  private static let temporaries = Atomic(0)

  /// Writes all bytes at the end of an open file and returns the error number, 0 for none.
  static func append(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : ENOSPC }
        written += count
      }
      return 0
    }
  }

  /// Makes sure that a folder's list of files is on the disk.
  static func synchronise(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Makes a folder and those above it; it may exist.
  public static func makeFolder(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o755) == 0 { return }
    switch errno {
    case EEXIST:
      guard isFolder(path) else { throw FileFailure(.write, path, .isNotFolder) }
    case ENOENT where folder(of: path) != path:
      try makeFolder(folder(of: path))
      guard mkdir(path, 0o755) == 0 || isFolder(path) else { throw .system(.write, path) }
    default:
      throw .system(.write, path)
    }
  }

  /// Makes a folder that did not exist before; says whether it did exist.
  static func makeNewFolder(_ path: String) throws(FileFailure) -> Bool {
    if mkdir(path, 0o755) == 0 { return true }
    guard errno == EEXIST else { throw .system(.write, path) }
    return false
  }

  /// The names in a folder, in the order of their bytes, without `.` and `..`.
  public static func list(_ path: String) throws(FileFailure) -> [String] {
    guard let folder = opendir(path) else { throw .system(.read, path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      // An entry may be shorter than its type, so the name is read where it stands and not copied.
      let start = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let name = String(
        cString: (UnsafeRawPointer(entry) + start).assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files below a folder, as paths relative to it, in the order of their bytes.
  public static func files(below path: String) throws(FileFailure) -> [String] {
    var found: [String] = []
    for name in try list(path) {
      let inner = path + "/" + name
      guard isFolder(inner), !isLink(inner) else {
        found.append(name)
        continue
      }
      found += try files(below: inner).map { name + "/" + $0 }
    }
    return found
  }

  /// Removes a file, or a folder with all that is in it.
  public static func remove(_ path: String) throws(FileFailure) {
    if isFolder(path), !isLink(path) {
      for name in try list(path) { try remove(path + "/" + name) }
      guard rmdir(path) == 0 else { throw .system(.write, path) }
    } else {
      guard unlink(path) == 0 else { throw .system(.write, path) }
    }
  }

  /// Removes a folder if there is nothing in it.
  static func removeEmptyFolder(_ path: String) { rmdir(path) }

  /// Lets a name point to another file or folder, replacing what it pointed to.
  static func link(_ path: String, to target: String) throws(FileFailure) {
    let temporary = temporaryPath(for: path)
    unlink(temporary)
    guard symlink(target, temporary) == 0 else { throw .system(.write, path) }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(.write, path, code: code)
    }
  }

  /// The path without links, dots and doubled strokes; nil when there is nothing there.
  public static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// Whether there is something of this name.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is a folder of this name.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The number under which a file system knows a file, which stays when it is renamed.
  static func number(of path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path without its last part.
  public static func folder(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1, parts.last == "" { parts.removeLast() }
    guard parts.count > 1 else { return "." }
    parts.removeLast()
    let folder = parts.joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }
}
