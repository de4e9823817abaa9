/// Where a contour line is interrupted for its label.
///
///     let labels = ContourLabelPlace.places(on: lines, widths: widths, height: 6)
///     for label in labels { lines[label.line].cut(label.gap) }   // draw these
///
/// The label stands on the straightest stretch of its line, near the middle of the line among
/// equals, where neither another line nor another label is in its way. All in points.
public struct ContourLabelPlace: Equatable, Sendable {
  /// Which of the lines it is on.
  public let line: Int
  /// The middle of the label.
  public let centre: Point
  /// How the label is turned, in degrees clockwise: from −90, which reads upward, up to 90.
  public let angle: Double
  /// What it takes of the line, as distances along it; may run past the end of a closed line.
  public let gap: ClosedRange<Double>

  /// Finds places for labels of some widths, one for each line, and of one height.
  ///
  /// Lines shorter than *factor* times their gap, and lines without a free place, get none.
  ///
  /// - Parameters:
  ///   - lines: The contour lines of all levels.
  ///   - widths: The width of each line's label.
  ///   - height: The height of a label.
  ///   - margin: The room kept free around a label.
  ///   - factor: How many times longer than its gap a line must be.
  ///   - area: Where labels must stay inside; anywhere when nil.
  /// - Returns: The places, in the order of their lines.
  public static func places(
    on lines: [Polyline], widths: [Double], height: Double, margin: Double = 1.5,
    factor: Double = 2, within area: Rectangle? = nil
  ) -> [ContourLabelPlace] {
    precondition(lines.count == widths.count, "Each line has a width of its label.")
    let boxes = lines.map { Rectangle(around: $0.points) }
    var taken: [TurnedBox] = []
    var places: [ContourLabelPlace] = []
    for index in lines.indices {
      let search = LabelSearch(
        line: lines[index], width: widths[index] + 2 * margin, factor: factor)
      for candidate in search.candidates {
        let room = TurnedBox(
          centre: candidate.centre, direction: candidate.direction,
          width: widths[index] + 2 * margin, height: height + 2 * margin)
        guard let around = Rectangle(around: room.corners), area?.contains(around) ?? true,
          !taken.contains(where: room.meets)
        else { continue }
        let rest = lines[index].cut(candidate.inside)
        let isFree =
          !rest.contains { Self.runs($0, through: room) }
          && !lines.indices.contains { other in
            other != index && boxes[other].map { $0.intersection(around) != nil } ?? false
              && Self.runs(lines[other], through: room)
          }
        guard isFree else { continue }
        taken.append(room)
        places.append(
          ContourLabelPlace(
            line: index, centre: candidate.centre, angle: Self.upright(candidate.direction),
            gap: candidate.gap))
        break
      }
    }
    return places
  }

  private static func runs(_ line: Polyline, through room: TurnedBox) -> Bool {
    let points = ArcLength(line).points
    return points.indices.dropFirst().contains {
      room.meets(LineSegment(from: points[$0 - 1], to: points[$0]))
    }
  }

  /// The angle of a direction or its opposite, whichever is read without turning the head over.
  private static func upright(_ direction: Point) -> Double {
    let angle = PlaneAngle.degrees(x: direction.x, y: direction.y)
    if angle < 90 { return angle }
    return angle < 270 ? angle - 180 : angle - 360
  }
}

/// The stretches of a line on which a label could stand, the best first.
private struct LabelSearch {
  private(set) var candidates: [Candidate] = []

  struct Candidate {
    let centre: Point
    let direction: Point
    let gap: ClosedRange<Double>
    /// The gap and a little more, whose rest must keep off the label.
    let inside: ClosedRange<Double>
    fileprivate let bend: Double
    fileprivate let offCentre: Double
  }

  init(line: Polyline, width: Double, factor: Double) {
    let arc = ArcLength(line)
    guard width > 0, arc.total.isFinite, arc.total >= factor * width, arc.total > width else {
      return
    }
    let span = line.isClosed ? arc.total : arc.total - width
    let count = Int(Swift.min(96, (4 * span / width).rounded(.up)))
    candidates = (0...count).compactMap { step in
      let start = span * Double(step) / Double(count)
      return Self.candidate(
        arc, start, width, offCentre: (Double(step) / Double(count) - 0.5).magnitude)
    }.sorted {
      ($0.bend, $0.offCentre, $0.gap.lowerBound) < ($1.bend, $1.offCentre, $1.gap.lowerBound)
    }
  }

  private static func candidate(
    _ arc: ArcLength, _ start: Double, _ width: Double, offCentre: Double
  ) -> Candidate? {
    let stretch = arc.stretch(from: start, to: start + width)
    let (from, to) = (stretch[0], stretch[stretch.count - 1])
    let chord = from.distance(to: to)
    guard chord > 0.9 * width else { return nil }
    let direction = Point((to.x - from.x) / chord, (to.y - from.y) / chord)
    let bends = stretch.map {
      (($0.x - from.x) * direction.y - ($0.y - from.y) * direction.x).magnitude
    }
    guard let bend = bends.max(), bend < 0.2 * width else { return nil }
    let slack = 0.25 * width
    return Candidate(
      centre: Point((from.x + to.x) / 2, (from.y + to.y) / 2), direction: direction,
      gap: start...(start + width), inside: (start - slack)...(start + width + slack),
      // Bends that nobody sees are equal.
      bend: (bend / 0.25).rounded(), offCentre: offCentre)
  }
}
