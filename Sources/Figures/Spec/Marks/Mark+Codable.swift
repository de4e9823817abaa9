/// A mark is written as an object with one member, named after its kind.
extension Mark: Codable {
  private enum Kind: String, CodingKey, CaseIterable {
    case line, band, area, dots, bars, intervals, cells, contours, tracks, rule, referenceBand,
      callout, segments, histogram, density, distributions, steps, flows
  }

  /// Reads a mark.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Kind.self)
    guard let kind = object.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected a mark, such as \"line\"")
      )
    }
    switch kind {
    case .line: self = .line(try object.decode(Line.self, forKey: kind))
    case .band: self = .band(try object.decode(Band.self, forKey: kind))
    case .area: self = .area(try object.decode(Area.self, forKey: kind))
    case .dots: self = .dots(try object.decode(Dots.self, forKey: kind))
    case .bars: self = .bars(try object.decode(Bars.self, forKey: kind))
    case .intervals: self = .intervals(try object.decode(Intervals.self, forKey: kind))
    case .cells: self = .cells(try object.decode(Cells.self, forKey: kind))
    case .contours: self = .contours(try object.decode(ContourLines.self, forKey: kind))
    case .tracks: self = .tracks(try object.decode(Tracks.self, forKey: kind))
    case .rule: self = .rule(try object.decode(Rule.self, forKey: kind))
    case .referenceBand: self = .referenceBand(try object.decode(ReferenceBand.self, forKey: kind))
    case .callout: self = .callout(try object.decode(Callout.self, forKey: kind))
    case .segments: self = .segments(try object.decode(Segments.self, forKey: kind))
    case .histogram: self = .histogram(try object.decode(Histogram.self, forKey: kind))
    case .density: self = .density(try object.decode(Density.self, forKey: kind))
    case .distributions: self = .distributions(try object.decode(Distributions.self, forKey: kind))
    case .steps: self = .steps(try object.decode(StepDistribution.self, forKey: kind))
    case .flows: self = .flows(try object.decode(Flows.self, forKey: kind))
    }
  }

  /// Writes a mark.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Kind.self)
    switch self {
    case .line(let mark): try object.encode(mark, forKey: .line)
    case .band(let mark): try object.encode(mark, forKey: .band)
    case .area(let mark): try object.encode(mark, forKey: .area)
    case .dots(let mark): try object.encode(mark, forKey: .dots)
    case .bars(let mark): try object.encode(mark, forKey: .bars)
    case .intervals(let mark): try object.encode(mark, forKey: .intervals)
    case .cells(let mark): try object.encode(mark, forKey: .cells)
    case .contours(let mark): try object.encode(mark, forKey: .contours)
    case .tracks(let mark): try object.encode(mark, forKey: .tracks)
    case .rule(let mark): try object.encode(mark, forKey: .rule)
    case .referenceBand(let mark): try object.encode(mark, forKey: .referenceBand)
    case .callout(let mark): try object.encode(mark, forKey: .callout)
    case .segments(let mark): try object.encode(mark, forKey: .segments)
    case .histogram(let mark): try object.encode(mark, forKey: .histogram)
    case .density(let mark): try object.encode(mark, forKey: .density)
    case .distributions(let mark): try object.encode(mark, forKey: .distributions)
    case .steps(let mark): try object.encode(mark, forKey: .steps)
    case .flows(let mark): try object.encode(mark, forKey: .flows)
    }
  }
}
