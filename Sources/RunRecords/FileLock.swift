internal import Glibc

/// The right to write a file, which one process at a time can have.
///
/// Ends with the value, or with the process however that ends. It lies on a file of its own beside the
/// one that it guards. Where a file system knows no locks, there is no such protection.
final class FileLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes the right to write a file, which need not exist yet; fails when another process has it.
  init(for file: String) throws(FileFailure) {
    path = file + Self.ending
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw .system(.write, file) }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        close(descriptor)
        throw FileFailure(.write, file, .busy)
      }
      // Whoever had it before may have removed the name between our opening and our locking.
      if Self.isFile(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    Self.giveBack(descriptor)
  }

  /// Gives a lock back and closes its file.
  ///
  /// Closing alone would leave the lock to a process that was started just now and has not closed its copy yet.
  static func giveBack(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// What stands after the name of the file that is guarded.
  static let ending = "-lock"

  /// Whether an open file is the one that a path names.
  static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
  }
}
