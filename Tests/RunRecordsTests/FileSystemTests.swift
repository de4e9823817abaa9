import Foundation
import RunRecords
import Synchronization
import Testing

@Suite("A file")
struct FileSystemTests {
  @Test("is read as it was written", arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func roundTrip(size: Int) throws {
    let sandbox = try Sandbox()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileSystem.write(bytes, to: sandbox.at("a"))
    #expect(try FileSystem.read(sandbox.at("a")) == bytes)
    #expect(sandbox.content == ["a"])
  }

  @Test("is never seen in part, though several write it and several read it")
  func atomicity() throws {
    let sandbox = try Sandbox()
    let path = sandbox.at("a")
    let size = 400_000
    try FileSystem.write([UInt8](repeating: 0, count: size), to: path)
    let isOver = Atomic(false)
    let failures = Mutex<[String]>([])
    let reads = Atomic(0)
    func start(_ body: @escaping @Sendable () -> Void) -> DispatchGroup {
      let group = DispatchGroup()
      group.enter()
      Thread {
        body()
        group.leave()
      }.start()
      return group
    }
    let readers = (0..<2).map { _ in
      start {
        while !isOver.load(ordering: .relaxed) {
          guard let bytes = try? FileSystem.read(path), bytes.count == size,
            bytes.allSatisfy({ $0 == bytes[0] })
          else {
            failures.withLock { $0.append("a reader saw a part") }
            return
          }
          reads.wrappingAdd(1, ordering: .relaxed)
        }
      }
    }
    let writers = (1...3).map { number in
      start {
        for turn in 0..<40 {
          let bytes = [UInt8](repeating: UInt8(number * 40 + turn), count: size)
          do {
            try FileSystem.write(bytes, to: path)
          } catch {
            failures.withLock { $0.append("\(error)") }
          }
        }
      }
    }
    for writer in writers { writer.wait() }
    isOver.store(true, ordering: .relaxed)
    for reader in readers { reader.wait() }
    #expect(failures.withLock { $0 } == [])
    #expect(reads.load(ordering: .relaxed) > 10)
    #expect(sandbox.content == ["a"])
  }

  @Test("is too large beyond a limit")
  func limit() throws {
    let sandbox = try Sandbox()
    try FileSystem.write([UInt8](repeating: 1, count: 100), to: sandbox.at("a"))
    #expect(try FileSystem.read(sandbox.at("a"), limit: 100).count == 100)
    #expect(throws: FileFailure(.read, sandbox.at("a"), .tooLarge(limit: 99))) {
      try FileSystem.read(sandbox.at("a"), limit: 99)
    }
  }

