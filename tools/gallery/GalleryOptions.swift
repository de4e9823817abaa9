package import AnalysisKit
import Text

/// What can be asked of the gallery.
package struct GalleryOptions: ToolOptions {
  var only = FigureNames(names: [])

  /// All defaults.
  package init() {}

  package static let grammar = OptionGrammar<GalleryOptions>([
    .value("only", \.only, "Draw only these figures, separated by commas.")
  ])
}

/// Names of figures, separated by commas; none for all.
struct FigureNames: OptionValue {
  var names: [String]

  static var form: OptionForm { .either(["all"], .text("NAME[,NAME]")) }

  init(names: [String]) { self.names = names }

  init(optionText: String) throws(OptionComplaint) {
    guard optionText != "all" else {
      names = []
      return
    }
    names = optionText.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for name in names where !Gallery.names.contains(name) {
      throw .notAChoice(name, among: Gallery.names)
    }
  }

  var optionText: String { names.isEmpty ? "all" : names.joined(separator: ",") }

  /// Whether a figure is to be drawn.
  func contains(_ name: String) -> Bool { names.isEmpty || names.contains(name) }
}
