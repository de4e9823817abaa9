import Text

/// The labels of numbers in one axis: as many decimals as all need, and a common power of ten set apart.
enum TickLabels {
  /// Labels numbers that are exact in decimal.
  ///
  /// Sizes from 1e6 and below 1e-3 are written in a common power of ten.
  static func ticks(_ numbers: [TenPower]) -> (ticks: [Ticks.Tick], note: RichText?) {
    let values = numbers.map(\.value)
    let largest = values.map(\.magnitude).max() ?? 0
    let exponent = TenPower.exponent(of: largest)
    let factor = largest > 0 && !(-3...5).contains(exponent) ? exponent : 0
    let places = numbers.map { factor - lastPlace(of: $0, factor) }
    let decimals = Swift.max(0, places.max() ?? 0)
    let ticks = zip(numbers, values).map { number, value in
      let shown = TenPower.value(number.digits, number.exponent - factor)
      return Ticks.Tick(value: value, label: RichText(plain: text(shown, decimals: decimals)))
    }
    return (ticks, factor == 0 ? nil : RichText(plain: "×") + power(factor))
  }

  /// The power of ten of the last digit that is not 0.
  private static func lastPlace(of number: TenPower, _ factor: Int) -> Int {
    guard number.digits != 0 else { return factor }
    var (digits, exponent) = (number.digits, number.exponent)
    while digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    return exponent
  }

  /// A number with a true minus, and thin spaces between thousands from five digits on.
  static func text(_ value: Double, decimals: Int) -> String {
    let plain =
      value.magnitude >= 10_000
      ? value.groupedText(decimals: decimals) : value.text(decimals: decimals)
    return plain.first == "-" ? "\u{2212}" + plain.dropFirst() : plain
  }

  /// A power of ten, such as 10 with a raised −3.
  static func power(_ exponent: Int) -> RichText {
    RichText(runs: [
      .init("10"), .init(text(Double(exponent), decimals: 0), scripts: [.superscript]),
    ])
  }

  /// A `Double` as the shortest decimal that reads back as it.
  static func nearest(_ value: Double) -> TenPower {
    let exponent = TenPower.exponent(of: value) - 14
    let scaled = value / TenPower.value(1, exponent)
    return TenPower(digits: scaled.isFinite ? Int(scaled.rounded()) : 0, exponent: exponent)
  }
}
