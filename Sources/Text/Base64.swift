/// Bytes as text of 64 characters.
///
///     Base64.text(of: [0x4D, 0x61])   // "TWE="
///
/// Source: S. Josefsson, RFC 4648 (2006), section 4, doi:10.17487/RFC4648.
public enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Returns the text of bytes, with padding.
  public static func text(of bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
      var place = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let known = Swift.min(3, bytes.count - start)
        var group: UInt32 = 0
        for byte in 0..<3 {
          group = group << 8 | (byte < known ? UInt32(bytes[start + byte]) : 0)
        }
        for digit in 0..<4 {
          text[place] =
            digit > known
            ? UInt8(ascii: "=") : digits[Int(group >> (18 - 6 * UInt32(digit)) & 63)]
          place += 1
        }
      }
      return place
    }
  }

  /// Returns the bytes of a text; nothing when it has another character or wrong padding.
  public static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    guard text.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for character in text.dropLast(padding) {
      guard let value = value(of: character) else { return nil }
      bits = (bits << 6 | value) & 0xFF_FFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    let rest = bits & (1 << UInt32(count) - 1)
    return rest == 0 && count == 2 * padding ? bytes : nil
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - 0x41)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - 0x61 + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
