import Foundation
import Testing

@Suite("The bytes of the gallery") struct GalleryBytesTests {
  @Test(
    "are the same in another process, folder, time zone and language, and with one thread or four")
  func same() throws {
    let expected = try DrawnGallery.files()
    let scratch = Scratch()
    let folder = scratch.url("a folder with blanks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let answer = try Evtools.run(
      ["gallery", "--quiet", "--threads", "1", "--output", "../runs"], in: folder,
      environment: [
        "TZ": "Pacific/Apia", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr",
        "HOME": "/nonexistent", "COLUMNS": "60",
      ])
    #expect(answer.code == 0, "\(answer.err)")
    let files = try scratch.files(try scratch.run("runs"))
    #expect(files.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in files { #expect(bytes == expected[name], "\(name)") }
  }

  @Test("hold nothing of the machine: no path, no user, no day")
  func nothingOfTheMachine() throws {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    let host = ProcessInfo.processInfo.hostName
    for (name, bytes) in try DrawnGallery.files() where !name.hasSuffix(".png") {
      for word in ["/tmp/evtools-test", NSUserName() + "@", "/home/", "\(year)-", "D:\(year)"]
        + (host.count > 4 && host != "localhost" ? [host] : [])
      {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
  }

  @Test("say when they were made only where SOURCE_DATE_EPOCH says so")
  func date() throws {
    let scratch = Scratch()
    let answer = try Evtools.run(
      ["gallery", "--quiet", "--only", "pareto-front"], in: scratch.folder,
      environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    #expect(answer.code == 0)
    let run = try scratch.run()
    #expect(try scratch.text(run + "/report.html").contains("2023-11-14"))
    let dated = try Data(contentsOf: scratch.url(run + "/figures/pareto-front.pdf"))
    #expect(dated.range(of: Data("D:20231114221320".utf8)) != nil)
    let plain = try #require(try DrawnGallery.files()["figures/pareto-front.pdf"])
    #expect(plain.range(of: Data("D:19700101000000".utf8)) != nil)
  }
}
