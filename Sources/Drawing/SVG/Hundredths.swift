/// A length in hundredths of a point, as SVG files hold it: rounded once, then exact.
struct Hundredths: Equatable, Hashable, Comparable {
  let count: Int

  /// The nearest hundredth; what is no number is nil, what is far off any page is drawn nearer.
  init?(_ points: Double) {
    guard points.isFinite else { return nil }
    count = Int((100 * min(1e7, max(-1e7, points))).rounded())
  }

  init(count: Int) { self.count = count }

  static func - (left: Hundredths, right: Hundredths) -> Hundredths {
    Hundredths(count: left.count - right.count)
  }

  static func < (left: Hundredths, right: Hundredths) -> Bool { left.count < right.count }

  /// The shortest decimal: no leading zero, no zero at the end, no exponent, no minus zero.
  ///
  ///     Hundredths(-0.5)?.text   // "-.5"
  var text: String { String(decoding: digits, as: UTF8.self) }

  var digits: [UInt8] {
    var digits: [UInt8] = []
    append(to: &digits)
    return digits
  }

  func append(to text: inout [UInt8]) {
    if count < 0 { text.append(UInt8(ascii: "-")) }
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: 100)
    if whole > 0 || rest == 0 { text += String(whole).utf8 }
    guard rest > 0 else { return }
    text.append(UInt8(ascii: "."))
    text.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if !rest.isMultiple(of: 10) { text.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }
}

/// A place in hundredths of a point.
struct FinePlace: Equatable {
  let x: Hundredths
  let y: Hundredths
}
