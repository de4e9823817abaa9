/// How far the values of a panel reach along both axes.
struct Reach {
  var x = Extremes()
  var y = Extremes()

  /// The least and the greatest of values, without keeping them.
  struct Extremes {
    private(set) var least = Double.infinity
    private(set) var greatest = -Double.infinity
    private(set) var leastPositive = Double.infinity
    /// Whether marks stand on zero, so that it has to be the edge.
    var standsOnZero = false
    /// Whether marks fill the axis from end to end and want no room beside them.
    var wantsNoRoom = true

    mutating func take(_ value: Double) {
      guard value.isFinite else { return }
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
      if value > 0 { leastPositive = Swift.min(leastPositive, value) }
    }

    mutating func take(_ values: [Double]) {
      for value in values { take(value) }
    }

    /// The few values that span the same.
    var values: [Double] { [least, leastPositive, greatest].filter(\.isFinite) }

    mutating func merge(_ other: Extremes) {
      take(other.values)
      standsOnZero = standsOnZero || other.standsOnZero
      wantsNoRoom = wantsNoRoom && other.wantsNoRoom
    }
  }

  /// Values along one axis of bars, boxes and the like, whose other axis holds their places.
  mutating func take(places: [Double], values: [Double], _ direction: Direction) {
    if direction == .vertical {
      x.take(places)
      y.take(values)
    } else {
      y.take(places)
      x.take(values)
    }
  }
}

extension Axis {
  /// The scale of this axis for data of a reach.
  func scale(for reach: Reach.Extremes) -> Scale {
    if let names = categoryNames {
      return Scale(.linear, domain: -0.5...(Double(Swift.max(1, names.count)) - 0.5))
    }
    let kind = scaleKind
    var values = reach.values
    let standsOnZero = (includesZero || reach.standsOnZero) && kind != .log10
    if standsOnZero { values.append(0) }
    var scale = Scale(kind, covering: values)
    if !reach.wantsNoRoom, scale.fallback == nil {
      scale = scale.withRoom(keepingZero: standsOnZero)
    }
    let low = from.flatMap { $0.isFinite ? $0 : nil }
    let high = to.flatMap { $0.isFinite ? $0 : nil }
    guard low != nil || high != nil else { return scale }
    let ends = (
      low ?? Swift.min(scale.domain.lowerBound, high ?? 0),
      high ?? Swift.max(scale.domain.upperBound, low ?? 0)
    )
    guard ends.0 < ends.1, kind != .log10 || ends.0 > 0 else { return scale }
    return Scale(kind, domain: ends.0...ends.1)
  }

  private var scaleKind: Scale.Kind {
    switch kind {
    case .linear, .categories: .linear
    case .log10: .log10
    case .symlog(let threshold): .symlog(threshold: threshold)
    case .timeOfDay: .timeOfDay
    case .date: .date
    }
  }
}

extension Scale {
  /// A little more than the data take, so that none lies on the frame; never beyond a zero that marks stand on.
  fileprivate func withRoom(keepingZero: Bool) -> Scale {
    let share = 0.04
    func beyond(_ place: Double) -> Double {
      let middle = value(at: 0.5)
      switch kind {
      case .linear, .timeOfDay, .date:
        let length = domain.upperBound - domain.lowerBound
        return length.isFinite ? domain.lowerBound + place * length : value(at: place)
      case .log10:
        // Equal steps for equal ratios: as far beyond the end as the mirror image is within.
        let inner = value(at: place < 0 ? -place : 2 - place)
        return place < 0
          ? domain.lowerBound * (domain.lowerBound / inner)
          : domain.upperBound * (domain.upperBound / inner)
      case .symlog:
        return place < 0
          ? domain.lowerBound - 0.15
            * Swift.max(domain.lowerBound.magnitude, middle.magnitude * 0.01)
          : domain.upperBound + 0.15
            * Swift.max(domain.upperBound.magnitude, middle.magnitude * 0.01)
      }
    }
    let low = keepingZero && domain.lowerBound >= 0 ? domain.lowerBound : beyond(-share)
    let high = keepingZero && domain.upperBound <= 0 ? domain.upperBound : beyond(1 + share)
    guard low.isFinite, high.isFinite, low < high, kind != .log10 || low > 0 else { return self }
    return Scale(kind, domain: low...high)
  }
}
