import AnalysisKit
import Figures
import GalleryPlugin
import Reports

/// Runs the tool with options as a user would type them.
func gallery(_ words: String = "", seed: Int = 1) throws -> Report {
  let line = try CommandLineReader(
    words.split(separator: " ").map(String.init), knowing: GalleryOptions.grammar.descriptions)
  var options = GalleryOptions()
  try GalleryOptions.grammar.apply(line, to: &options)
  return try GalleryTool().run(options, in: Workshop(seed: seed))
}

extension Report {
  /// The figures, in reading order, without the animation.
  var figures: [Figure] {
    parts.compactMap { part in
      guard case .figure(let figure) = part else { return nil }
      return figure
    }
  }

  /// The animations.
  var animations: [Animation] {
    parts.compactMap { part in
      guard case .animation(let animation) = part else { return nil }
      return animation
    }
  }

  /// All that is printed: the figures, and those frames of animations that are.
  var printed: [Figure] { figures + animations.flatMap(\.printedFrames) }
}

/// All figures, made once.
let everything: Report? = try? gallery()
