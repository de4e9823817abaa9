internal import Glibc

/// The right to work in a run's folder, which one process at a time can have.
///
/// Ends with the value, or with the process however that ends. Where a file system knows no locks,
/// there is no such protection, and results are still right: only work would be done twice.
public final class RunClaim: Sendable {
  private let descriptor: Int32

  /// Claims a folder that exists; fails when another process has it.
  public init(_ folder: RunFolder) throws(FileFailure) {
    descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.write, folder.path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw FileFailure(.write, folder.path, .busy)
    }
  }

  deinit { FileLock.giveBack(descriptor) }
}
