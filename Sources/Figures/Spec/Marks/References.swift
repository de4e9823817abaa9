/// A line at one value of an axis, from edge to edge.
///
///     Rule(y: 0.05, "target 5 %")
public struct Rule: Codable, Equatable, Sendable, MarkContent {
  /// The value on the x axis; nil for a level line.
  public var x: Double?
  /// The value on the y axis; nil for an upright line.
  public var y: Double?
  /// What is written beside it; empty for nothing.
  public var label: RichText

  /// Draws a level line.
  public init(y: Double, _ label: String = "") {
    (self.x, self.y, self.label) = (nil, y, RichText(authored: label))
  }

  /// Draws an upright line.
  public init(x: Double, _ label: String = "") {
    (self.x, self.y, self.label) = (x, nil, RichText(authored: label))
  }

  /// Itself.
  public var marks: [Mark] { [.rule(self)] }
}

/// A range of one axis, from edge to edge of the other.
///
///     ReferenceBand(x: 7...9, "morning peak")
public struct ReferenceBand: Codable, Equatable, Sendable, MarkContent {
  /// Whether the range is on the x axis.
  public var isOnX: Bool
  /// Where it begins.
  public var from: Double
  /// Where it ends.
  public var to: Double
  /// What is written in it; empty for nothing.
  public var label: RichText

  /// Marks a range of the x axis.
  public init(x range: ClosedRange<Double>, _ label: String = "") {
    (self.isOnX, self.from, self.to) = (true, range.lowerBound, range.upperBound)
    self.label = RichText(authored: label)
  }

  /// Marks a range of the y axis.
  public init(y range: ClosedRange<Double>, _ label: String = "") {
    (self.isOnX, self.from, self.to) = (false, range.lowerBound, range.upperBound)
    self.label = RichText(authored: label)
  }

  /// Itself.
  public var marks: [Mark] { [.referenceBand(self)] }
}

/// A text beside a place, with a line to it.
///
///     Callout(x: knee.cost, y: knee.stranding, "knee: 4 × 6")
public struct Callout: Codable, Equatable, Sendable, MarkContent {
  /// Where on the x axis.
  public var x: Double
  /// Where on the y axis.
  public var y: Double
  /// What is written.
  public var text: RichText
  /// Whether a ring is drawn around the place.
  public var hasRing: Bool

  /// Describes a callout; the text may have markup.
  public init(x: Double, y: Double, _ text: String, ring: Bool = true) {
    (self.x, self.y, self.text, self.hasRing) = (x, y, RichText(authored: text), ring)
  }

  /// Describes a callout whose text comes from data and is taken as it stands.
  public init(x: Double, y: Double, plain text: String, ring: Bool = true) {
    (self.x, self.y, self.text, self.hasRing) = (x, y, RichText(plain: text), ring)
  }

  /// Itself.
  public var marks: [Mark] { [.callout(self)] }
}
