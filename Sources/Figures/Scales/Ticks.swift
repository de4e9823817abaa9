/// The marks of an axis, their labels, and what is written once for all of them.
///
///     let ticks = Ticks(for: Scale(.linear, domain: 0...10), about: 5)
///     ticks.major.map(\.label.plainText)   // ["0", "2.5", "5.0", "7.5", "10.0"]
public struct Ticks: Equatable, Sendable {
  /// The marks with labels, in ascending order.
  public var major: [Tick]
  /// The values of the small marks between them, within the domain, in ascending order.
  public var minor: [Double]
  /// What all labels leave out: a power of ten ("×10^{6}") or the rest of a date ("6 Jan 2025").
  public var note: RichText?

  /// Makes ticks of their parts.
  public init(major: [Tick], minor: [Double] = [], note: RichText? = nil) {
    (self.major, self.minor, self.note) = (major, minor, note)
  }

  /// One mark with its label.
  public struct Tick: Equatable, Sendable {
    /// Where it stands.
    public var value: Double
    /// What is written beside it.
    public var label: RichText

    /// Makes a mark.
    public init(value: Double, label: RichText) { (self.value, self.label) = (value, label) }
  }

  /// Whether the outermost ticks may stand outside the domain, or must.
  public enum Reach: Sendable {
    /// None stands outside.
    case inside
    /// The first and the last may stand just outside, when the labels are better for it.
    case near
    /// The first and the last enclose the domain; linear axes only, others stay inside.
    case around
  }

  /// The room that labels have along the axis, for the score of legibility.
  public struct LabelRoom {
    /// The length of the axis, in the same measure as labels.
    public let length: Double
    /// The size of the type.
    public let em: Double
    /// How long a label is along the axis.
    public let extent: (RichText) -> Double

    /// Makes a room.
    public init(length: Double, em: Double, extent: @escaping (RichText) -> Double) {
      (self.length, self.em, self.extent) = (length, em, extent)
    }
  }

  /// Chooses the ticks of a scale.
  ///
  /// As many as are asked for when that gives good ones, else some more or fewer; labels in one axis
  /// always differ. With a room, labels that would run into one another are never chosen, and when no choice
  /// fits there is only the first one.
  public init(
    for scale: Scale, about count: Int = 5, reach: Reach = .inside, room: LabelRoom? = nil
  ) {
    var wanted = Swift.min(50, Swift.max(2, count))
    var ticks = Self.choose(scale, wanted, reach, room)
    while let room, !ticks.fit(room, on: scale), wanted > 2 {
      wanted -= 1
      ticks = Self.choose(scale, wanted, reach, room)
    }
    if let room, !ticks.fit(room, on: scale) { ticks.thin(for: room, on: scale) }
    self = ticks
  }

  private static func choose(
    _ scale: Scale, _ count: Int, _ reach: Reach, _ room: LabelRoom?
  ) -> Ticks {
    switch scale.kind {
    case .linear: LinearTicks(scale.domain, about: count, reach: reach, room: room).ticks
    case .log10: LogTicks(scale.domain, about: count, room: room).ticks
    case .symlog(let threshold):
      SymlogTicks(scale.domain, threshold: threshold, about: count, room: room).ticks
    case .timeOfDay: TimeTicks.timeOfDay(scale.domain, about: count)
    case .date: TimeTicks.date(scale.domain, about: count)
    }
  }

  /// Whether neighbouring labels keep half an em between them.
  private func fit(_ room: LabelRoom, on scale: Scale) -> Bool {
    Self.gaps(major, in: room) { scale.position(of: $0) }.allSatisfy { $0 >= 0.5 * room.em }
  }

  /// The free lengths between neighbouring labels.
  static func gaps(
    _ ticks: [Tick], in room: LabelRoom, position: (Double) -> Double?
  ) -> [Double] {
    zip(ticks, ticks.dropFirst()).map { left, right in
      guard let start = position(left.value), let end = position(right.value) else { return 0 }
      let labels = room.extent(left.label) + room.extent(right.label)
      return (end - start) * room.length - labels / 2
    }
  }

  /// Keeps every second, third or further tick with its label, the others as small marks.
  private mutating func thin(for room: LabelRoom, on scale: Scale) {
    let all = major
    for stride in 2...Swift.max(2, all.count) {
      major = all.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
      if fit(room, on: scale) { break }
    }
    let kept = Set(major.map(\.value))
    minor = (minor + all.map(\.value).filter { !kept.contains($0) }).sorted()
  }
}
