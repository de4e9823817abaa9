/// A number that carries the answer: with its interval, its sample and what it was asked for.
///
///     KeyNumber(
///       "95 % wait at most", "9.55", interval: "9.21 to 9.89", unit: "min", sampleSize: 20,
///       judgement: .init(.met, "The whole interval is below 10 min."))
public struct KeyNumber: Equatable, Sendable {
  /// What is counted or measured, in a few words.
  public var label: String
  /// The number, rounded for reading.
  public var value: String
  /// Between which bounds it lies, such as `9.21 to 9.89`.
  public var interval: String?
  /// The unit of number and interval.
  public var unit: String?
  /// From how many independent runs or observations it comes.
  public var sampleSize: Int?
  /// How it stands against a target, where there is one.
  public var judgement: Judgement?

  /// How a number stands against a target.
  public struct Judgement: Equatable, Sendable {
    /// In one word.
    public var standing: Standing
    /// Against which target and why, in one sentence.
    public var sentence: String

    /// Judges a number.
    public init(_ standing: Standing, _ sentence: String) {
      self.standing = standing
      self.sentence = sentence
    }
  }

  /// Whether a target is reached.
  public enum Standing: String, CaseIterable, Equatable, Sendable {
    /// Reached, with the confidence that was asked for.
    case met
    /// Not reached.
    case missed
    /// Not known yet: the interval holds the target.
    case open

    /// The standing as two words.
    public var words: String {
      switch self {
      case .met: "target met"
      case .missed: "target missed"
      case .open: "target open"
      }
    }
  }

  /// States a number.
  public init(
    _ label: String, _ value: String, interval: String? = nil, unit: String? = nil,
    sampleSize: Int? = nil, judgement: Judgement? = nil
  ) {
    self.label = label
    self.value = value
    self.interval = interval
    self.unit = unit
    self.sampleSize = sampleSize
    self.judgement = judgement
  }
}
