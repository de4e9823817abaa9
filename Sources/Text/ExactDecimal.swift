/// The exact decimal digits of a finite `Double`, of which rounding then takes as many as wanted.
///
/// Every finite `Double` is *m* · 2^*e* with whole *m* and so has an end in decimal as well: for negative *e*
/// it is *m* · 5^(-*e*) / 10^(-*e*). The digits are those of one whole number, computed without any
/// rounding, so that rounding afterwards is right for every value: there is no second rounding.
struct ExactDecimal {
  /// The digits from the most significant, without zeros at the start; empty for zero.
  private(set) var digits: [UInt8]

  /// How many digits stand before the point; negative when zeros follow it.
  private(set) var pointPlace: Int

  init(magnitudeOf value: Double) {
    precondition(value.isFinite, "Only a finite number has digits.")
    guard value != 0 else {
      (digits, pointPlace) = ([], 0)
      return
    }
    let isSubnormal = value.exponentBitPattern == 0
    let significand = value.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let exponent = max(1, Int(value.exponentBitPattern)) - 1075
    let zeros = significand.trailingZeroBitCount
    var whole = WholeNumber(significand >> UInt64(zeros))
    let power = exponent + zeros
    whole.multiply(by: power < 0 ? 5 : 2, times: abs(power))
    digits = whole.decimalDigits()
    pointPlace = digits.count - max(0, -power)
  }

  /// The power of ten of the first digit.
  var exponent: Int { digits.isEmpty ? 0 : pointPlace - 1 }

  /// Keeps some digits from the first and rounds to nearest, ties to even.
  ///
  /// May be asked for no digit or a place before the first one, as when 0.6 is rounded to a whole number.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let isUp = roundsUp(at: count)
    digits.removeSubrange(count...)
    guard isUp else { return }
    var place = count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      pointPlace += 1
    }
  }

  private func roundsUp(at place: Int) -> Bool {
    guard digits[place] == 5 else { return digits[place] > 5 }
    guard digits[(place + 1)...].allSatisfy({ $0 == 0 }) else { return true }
    return place > 0 && digits[place - 1] % 2 == 1
  }

  /// The digit at a power of ten, zero outside those that are kept.
  private func digit(atPower power: Int) -> UInt8 {
    let place = pointPlace - 1 - power
    return digits.indices.contains(place) ? digits[place] : 0
  }

  /// The digits before and after the point, with as many after it as wanted.
  func positionalText(decimals: Int) -> String {
    let highest = max(0, pointPlace - 1)
    var bytes = (0...highest).reversed().map { Ascii.zero + digit(atPower: $0) }
    if decimals > 0 {
      bytes.append(Ascii.point)
      for place in 1...decimals { bytes.append(Ascii.zero + digit(atPower: -place)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
