import Numerics

/// Whole numbers times powers of ten, of which ticks are made so that none carries float noise.
struct TenPower: Equatable {
  let digits: Int
  let exponent: Int

  /// The nearest `Double`, correctly rounded.
  var value: Double { Self.value(digits, exponent) }

  static func value(_ digits: Int, _ exponent: Int) -> Double {
    Double("\(digits)e\(exponent)") ?? 0
  }

  /// The largest whole number *n* with 10^*n* not above a size that is not 0.
  static func exponent(of size: Double) -> Int {
    let size = size.magnitude
    guard size > 0, size.isFinite else { return 0 }
    var exponent = Int((Double.log(size) / Double.log(10)).rounded(.down))
    while value(1, exponent) > size { exponent -= 1 }
    while value(1, exponent + 1) <= size { exponent += 1 }
    return exponent
  }
}
