import Foundation
import Peers

/// Chromium, driven by the peers' Playwright.
enum Browser {
  static let missing = "skipped: there is no Chromium, or no peer environment to drive it"

  static let isThere = Peer.isThere && path != nil

  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return (["/usr/bin"] + folders.map(String.init)).flatMap { folder in
      ["chromium", "chromium-browser", "google-chrome"].map { folder + "/" + $0 }
    }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Runs a script that has `browser`, `Axe`, `arguments` and `say(name, value)`; returns what it said by name.
  static func answers(to script: String, _ arguments: [String]) throws -> [String: String] {
    let lines = try Peer.lines(
      from: preamble
        + script.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    " + $0 + "\n" }.joined(), cases: [path ?? ""] + arguments)
    return Dictionary(
      lines.compactMap { line -> (String, String)? in
        guard let blank = line.firstIndex(of: "\t") else { return nil }
        return (String(line[..<blank]), String(line[line.index(after: blank)...]))
      }
    ) { $0 + "; " + $1 }
  }

  private static let preamble = """
    import json, sys
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    path, *arguments = open(sys.argv[1]).read().split("\\n")[:-1]
    def say(name, value):
        print(name, value if isinstance(value, str) else json.dumps(value), sep="\\t")
    def violations(page):
        found = Axe().run(page).response["violations"]
        return [(v["id"], v["nodes"][0]["target"]) for v in found]
    def watch(page, troubles):
        page.on("console", lambda m: troubles.append("console: " + m.text))
        page.on("pageerror", lambda e: troubles.append("error: " + str(e)))
        page.on("dialog", lambda d: (troubles.append("dialog: " + d.message), d.dismiss()))
    def watch_requests(page, address, outside):
        page.on("request", lambda r: None if r.url == address or r.url.startswith("data:") else outside.append(r.url))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])

    """
}
