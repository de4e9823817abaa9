import Peers
import Testing
import Text

@Suite("The width of a text on the screen")
struct DisplayWidthTests {
  @Test(
    "counts cells, not characters",
    arguments: [
      ("", 0), ("kWh", 3), ("e\u{301}", 1), ("充電", 4), ("한글", 4), ("ｱ", 1), ("Ａ", 2), ("🚗", 2),
      ("⚡️", 2),
      ("👩‍🔧", 2), ("🇩🇪", 2), ("µ°±≤−", 5), ("\u{200B}", 0),
    ])
  func examples(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(
    "is what the Unicode database says, for every character of Unicode 3.2",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func agreesWithPython() throws {
    // The hexagrams became wide with Unicode 16, so that the answer depends on Python's version.
    let changed: ClosedRange<UInt32> = 0x4DC0...0x4DFF
    let trigrams: ClosedRange<UInt32> = 0x2630...0x2637
    let scalars = (0...0x2FFFF).compactMap(Unicode.Scalar.init).filter {
      !changed.contains($0.value) && !trigrams.contains($0.value)
    }
    let script = """
      import sys, unicodedata
      for line in open(sys.argv[1]):
          c = chr(int(line))
          if unicodedata.ucd_3_2_0.category(c) in ('Cn', 'Co'): print('?')
          elif unicodedata.category(c) in ('Mn', 'Me', 'Cf', 'Cc'): print(0)
          else: print(2 if unicodedata.east_asian_width(c) in 'WF' else 1)
      """
    let answers = try Peer.lines(from: script, cases: scalars.map { String($0.value) })
    for (scalar, answer) in zip(scalars, answers) where answer != "?" {
      let width = String(scalar).displayWidth
      if String(width) != answer {
        Issue.record("U+\(String(scalar.value, radix: 16)): \(width), not \(answer)")
      }
    }
  }
}
