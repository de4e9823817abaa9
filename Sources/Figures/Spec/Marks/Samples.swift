/// How often samples fall into bins.
///
///     Histogram(waits, series: "served")
public struct Histogram: Codable, Equatable, Sendable, MarkContent {
  /// The samples.
  public var samples: [Double]
  /// The name in the legend.
  public var series: String?
  /// How many bins; nil for what suits the samples.
  public var bins: Int?
  /// Whether the whole area is one.
  public var isDensity: Bool

  /// Describes a histogram.
  public init(_ samples: [Double], series: String? = nil, bins: Int? = nil, density: Bool = false) {
    (self.samples, self.series, self.bins, self.isDensity) = (samples, series, bins, density)
  }

  /// Itself.
  public var marks: [Mark] { [.histogram(self)] }
}

/// The density that samples come from, smoothed.
public struct Density: Codable, Equatable, Sendable, MarkContent {
  /// The samples.
  public var samples: [Double]
  /// The name in the legend.
  public var series: String?
  /// Below this nothing can be; nil for no such bound.
  public var least: Double?
  /// Above this nothing can be; nil for no such bound.
  public var greatest: Double?

  /// Describes a density.
  public init(
    _ samples: [Double], series: String? = nil, least: Double? = nil, greatest: Double? = nil
  ) {
    (self.samples, self.series, self.least, self.greatest) = (samples, series, least, greatest)
  }

  /// Itself.
  public var marks: [Mark] { [.density(self)] }
}

/// Groups of samples side by side.
///
///     Distributions([.init("FIFO", fifo), .init("urgency", urgency)], .box)
public struct Distributions: Codable, Equatable, Sendable, MarkContent {
  /// The groups.
  public var groups: [Group]
  /// How a group is drawn.
  public var style: Style
  /// Whether they stand or lie.
  public var direction: Direction
  /// Below this nothing can be; nil for no such bound.
  public var least: Double?

  /// How a group is drawn.
  public enum Style: String, Codable, CaseIterable, Sendable {
    /// Median, quartiles and whiskers.
    case box
    /// The smoothed density to both sides, with the quartiles.
    case violin
    /// Half a violin, with dots below.
    case rain
    /// Every sample.
    case strip
    /// Every sample upon a box.
    case boxAndStrip
  }

  /// One group.
  public struct Group: Codable, Equatable, Sendable {
    /// The name in the legend.
    public var series: String
    /// Where it stands along the axis of groups; nil for 0, 1, 2 and so on.
    public var position: Double?
    /// The samples.
    public var samples: [Double]

    /// Describes a group.
    public init(_ series: String, _ samples: [Double], at position: Double? = nil) {
      (self.series, self.samples, self.position) = (series, samples, position)
    }
  }

  /// Describes groups.
  public init(
    _ groups: [Group], _ style: Style = .box, _ direction: Direction = .vertical,
    least: Double? = nil
  ) {
    (self.groups, self.style, self.direction, self.least) = (groups, style, direction, least)
  }

  /// Itself.
  public var marks: [Mark] { [.distributions(self)] }

  /// The middle of a group along the axis of groups.
  func position(_ index: Int) -> Double { groups[index].position ?? Double(index) }
}

/// The share of samples up to a value, or beyond it.
///
///     StepDistribution(waits, series: "four chargers")
public struct StepDistribution: Codable, Equatable, Sendable, MarkContent {
  /// The samples.
  public var samples: [Double]
  /// Which of them are only known to be at least so much; empty for none.
  public var isCensored: [Bool]
  /// The name in the legend.
  public var series: String?
  /// Whether the share beyond is drawn.
  public var isSurvival: Bool
  /// Whether the band of 95 % confidence is drawn.
  public var hasBand: Bool

  /// Describes a distribution.
  public init(
    _ samples: [Double], censored: [Bool] = [], series: String? = nil, survival: Bool = false,
    band: Bool = false
  ) {
    (self.samples, self.isCensored, self.series) = (samples, censored, series)
    (self.isSurvival, self.hasBand) = (survival, band)
  }

  /// Itself.
  public var marks: [Mark] { [.steps(self)] }
}

/// What flows from where to where, as ribbons.
///
///     Flows([.init("solar", "vehicles", 120), .init("grid", "vehicles", 300)], unit: "kWh")
public struct Flows: Codable, Equatable, Sendable, MarkContent {
  /// The flows.
  public var links: [Link]
  /// What the numbers are counted in.
  public var unit: RichText
  /// The decimals of the numbers.
  public var decimals: Int

  /// One flow.
  public struct Link: Codable, Equatable, Sendable {
    /// Where it comes from.
    public var from: String
    /// Where it goes.
    public var to: String
    /// How much.
    public var value: Double

    /// Describes a flow.
    public init(_ from: String, _ to: String, _ value: Double) {
      (self.from, self.to, self.value) = (from, to, value)
    }
  }

  /// Describes flows; the unit may have markup.
  public init(_ links: [Link], unit: String, decimals: Int = 0) {
    (self.links, self.unit) = (links, RichText(authored: unit))
    self.decimals = Swift.max(0, Swift.min(12, decimals))
  }

  /// Itself.
  public var marks: [Mark] { [.flows(self)] }
}
