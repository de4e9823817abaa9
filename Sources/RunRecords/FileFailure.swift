internal import Glibc
internal import Text

/// Why a file or folder could not be read or written.
public struct FileFailure: Error, Equatable, Sendable {
  /// What was tried.
  public let action: Action
  /// The file or folder, as the user named it.
  public let path: String
  /// What stood in the way.
  public let reason: Reason

  /// What was tried.
  public enum Action: Sendable {
    case read
    case write
  }

  /// What stood in the way.
  public enum Reason: Equatable, Sendable {
    case missing
    case isFolder
    case isNotFolder
    case notPermitted
    case diskFull
    case readOnly
    case tooLarge(limit: Int)
    case nameTooLong
    case exists
    /// Another process is at work on it.
    case busy
    /// What is in it fails its checks, or was not written by evtools.
    case damaged
    /// It belongs to a study of another model, scenario or settings.
    case otherStudy
    /// A later version of evtools has written it.
    case tooNew
    /// It says another result than a second file, for an evaluation that both hold.
    case disagrees(with: String, key: ContentKey)
    /// Another error of the system, by its number.
    case system(Int32)
  }

  /// States what was tried and what stood in the way.
  public init(_ action: Action, _ path: String, _ reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// Translates the system's error number.
  static func system(_ action: Action, _ path: String, code: Int32 = errno) -> FileFailure {
    FileFailure(action, path, Reason(code: code))
  }
}

extension FileFailure.Reason {
  /// Translates an error number of the system.
  public init(code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .isNotFolder
    case EACCES, EPERM: self = .notPermitted
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EROFS: self = .readOnly
    case ENAMETOOLONG: self = .nameTooLong
    case EEXIST: self = .exists
    default: self = .system(code)
    }
  }

  /// The reason in words that complete "because …".
  public var words: String {
    switch self {
    case .missing: "there is no such file or folder"
    case .isFolder: "it is a folder, not a file"
    case .isNotFolder: "a part of the path is a file, not a folder"
    case .notPermitted: "this user is not permitted to"
    case .diskFull: "there is no space left for it"
    case .readOnly: "the disk is mounted read-only"
    case .tooLarge(let limit): "it is larger than \(limit / 1_048_576) MiB"
    case .nameTooLong: "its name is too long"
    case .exists: "it exists already"
    case .busy: "another evtools is at work on it"
    case .damaged: "it is damaged, or evtools did not write it"
    case .otherStudy: "it belongs to a study of another model, scenario or settings"
    case .tooNew: "a later version of evtools has written it"
    case .disagrees(let other, let key):
      "its result of evaluation \(key.text) is not the one in \(other.quoted)"
    case .system(let code): String(cString: strerror(code))
    }
  }
}
