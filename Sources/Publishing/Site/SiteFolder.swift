internal import RunRecords
internal import Text

/// The folder of a site, in which nothing is touched that was not written here.
struct SiteFolder {
  private let path: String

  init(_ path: String) {
    self.path = path.count > 1 && path.last == "/" ? String(path.dropLast()) : path
  }

  private func place(of file: String) -> String { path + "/" + file }

  /// The list of what was written here before; refuses a folder of somebody else.
  func manifest() throws(SiteFailure) -> SiteManifest {
    guard FileSystem.exists(path) else { return SiteManifest() }
    if let manifest = try SiteManifest.read(path) { return manifest }
    let names: [String]
    do { names = try FileSystem.list(path) } catch { throw .file(error) }
    // What a killed process left half written is nobody's file.
    if let example = names.first(where: { !$0.hasPrefix(".evtools-part-") }) {
      throw .foreignFolder(path, example: example)
    }
    return SiteManifest()
  }

  /// Writes what has other bytes, removes what is no longer there, and counts.
  ///
  /// The list is written first and names old and new files, so that a killed process leaves none unlisted.
  func replace(
    _ before: SiteManifest, with files: [(path: String, bytes: [UInt8])],
    _ publication: inout Publication
  ) throws(SiteFailure) {
    for file in files where before.sha256(of: file.path) == nil {
      guard !FileSystem.exists(place(of: file.path)) else {
        throw .foreignFile(place(of: file.path))
      }
    }
    let after = SiteManifest(files.map { ($0.path, SHA256.hex(of: $0.bytes)) })
    do throws(FileFailure) {
      try FileSystem.makeFolder(path)
      try write(Array(after.joined(with: before).text.utf8), to: SiteManifest.name)
      for file in files {
        let isNew = try write(file.bytes, to: file.path)
        if isNew { publication.written += 1 } else { publication.unchanged += 1 }
      }
      for file in before.files where after.sha256(of: file.path) == nil {
        try remove(file, &publication)
      }
      try write(Array(after.text.utf8), to: SiteManifest.name)
    } catch {
      throw .file(error)
    }
  }

  /// Writes a file unless it has these bytes; tells whether it did.
  @discardableResult
  private func write(_ bytes: [UInt8], to name: String) throws(FileFailure) -> Bool {
    let file = place(of: name)
    if FileSystem.exists(file), !FileSystem.isFolder(file), try FileSystem.read(file) == bytes {
      return false
    }
    try FileSystem.makeFolder(FileSystem.folder(of: file))
    try FileSystem.write(bytes, to: file)
    return true
  }

  /// Removes a file that is still as it was written, and the folders that it leaves empty.
  private func remove(
    _ file: (path: String, sha256: String), _ publication: inout Publication
  ) throws(FileFailure) {
    let place = place(of: file.path)
    guard FileSystem.exists(place) else { return }
    guard !FileSystem.isFolder(place), try SHA256.hex(of: FileSystem.read(place)) == file.sha256
    else {
      publication.kept.append(place)
      return
    }
    try FileSystem.remove(place)
    publication.removed += 1
    var folder = FileSystem.folder(of: place)
    while folder != path, try FileSystem.list(folder).isEmpty {
      try FileSystem.remove(folder)
      folder = FileSystem.folder(of: folder)
    }
  }
}
