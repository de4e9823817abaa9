public import Figures
internal import Text

/// The lines that put a figure into a paper.
///
///     FigureSnippet.latex("waits", caption: figure.caption, label: "fig:waits")
///     // \begin{figure} … \includegraphics[width=\linewidth]{waits} … \end{figure}
public enum FigureSnippet {
  /// How wide a figure stands in a paper.
  public enum Width: Equatable, Sendable {
    /// As wide as the column.
    case column
    /// As wide as the page, over both columns.
    case page
    /// So many millimetres.
    case millimetres(Double)
  }

  /// Returns a figure environment for the package `graphicx`.
  ///
  /// In the names of file and label only letters, digits and `.-+:/` are safe; anything else becomes a dash.
  public static func latex(
    _ name: String, caption: RichText, label: String, width: Width = .column
  ) -> String {
    let environment = width == .page ? "figure*" : "figure"
    return """
      % Needs \\usepackage{graphicx}.
      \\begin{\(environment)}
        \\centering
        \\includegraphics[width=\(width.length)]{\(LaTeXText.name(name))}
        \\caption{\(LaTeXText.markup(caption))}
        \\label{\(LaTeXText.name(label))}
      \\end{\(environment)}

      """
  }
}

extension FigureSnippet.Width {
  fileprivate var length: String {
    switch self {
    case .column: "\\linewidth"
    case .page: "\\textwidth"
    case .millimetres(let width): width.text(decimals: 1) + "mm"
    }
  }
}
