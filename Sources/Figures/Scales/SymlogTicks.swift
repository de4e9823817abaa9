/// Ticks of a symlog axis: zero, and decades to both sides from the threshold on.
struct SymlogTicks {
  let ticks: Ticks

  init(
    _ domain: ClosedRange<Double>, threshold: Double, about count: Int,
    room: Ticks.LabelRoom? = nil
  ) {
    let near = Self.firstDecade(from: threshold)
    let reach = Swift.max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    let far = TenPower.exponent(of: reach)
    let decades = near <= far ? Array(near...far) : []
    let hasZero = domain.contains(0)
    let all = decades.flatMap {
      [TenPower(digits: -1, exponent: $0), .init(digits: 1, exponent: $0)]
    }
    let visible = all.filter { domain.contains($0.value) }
    guard visible.count + (hasZero ? 1 : 0) > 2 else {
      ticks = LinearTicks(domain, about: count, reach: .inside).ticks
      return
    }
    // Counted from the threshold, so that both sides are thinned alike.
    let stride = Swift.max(1, (visible.count + count) / (count + 1))
    let kept = visible.filter { ($0.exponent - near).isMultiple(of: stride) }
    let zero = hasZero ? [Ticks.Tick(value: 0, label: RichText(plain: "0"))] : []
    let major = (LogTicks.labelled(kept) + zero).sorted { $0.value < $1.value }
    let shown = major.map(\.value)
    let sizes = near <= far ? LogTicks.minor(near...far, in: 0...reach) : []
    let minor = (sizes.map { -$0 } + sizes).filter { domain.contains($0) && !shown.contains($0) }
    ticks = Ticks(major: major, minor: minor.sorted())
  }

  private static func firstDecade(from threshold: Double) -> Int {
    let exponent = TenPower.exponent(of: threshold)
    return TenPower.value(1, exponent) < threshold ? exponent + 1 : exponent
  }
}
