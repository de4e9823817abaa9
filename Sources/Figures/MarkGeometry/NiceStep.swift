import Numerics

/// A step of 1, 2, 2.5 or 5 times a power of ten, whose multiples carry no float noise.
struct NiceStep: Equatable {
  private let step: TenPower

  /// The step, correctly rounded.
  var value: Double { step.value }

  /// The step nearest to a length by ratio; nil for a length that is not positive and finite.
  init?(near length: Double) {
    guard length > 0, length.isFinite else { return nil }
    let exponent = TenPower.exponent(of: length)
    let steps = [10, 20, 25, 50, 100].map { TenPower(digits: $0, exponent: exponent - 1) }
    func ratio(_ step: TenPower) -> Double {
      Swift.max(step.value / length, length / step.value)
    }
    guard
      let best = steps.filter({ $0.value > 0 && $0.value.isFinite })
        .min(by: { ratio($0) < ratio($1) })
    else { return nil }
    step = best
  }

  private init(_ step: TenPower) { self.step = step }

  /// The next longer step.
  var longer: NiceStep {
    switch step.digits {
    case 10: NiceStep(TenPower(digits: 20, exponent: step.exponent))
    case 20: NiceStep(TenPower(digits: 25, exponent: step.exponent))
    case 25: NiceStep(TenPower(digits: 50, exponent: step.exponent))
    case 50: NiceStep(TenPower(digits: 100, exponent: step.exponent))
    default: NiceStep(TenPower(digits: 20, exponent: step.exponent + 1))
    }
  }

  /// How many steps there are about between two values; infinite where no whole number could tell.
  func count(from low: Double, to high: Double) -> Double {
    guard Swift.max(-low, high) / value < 0x1p53 else { return .infinity }
    return (high / value).rounded(.up) - (low / value).rounded(.down)
  }

  /// The multiples from the last not above *low* to the first not below *high*; at most 10 000.
  func multiples(from low: Double, to high: Double) -> [Double] {
    guard count(from: low, to: high) <= 10_000 else { return [] }
    var first = Int((low / value).rounded(.down))
    var last = Int((high / value).rounded(.up))
    while multiple(first) > low { first -= 1 }
    while multiple(first + 1) <= low { first += 1 }
    while multiple(last) < high { last += 1 }
    while last - 1 > first, multiple(last - 1) >= high { last -= 1 }
    return (first...last).map(multiple)
  }

  private func multiple(_ number: Int) -> Double {
    TenPower.value(number * step.digits, step.exponent)
  }
}
