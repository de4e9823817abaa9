import Peers
import Testing
import Text

@Suite("A number as text")
struct NumberTextTests {
  @Test(
    "is rounded as Python rounds it",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func agreesWithPython() throws {
    let values = Self.values(count: 20_000)
    let cases = values.enumerated().map { place, value in
      "\(String(value.bitPattern, radix: 16)) \(place % 25) \(place % 17 + 1)"
    }
    let answers = try Peer.lines(from: Self.script, cases: cases)
    for (place, value) in values.enumerated() {
      let ours = [
        value.text(decimals: place % 25), value.text(significantDigits: place % 17 + 1),
      ].joined(separator: " ")
      #expect(ours == answers[place], "\(value)")
    }
  }

  private static let script = """
    import re, struct, sys
    from decimal import Decimal
    def unsigned(text): return text[1:] if re.fullmatch('-[0.]*', text) else text
    def general(value, digits):
        rounded = Decimal(f'{value:.{digits - 1}e}')
        if not rounded: return '0'
        if not -4 <= rounded.adjusted() <= 15: return f'{value:.{digits}g}'
        text = f'{rounded:f}'
        return text.rstrip('0').rstrip('.') if '.' in text else text
    for line in open(sys.argv[1]):
        bits, decimals, digits = line.split()
        value = struct.unpack('>d', int(bits, 16).to_bytes(8, 'big'))[0]
        print(unsigned(f'{value:.{decimals}f}'), general(value, int(digits)))
    """

  @Test(
    "is the shortest that reads back, as Python's",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func shortestAgreesWithPython() throws {
    let values = Self.values(count: 20_000)
    let script = """
      import struct, sys
      from decimal import Decimal
      for line in open(sys.argv[1]):
          bits, text = line.split()
          value = struct.unpack('>d', int(bits, 16).to_bytes(8, 'big'))[0]
          same = struct.pack('>d', float(text)) == struct.pack('>d', value)
          print('yes' if same and Decimal(text) == Decimal(repr(value)) else text)
      """
    let cases = values.map { "\(String($0.bitPattern, radix: 16)) \($0.shortestText)" }
    let answers = try Peer.lines(from: script, cases: cases)
    #expect(Set(answers) == ["yes"])
    #expect(values.allSatisfy { Double(strictText: $0.shortestText)?.bitPattern == $0.bitPattern })
    let whole = [0, -0.0, 1, -7, 999_999_999, 1e9, -1e15, 1e16, 1e300, .nan, .infinity]
    for value in values + whole {
      var bytes = Array("x".utf8)
      value.appendShortestText(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == "x" + value.shortestText)
    }
  }

  /// Doubles of every size, everyday numbers, ties and their neighbours.
  private static func values(count: Int) -> [Double] {
    var random = FixedRandom(seed: 99)
    let special = [
      0, -0.0, 0.5, 1.5, 2.5, -0.5, 0.125, 0.375, 2.675, 1e15, 1e16, 9_999_999_999_999_998,
      .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, .leastNormalMagnitude, 9.5, 99.5, 0.05, 1e-4, 0.000_099_999, 1e22,
      1e23,
    ]
    return special
      + (special.count..<count).map { place in
        switch place % 4 {
        case 0:
          let value = Double(bitPattern: random.next())
          return value.isFinite ? value : 1
        case 1: return Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 1_000
        case 2: return Double(Int.random(in: -100_000...100_000, using: &random)) / 1_024
        default: return Double.random(in: -1e6...1e6, using: &random)
        }
      }
  }

  @Test(
    "is short and plain",
    arguments: [
      (3.0, "3"), (0.1, "0.1"), (1e-9, "1e-09"), (-0.0, "-0"), (1e15, "1000000000000000"),
      (.nan, "not a number"), (.infinity, "infinite"), (-.infinity, "-infinite"),
    ] as [(Double, String)])
  func shortest(value: Double, text: String) {
    #expect(value.shortestText == text)
  }

  @Test("has no minus when it is zero after rounding")
  func minusZero() {
    #expect((-0.0).text(decimals: 0) == "0")
    #expect((-0.0).text(decimals: 2) == "0.00")
    #expect((-0.004).text(decimals: 2) == "0.00")
    #expect((-0.006).text(decimals: 2) == "-0.01")
    #expect((-0.0).text(significantDigits: 3) == "0")
  }

  @Test("says in words what is not finite")
  func notFinite() {
    #expect(Double.nan.text(decimals: 2) == "not a number")
    #expect(Double.infinity.text(significantDigits: 2) == "infinite")
    #expect((-Double.infinity).groupedText(decimals: 1) == "-infinite")
  }

  @Test(
    "sets thousands apart",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"), (-100, "-100"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func grouping(value: Int, text: String) {
    #expect(value.groupedText(separator: ",") == text)
    #expect(value.groupedText == text.split(separator: ",").joined(separator: "\u{202F}"))
  }

  @Test("sets the thousands of a fraction apart before the point only")
  func groupedFraction() {
    #expect(12_345.678_9.groupedText(decimals: 4, separator: ",") == "12,345.6789")
    #expect((-999.96).groupedText(decimals: 1) == "-1\u{202F}000.0")
  }
}
