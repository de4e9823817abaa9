import Peers
import Testing
import Text

@Suite("A number read from text")
struct StrictNumberTests {
  @Test(
    "is accepted as plain decimal",
    arguments: [
      ("0", 0.0), ("007", 7), ("+1.5", 1.5), ("-.5", -0.5), ("1e3", 1000), ("2.5E-1", 0.25),
      ("1e-400", 0), ("9007199254740993", 9_007_199_254_740_992), (".5e+1", 5),
    ])
  func accepted(text: String, value: Double) {
    #expect(Double(strictText: text) == value)
  }

  @Test(
    "is refused as anything else",
    arguments: [
      "", "+", "-", ".", "5.", "e5", "1e", "1e+", "inf", "nan", "infinity", "0x10", "1_000", " 1",
      "1 ",
      "1,5", "1e400", "-1e309", "--1", "1.2.3", "٣", "1\u{301}", "½", "1\u{0}",
    ])
  func refused(text: String) {
    #expect(Double(strictText: text) == nil)
    #expect(Int(strictText: text) == nil)
  }

  @Test("is whole where a whole number is wanted, within the range of Int")
  func whole() {
    #expect(Int(strictText: "-12") == -12)
    #expect(Int(strictText: "+7") == 7)
    #expect(Int(strictText: "9223372036854775807") == .max)
    #expect(Int(strictText: "9223372036854775808") == nil)
    #expect(Int(strictText: "1.0") == nil)
    #expect(Int(strictText: "1e3") == nil)
  }

  @Test(
    "is the nearest double, as Python reads it",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func nearest() throws {
    var random = FixedRandom(seed: 3)
    let texts = (0..<10_000).map { _ in
      let digits = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }
      return "0." + digits.joined() + "e\(Int.random(in: -330...300, using: &random))"
    }
    let script = """
      import struct, sys
      for line in open(sys.argv[1]): print('%x' % struct.unpack('>Q', struct.pack('>d', float(line)))[0])
      """
    let answers = try Peer.lines(from: script, cases: texts)
    for (text, answer) in zip(texts, answers) {
      let value = try #require(Double(strictText: text))
      #expect(String(value.bitPattern, radix: 16) == answer, "\(text)")
    }
  }
}
