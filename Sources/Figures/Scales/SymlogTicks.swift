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
    var major = (LogTicks.labelled(kept) + zero).sorted { $0.value < $1.value }
    if let room {
      let all = LogTicks.labelled(visible) + zero
      major = Self.fitting(all, Scale(.symlog(threshold: threshold), domain: domain), room)
    }
    let shown = major.map(\.value)
    let sizes = near <= far ? LogTicks.minor(near...far, in: 0...reach) : []
    let others = visible.map(\.value).filter { !shown.contains($0) }
    let minor = (sizes.map { -$0 } + sizes + others).filter {
      domain.contains($0) && !shown.contains($0)
    }
    ticks = Ticks(major: major, minor: minor.sorted())
  }

  /// Zero first, then the decades from the outermost inward, as far as their labels keep half an em between them.
  private static func fitting(
    _ ticks: [Ticks.Tick], _ scale: Scale, _ room: Ticks.LabelRoom
  ) -> [Ticks.Tick] {
    let order = ticks.sorted { left, right in
      guard left.value != 0, right.value != 0 else { return left.value == 0 && right.value != 0 }
      return (left.value.magnitude, left.value) > (right.value.magnitude, right.value)
    }
    var kept: [(tick: Ticks.Tick, place: Double)] = []
    for tick in order {
      guard let share = scale.position(of: tick.value) else { continue }
      let place = share * room.length
      let isFree = kept.allSatisfy { other in
        let reach = (room.extent(tick.label) + room.extent(other.tick.label)) / 2
        return (place - other.place).magnitude >= reach + 0.5 * room.em
      }
      if isFree { kept.append((tick, place)) }
    }
    return kept.map(\.tick).sorted { $0.value < $1.value }
  }

  private static func firstDecade(from threshold: Double) -> Int {
    let exponent = TenPower.exponent(of: threshold)
    return TenPower.value(1, exponent) < threshold ? exponent + 1 : exponent
  }
}