  @Test("cannot be read where there is none")
  func badReads() throws {
    let sandbox = try Sandbox()
    try FileSystem.write([1], to: sandbox.at("file"))
    #expect(throws: FileFailure(.read, sandbox.at("no"), .missing)) {
      try FileSystem.read(sandbox.at("no"))
    }
    #expect(throws: FileFailure(.read, sandbox.path, .isFolder)) {
      try FileSystem.read(sandbox.path)
    }
    #expect(throws: FileFailure(.read, sandbox.at("file/x"), .isNotFolder)) {
      try FileSystem.read(sandbox.at("file/x"))
    }
  }

  @Test("is not written where it cannot be, and leaves nothing behind")
  func badWrites() throws {
    let sandbox = try Sandbox()
    try FileSystem.write([1], to: sandbox.at("file"))
    try FileSystem.makeFolder(sandbox.at("folder"))
    let longName = sandbox.at(String(repeating: "n", count: 256))
    for (path, reason) in [
      (sandbox.at("no/file"), FileFailure.Reason.missing), (sandbox.at("folder"), .isFolder),
      (sandbox.at("file/x"), .isNotFolder), (longName, .nameTooLong),
    ] {
      #expect(throws: FileFailure(.write, path, reason)) { try FileSystem.write([2], to: path) }
    }
    #expect(sandbox.content == ["file", "folder"])
    #expect(try FileSystem.read(sandbox.at("file")) == [1])
  }

  @Test("can have the longest name that there is")
  func longName() throws {
    let sandbox = try Sandbox()
    let name = String(repeating: "n", count: 255)
    try FileSystem.write([1], to: sandbox.at(name))
    #expect(sandbox.content == [name])
  }

  @Test(
    "is not written in a folder that may not be changed",
    .enabled(if: geteuid() != 0, "root may write everywhere"))
  func readOnlyFolder() throws {
    let sandbox = try Sandbox()
    chmod(sandbox.path, 0o555)
    defer { chmod(sandbox.path, 0o755) }
    #expect(throws: FileFailure(.write, sandbox.at("a"), .notPermitted)) {
      try FileSystem.write([1], to: sandbox.at("a"))
    }
    #expect(throws: FileFailure(.write, sandbox.at("f"), .notPermitted)) {
      try FileSystem.makeFolder(sandbox.at("f"))
    }
  }

  @Test("keeps its old content, and no other file stays, when there is no space for the new")
  func fullDisk() async throws {
    // A limit on the size of files fails in the middle of a write, as a full disk does.
    await #expect(processExitsWith: .success) {
      let sandbox = try Sandbox()
      let path = sandbox.at("a")
      try FileSystem.write([UInt8](repeating: 1, count: 1_000), to: path)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do {
        try FileSystem.write([UInt8](repeating: 2, count: 20_000), to: path)
        preconditionFailure("it was written")
      } catch let error as FileFailure {
        precondition(error == FileFailure(.write, path, .diskFull))
      }
      precondition(sandbox.content == ["a"])
      let old = try FileSystem.read(path)
      precondition(old == [UInt8](repeating: 1, count: 1_000))
      try FileSystem.write([UInt8](repeating: 3, count: 10_000), to: path)
    }
  }

  @Test("has a reason for every failure in words", arguments: [ENOSPC, EDQUOT, EROFS, EACCES, EIO])
  func words(code: Int32) {
    let reason = FileFailure.Reason(code: code)
    #expect(!reason.words.isEmpty)
    let expected: [Int32: FileFailure.Reason] = [
      ENOSPC: .diskFull, EDQUOT: .diskFull, EROFS: .readOnly, EACCES: .notPermitted,
      EIO: .system(EIO),
    ]
    #expect(reason == expected[code])
  }
}

@Suite("A folder")
struct FolderTests {
  @Test("is made with those above it, and may exist")
  func making() throws {
    let sandbox = try Sandbox()
    try FileSystem.makeFolder(sandbox.at("a/b//c/"))
    try FileSystem.makeFolder(sandbox.at("a/b/c"))
    #expect(sandbox.content == ["a", "a/b", "a/b/c"])
    try FileSystem.write([1], to: sandbox.at("file"))
    #expect(throws: FileFailure(.write, sandbox.at("file"), .isNotFolder)) {
      try FileSystem.makeFolder(sandbox.at("file"))
    }
    #expect(throws: FileFailure.self) { try FileSystem.makeFolder(sandbox.at("file/x")) }
    #expect(throws: FileFailure.self) { try FileSystem.makeFolder("") }
  }

  @Test(
    "is listed in the order of bytes, and removed with all that is in it but what links point to")
  func listing() throws {
    let sandbox = try Sandbox()
    try FileSystem.makeFolder(sandbox.at("top/b"))
    try FileSystem.makeFolder(sandbox.at("outside"))
    for name in ["top/é", "top/z", "top/B", "top/b/2", "top/.h", "outside/kept"] {
      try FileSystem.write([], to: sandbox.at(name))
    }
    symlink("../outside", sandbox.at("top/link"))
    #expect(try FileSystem.list(sandbox.at("top")) == [".h", "B", "b", "link", "z", "é"])
    #expect(
      try FileSystem.files(below: sandbox.at("top")) == [".h", "B", "b/2", "link", "z", "é"])
    try FileSystem.remove(sandbox.at("top"))
    #expect(sandbox.content == ["outside", "outside/kept"])
    #expect(throws: FileFailure(.write, sandbox.at("top"), .missing)) {
      try FileSystem.remove(sandbox.at("top"))
    }
  }

  @Test(
    "and name are the parts of a path",
    arguments: [
      ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("a/b/", "a", "b"),
      ("/a/b", "/a", "b"), ("./a", ".", "a"),
    ])
  func parts(path: String, folder: String, name: String) {
    #expect(FileSystem.folder(of: path) == folder)
    #expect(FileSystem.name(of: path) == name)
  }
}
