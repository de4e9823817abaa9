import Peers
import Testing
import Text

@Suite("The JSON reader, given mutated documents")
struct JSONFuzzTests {
  @Test(
    "accepts and understands what Python's json module does",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func agreesWithPython() throws {
    let documents = Self.mutatedDocuments(count: 12_000)
    let verdicts = try Peer.lines(from: Self.script, cases: documents.map(\.hex))
    var accepted = 0
    for (document, verdict) in zip(documents, verdicts) {
      let ours = (try? JSONReader.read(document)).map { "yes " + fingerprint($0.json) } ?? "no"
      #expect(ours == verdict, "\(document.hex): \(String(decoding: document, as: UTF8.self))")
      accepted += ours == "no" ? 0 : 1
    }
    #expect(accepted > 1_000 && accepted < 11_000, "both verdicts must be frequent")
  }

  /// The value in a form that both languages write alike: numbers by their bits, strings by their bytes.
  private func fingerprint(_ value: JSON) -> String {
    switch value {
    case .null: "n"
    case .bool(let value): value ? "t" : "f"
    case .integer(let value): "d" + String(Double(value).bitPattern, radix: 16)
    case .number(let value): "d" + String((value == 0 ? 0 : value).bitPattern, radix: 16)
    case .string(let value): "s" + value.utf8.hex
    case .array(let values): "[" + values.map(fingerprint).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { $0.key.utf8.hex + ":" + fingerprint($0.value) }.joined(separator: ",")
        + "}"
    }
  }

  private static let script = """
    import json, struct, sys
    if hasattr(sys, 'set_int_max_str_digits'): sys.set_int_max_str_digits(0)
    def no(*_): raise ValueError
    def number(text):
        value = float(text)
        if value in (float('inf'), float('-inf')): no()
        return value
    def members(pairs):
        if len({key for key, _ in pairs}) < len(pairs): no()
        return pairs and ('object', pairs) or ('object', [])
    def fingerprint(value):
        if value is None: return 'n'
        if value is True: return 't'
        if value is False: return 'f'
        if isinstance(value, float): return 'd%x' % struct.unpack('>Q', struct.pack('>d', value + 0.0))
        if isinstance(value, str): return 's' + value.encode('utf-8').hex()
        if isinstance(value, list): return '[' + ','.join(map(fingerprint, value)) + ']'
        return '{' + ','.join(k.encode('utf-8').hex() + ':' + fingerprint(v) for k, v in value[1]) + '}'
    for line in open(sys.argv[1]):
        try:
            text = bytes.fromhex(line.strip()).decode('utf-8')
            value = json.loads(text, strict=True, parse_constant=no, parse_float=number,
                               parse_int=number, object_pairs_hook=members)
            print('yes ' + fingerprint(value))
        except (ValueError, RecursionError):
            print('no')
    """

  private static let seeds = [
    #"{"seed": 7, "loads": [0.5, 0.9, -1.25e-3], "name": "caf\u00e9 \ud83d\ude97", "on": true}"#,
    "[null, true, false, 0, -0, 1E+2, 12345678901234567890, \"\", {}, []]",
    "{\"a\": {\"b\": [[1], [2, [3]]]}, \"é🚗\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
    "  [1e308, 1e-320, 0.1, 9007199254740993, 123456789.123456789e10]\r\n",
    "\"plain\"", "-12.5e-2", "{\"x\":1,\"y\":2,\"x2\":3}",
  ]

  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\udE97", "\\u0061", "\\n", "0",
      "1", "9", "00", "-", "+", ".", "e", "E", "e400", "null", "true", "NaN", "Infinity", "/", "//",
      "'", " ", "\n", "\t", "\u{B}", "\u{A0}", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}",
      "é", "٣", "🚗", "\"a\":", "\"x\":1", "1e999", "1.5",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3], [0xF4, 0x90, 0x80, 0x80],
    ]

  private static func mutatedDocuments(count: Int) -> [[UInt8]] {
    var random = FixedRandom(seed: 20_260_101)
    return (0..<count).map { _ in
      var document = Array(random.pick(seeds).utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) { mutate(&document, &random) }
      return document
    }
  }

  private static func mutate(_ document: inout [UInt8], _ random: inout FixedRandom) {
    let start = Int.random(in: 0...document.count, using: &random)
    let end = min(document.count, start + Int.random(in: 0...4, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: document.removeSubrange(start..<end)
    case 1: document.insert(contentsOf: random.pick(pieces), at: start)
    case 2: document.replaceSubrange(start..<end, with: random.pick(pieces))
    case 3: document.insert(contentsOf: document[start..<end], at: start)
    case 4: document.removeSubrange(start...)
    default:
      let digits: [UInt8] = [0x30, 0x37, 0x39, 0x2E, 0x65, 0x20]
      document.insert(random.pick(digits), at: start)
    }
  }
}
