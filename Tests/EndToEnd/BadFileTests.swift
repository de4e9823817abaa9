import Foundation
import Testing

@Suite("A file of no use") struct BadFileTests {
  private let scratch = Scratch()

  struct Case: Sendable, CustomTestStringConvertible {
    let option: String
    let content: [UInt8]
    let says: [String]
    var testDescription: String { "\(option) \(says)" }

    init(_ option: String, _ content: String, _ says: String...) {
      self.init(option, Array(content.utf8), says)
    }

    init(_ option: String, _ content: [UInt8], _ says: [String]) {
      self.option = option
      self.content = content
      self.says = says
    }
  }

  static let cases: [Case] = [
    Case("--scenario", "", "file"),
    Case("--scenario", "{\"arrivals\": 8", "file:1:"),
    Case(
      "--scenario", "{\n  \"arrivls\": 8\n}", "file:2:3", "\"arrivls\"",
      "Did you mean \"arrivals\"?"),
    Case("--scenario", "{\"arrivals\": -8}", "file:1:14", "\"arrivals\"", "out of range"),
    Case("--scenario", "{\"arrivals\": \"many\"}", "file:1:14", "a number", "a text"),
    Case("--scenario", "{\"arrivals\": NaN}", "file:1:14"),
    Case(
      "--scenario", "{\"service\": \"exponentail\"}", "file:1:13", "did you mean \"exponential\"?"),
    Case("--scenario", "{\"arrivals\": 1, \"arrivals\": 2}", "twice"),
    Case("--scenario", "[1, 2]", "object"),
    Case("--scenario", [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff], ["file:1:", "UTF-8"]),
    Case("--service", "", "file"),
    Case("--service", "minutes\n", "no numbers"),
    Case("--service", "minutes\n10\n-3\n", "file:3:1", "-3"),
    Case("--service", "minutes\n10\nten\n", "file:3:1", "\"ten\" is not a number"),
    Case("--service", "minutes\n10\nnan\n", "file:3:1"),
    Case("--service", "a,b\n1,2\n", "minutes"),
    Case("--service", "minutes\n\"10\n", "file:2:1"),
    Case("--service", [0x1f, 0x8b, 0x08, 0, 0xff, 0xfe, 0x0a], ["file:1:"]),
    Case("--service", "0\n0\n", "all charging times are zero"),
    Case("--pattern", "1\n2\n3\n", "24 hours"),
    Case("--pattern", String(repeating: "0\n", count: 24), "nobody comes"),
    Case(
      "--pattern", String(repeating: "1\n", count: 23) + "-1\n", "file:24:1", "-1 is not a rate"),
  ]

  @Test("is named with line and column, ends with 65 and leaves nothing", arguments: cases)
  func badFile(_ example: Case) throws {
    try Data(example.content).write(to: scratch.url("file.csv"))
    let answer = try Evtools.run(quick + [example.option, "file.csv"], in: scratch.folder)
    #expect(answer.code == 65, "\(answer.err)")
    for text in example.says {
      let expected = text.hasPrefix("file:") ? "file.csv:" + text.dropFirst(5) : text
      #expect(answer.err.contains(expected), "\(answer.err)")
    }
    #expect(answer.out.isEmpty)
    #expect(scratch.names("output").isEmpty)
  }

  @Test("can also be a folder")
  func folder() throws {
    let answer = try Evtools.run(["queue", "--service", "./"], in: scratch.folder)
    #expect(answer.code == 65)
    #expect(answer.err.contains("folder"))
  }

  @Test("is survived whatever its bytes are")
  func fuzz() throws {
    let seeds = [
      "{\"arrivals\": 8, \"chargers\": \"2-3\", \"customers\": 200, \"replications\": 2}",
      "minutes\n10\n20\n",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for turn in 0..<400 {
      var bytes = Array(seeds[turn % 2].utf8)
      for _ in 0...next(4) {
        switch next(3) {
        case 0: bytes.insert(UInt8(next(256)), at: next(bytes.count + 1))
        case 1 where bytes.count > 1: bytes.remove(at: next(bytes.count))
        default: if !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
        }
      }
      try Data(bytes).write(to: scratch.url("file.csv"))
      let option = turn % 2 == 0 ? "--scenario" : "--service"
      let answer = try Evtools.run(
        ["queue", "-q", option, "file.csv", "--output", "o"]
          + (turn % 2 == 0 ? [] : ["-c", "2", "-n", "100", "-r", "2"]),
        in: scratch.folder)
      #expect([0, 65, 64].contains(answer.code), "\(bytes): \(answer.code) \(answer.err)")
      #expect(!answer.wasKilled, "\(bytes)")
    }
  }
}
