import Drawing
import Figures
import Foundation
import Peers

/// A Chromium that shows what we write, driven by Playwright.
enum Browser {
  /// Why a test was skipped.
  static let missing = "skipped: there is no Chromium, or the peers have no Playwright"

  /// Whether there is one.
  static let isThere: Bool = {
    guard Peer.isThere, let answer = try? Peer.lines(from: find + "print(where)") else {
      return false
    }
    return answer.count == 1 && answer != ["None"]
  }()

  private static let find = """
    import shutil, sys
    names = ('chromium', 'chromium-browser', 'google-chrome')
    where = next((shutil.which(n) for n in names if shutil.which(n)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        where = None

    """

  /// Opens a file with twice as many dots as a page has, and returns what a script about `page` prints.
  static func lines(opening path: String, _ script: String) throws -> [String] {
    let inner = script.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return try Peer.lines(
      from: find + """
        path = open(sys.argv[1]).read().strip()
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path=where, args=['--no-sandbox'])
            page = browser.new_page(viewport=dict(width=900, height=700), device_scale_factor=2)
            page.goto('file://' + path)
            page.evaluate('document.fonts.ready.then(() => 1)')
        \(inner)
            browser.close()
        """, cases: [path])
  }
}

/// A file for other programs to read.
struct TemporaryFile {
  let path: String

  init(_ bytes: [UInt8], ending: String) throws {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appending(path: "\(UUID().uuidString).\(ending)").path
    try Data(bytes).write(to: URL(filePath: path))
  }

  init(_ text: String, ending: String) throws { try self.init(Array(text.utf8), ending: ending) }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A page with figures in it, such as a report has.
struct HTMLPage {
  private let file: TemporaryFile
  var path: String { file.path }

  init(of scenes: [Scene]) throws {
    let figures = scenes.enumerated().map {
      "<figure>" + SVGFile.inlineText(of: $1, idPrefix: "fig-\($0)-") + "</figure>"
    }
    file = try TemporaryFile(
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><style>
      \(SVGFile.styleSheet)</style></head><body>\(figures.joined())</body></html>
      """, ending: "html")
  }

  func remove() { file.remove() }
}

extension String {
  /// The text as a Python literal.
  var quotedForPython: String {
    "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
