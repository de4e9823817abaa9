internal import RunRecords
internal import Text

/// The list of the files that we wrote into a folder, so that no other is ever touched.
struct SiteManifest: Equatable {
  static let name = ".evtools-site.json"
  static let format = "evtools site 1"

  /// The fingerprints by path, in the order of the paths.
  let files: [(path: String, sha256: String)]

  private let fingerprints: [String: String]

  static func == (left: SiteManifest, right: SiteManifest) -> Bool {
    left.files.elementsEqual(right.files) { $0 == $1 }
  }

  init(_ files: [(path: String, sha256: String)] = []) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    fingerprints = Dictionary(files.map { ($0.path, $0.sha256) }) { first, _ in first }
  }

  func sha256(of path: String) -> String? { fingerprints[path] }

  /// Both lists; where both name a file, this one counts.
  func joined(with other: SiteManifest) -> SiteManifest {
    SiteManifest(files + other.files.filter { sha256(of: $0.path) == nil })
  }

  var text: String {
    let list = files.map { ["path": .string($0.path), "sha256": .string($0.sha256)] as JSON }
    return (["format": .string(Self.format), "files": .array(list)] as JSON).prettyText
  }

  /// Reads the list of a folder; nothing when it has none.
  static func read(_ folder: String) throws(SiteFailure) -> SiteManifest? {
    let path = folder + "/" + name
    guard FileSystem.exists(path) else { return nil }
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(path) } catch { throw .file(error) }
    guard let json = try? JSONReader.read(bytes).json, json["format"]?.string == format,
      let entries = json["files"]?.array
    else { throw .brokenManifest(path) }
    let files = entries.compactMap { entry -> (path: String, sha256: String)? in
      guard let path = entry["path"]?.string, let sha256 = entry["sha256"]?.string,
        path.isSafeRelativePath
      else { return nil }
      return (path, sha256)
    }
    guard files.count == entries.count else { throw .brokenManifest(path) }
    return SiteManifest(files)
  }
}

extension String {
  /// Whether a path stays within the folder that it starts from.
  var isSafeRelativePath: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return !isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && !unicodeScalars.contains { $0.value < 0x20 }
  }
}
