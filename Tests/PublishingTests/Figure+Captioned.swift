import Figures

extension Figure {
  /// A figure of which only the page's part matters: name, title and caption.
  static func captioned(_ name: String, title: String, caption: RichText) -> Figure {
    var figure = Figure(name, title)
    figure.caption = caption
    return figure
  }
}
