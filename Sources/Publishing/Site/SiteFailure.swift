public import RunRecords
public import Templating
internal import Text

/// Why reports could not be published.
public enum SiteFailure: Error, Equatable, Sendable {
  /// A file could not be read or written.
  case file(FileFailure)
  /// A template of the user's own cannot be filled in.
  case template(TemplateFailure)
  /// There is no report to publish.
  case noReports(in: String, skipped: [Publication.Skipped])
  /// The folder holds files and is no site of ours.
  case foreignFolder(String, example: String)
  /// A file that we did not write stands where one of ours belongs.
  case foreignFile(String)
  /// The list of the files that we wrote cannot be read.
  case brokenManifest(String)
}

extension SiteFailure: CustomStringConvertible {
  /// The failure as one sentence without a full stop.
  public var description: String {
    switch self {
    case .file(let failure):
      "cannot \(failure.action == .read ? "read" : "write") \(failure.path.quoted): \(failure.reason.words)"
    case .template(let failure): failure.description
    case .noReports(let folder, let skipped):
      "there is no report to publish in \(folder.quoted)"
        + (skipped.first.map { "; \($0.run.quoted) was left out: \($0.reason)" } ?? "")
    case .foreignFolder(let folder, let example):
      "\(folder.quoted) holds files that `evtools publish` did not write, such as \(example.quoted)"
    case .foreignFile(let path):
      "\(path.quoted) was not written by `evtools publish` and stands where a page belongs"
    case .brokenManifest(let path):
      "\(path.quoted), which lists the files of the site, is damaged"
    }
  }
}
