/// Figures of one size, shown one after another; in print, some of them side by side.
public struct Animation: Codable, Equatable, Sendable {
  /// The name of its files, without ending.
  public var name: String
  /// What it shows, in a few words.
  public var title: String
  /// What stands below it in a report.
  public var caption: RichText
  /// The frames; their format is that of each frame on the screen.
  public var frames: [Figure]
  /// How long each frame is seen, in hundredths of a second.
  public var delay: Int
  /// The frames that are printed, counted from 0; empty for six that are evenly spread.
  public var printed: [Int]

  /// Describes an animation; the caption may have markup.
  public init(
    _ name: String, _ title: String, caption: String = "", delay: Int = 10, printed: [Int] = [],
    frames: [Figure]
  ) {
    (self.name, self.title, self.caption) = (name, title, RichText(authored: caption))
    (self.frames, self.delay, self.printed) = (frames, Swift.max(2, delay), printed)
  }

  /// The frames for print.
  public var printedFrames: [Figure] {
    let chosen = printed.filter(frames.indices.contains)
    guard chosen.isEmpty, !frames.isEmpty else { return chosen.map { frames[$0] } }
    let count = Swift.min(6, frames.count)
    return (0..<count).map { frames[count == 1 ? 0 : $0 * (frames.count - 1) / (count - 1)] }
  }
}
