import Foundation
import Templating
import Testing
import Text

@Suite("The official Mustache suite")
struct OfficialSuiteTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/mustache-spec").standardizedFileURL
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(
    "is passed case by case, by lenient rules",
    .enabled(if: isThere, "skipped: ../shared/data/mustache-spec is not beside the repository"),
    arguments: [
      ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22),
      ("partials", 12), ("sections", 34), ("~inheritance", 27), ("~dynamic-names", 21),
    ])
  func cases(module: String, count: Int) throws {
    let file = Self.folder.appending(path: module + ".json")
    let tests = try #require(
      try JSONReader.read(Data(contentsOf: file)).json["tests"]?.array)
    #expect(tests.count == count)
    for test in tests {
      let name = try #require(test["name"]?.string)
      let partials = (test["partials"]?.object).map { members in
        members.reduce(into: [:]) { $0[$1.key] = $1.value.string }
      }
      let template = try Template(
        parsing: try #require(test["template"]?.string), named: name,
        in: TemplateLibrary(partials ?? [:]), rules: .lenient)
      let page = try template.render(TemplateValue(test["data"] ?? .null))
      #expect(page == test["expected"]?.string, "\(module): \(name)")
    }
  }
}
