/// Ticks of a logarithmic axis: decades; with few decades also 2 and 5, with none the linear ones.
struct LogTicks {
  let ticks: Ticks

  init(_ domain: ClosedRange<Double>, about count: Int, room: Ticks.LabelRoom? = nil) {
    let first = TenPower.exponent(of: domain.lowerBound)
    let last = TenPower.exponent(of: domain.upperBound)
    let decades = (first...last).filter { domain.contains(TenPower.value(1, $0)) }
    let isFew = decades.count < 3
    let digits = isFew ? [1, 2, 5] : [1]
    let numbers = (first...last).flatMap { decade in
      digits.map { TenPower(digits: $0, exponent: decade) }
    }.filter { domain.contains($0.value) }
    guard numbers.count > 2 else {
      ticks = LinearTicks(domain, about: count, reach: .inside).ticks
      return
    }
    let isCrowded = isFew && numbers.count > count + 2 && decades.count > 1
    let kept =
      isCrowded
      ? numbers.filter { $0.digits == 1 }
      : isFew ? numbers : Self.thinned(numbers, to: count)
    let shown = kept.map(\.value)
    ticks = Ticks(
      major: Self.labelled(kept),
      minor: Self.minor(first...last, in: domain).filter { !shown.contains($0) })
  }

  /// Every second, third or further decade, counted from 10^0, so that there are not many more than wanted.
  static func thinned(_ numbers: [TenPower], to count: Int) -> [TenPower] {
    let stride = Swift.max(1, (numbers.count + count) / (count + 1))
    let kept = numbers.filter { $0.exponent.isMultiple(of: stride) }
    return kept.count > 1 ? kept : [numbers[0], numbers[numbers.count - 1]]
  }

  /// Labels as plain numbers from 0.001 to 10 000, else as powers of ten.
  static func labelled(_ numbers: [TenPower]) -> [Ticks.Tick] {
    let isPlain = numbers.allSatisfy { (-3...4).contains($0.exponent) }
    return numbers.map { number in
      let decimals = Swift.max(0, -number.exponent)
      let plain = RichText(plain: TickLabels.text(number.value, decimals: decimals))
      return Ticks.Tick(value: number.value, label: isPlain ? plain : power(number))
    }
  }

  private static func power(_ number: TenPower) -> RichText {
    let power = TickLabels.power(number.exponent)
    let sign = number.digits < 0 ? "\u{2212}" : ""
    let digits = number.digits.magnitude
    return RichText(plain: digits == 1 ? sign : sign + "\(digits)×") + power
  }

  /// 2 to 9 of each decade, or the decades when there are more than 12.
  static func minor(_ exponents: ClosedRange<Int>, in domain: ClosedRange<Double>) -> [Double] {
    let digits = exponents.count > 12 ? 1...1 : 1...9
    guard exponents.count <= 60 else { return [] }
    return exponents.flatMap { exponent in
      digits.map { TenPower.value($0, exponent) }
    }.filter { domain.contains($0) }
  }
}
