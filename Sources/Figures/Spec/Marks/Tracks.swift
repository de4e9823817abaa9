/// Spans of time on tracks: who does what from when to when.
///
///     Tracks([.init(0, from: 8, to: 9.5, series: "charging")])
public struct Tracks: Codable, Equatable, Sendable, MarkContent {
  /// The spans.
  public var spans: [Span]
  /// What colours stand for; nil for series.
  public var colours: ColourChannel?
  /// The share of its track that a span fills.
  public var height: Double

  /// One span.
  public struct Span: Codable, Equatable, Sendable {
    /// The track, counted from 0.
    public var track: Double
    /// When it begins.
    public var from: Double
    /// When it ends.
    public var to: Double
    /// The name in the legend.
    public var series: String?
    /// What its colour stands for.
    public var value: Double?
    /// What is written in it, if there is room.
    public var text: String?

    /// Describes a span.
    public init(
      _ track: Double, from: Double, to: Double, series: String? = nil, value: Double? = nil,
      text: String? = nil
    ) {
      (self.track, self.from, self.to) = (track, from, to)
      (self.series, self.value, self.text) = (series, value, text)
    }
  }

  /// Describes tracks.
  public init(_ spans: [Span], colours: ColourChannel? = nil, height: Double = 0.7) {
    (self.spans, self.colours, self.height) = (spans, colours, height)
  }

  /// Itself.
  public var marks: [Mark] { [.tracks(self)] }
}
