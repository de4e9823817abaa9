extension ReportTable {
  /// The table for a paper, with the rules of the package `booktabs` and nothing else.
  ///
  /// Numbers with a point stand in two columns that meet at it, so that the points line up; other numbers stand
  /// at the right.
  ///
  ///     table.latex(label: "tab:waits")   // \begin{table} … \label{tab:waits} … \end{table}
  ///
  /// Source: S. Fear, "Publication quality tables in LaTeX", package booktabs, CTAN.
  public func latex(label: String) -> String {
    let isSplit = columns.indices.map { column in
      columns[column].isNumeric && rows.contains { $0[column].splitAtPoint != nil }
    }
    let kinds = columns.indices.map { column in
      isSplit[column] ? "r@{}l" : columns[column].isNumeric ? "r" : "l"
    }
    let heads = columns.indices.map { column in
      let title = LaTeXText.escaped(columns[column].title)
      return isSplit[column] ? "\\multicolumn{2}{c}{\(title)}" : title
    }
    let lines = rows.map { row in
      columns.indices.map { Self.cell(row[$0], isSplit: isSplit[$0]) }.joined(separator: " & ")
    }
    return """
      % Needs \\usepackage{booktabs}, and \\usepackage[T1]{fontenc} for letters beyond western Europe.
      \\begin{table}
        \\centering
        \\caption{\(LaTeXText.escaped(caption))}
        \\label{\(LaTeXText.name(label))}
        \\begin{tabular}{\(kinds.joined())}
          \\toprule
          \(heads.joined(separator: " & ")) \\\\
          \\midrule
      \(lines.map { "    \($0) \\\\\n" }.joined())    \\bottomrule
        \\end{tabular}
      \\end{table}

      """
  }

  /// A cell; one that is split has its point at the beginning of the second column.
  private static func cell(_ text: String, isSplit: Bool) -> String {
    guard isSplit else { return LaTeXText.escaped(text) }
    guard let (whole, rest) = text.splitAtPoint else { return LaTeXText.escaped(text) + " & " }
    return LaTeXText.escaped(whole) + " & " + LaTeXText.escaped(rest)
  }
}

extension String {
  /// What stands before the first decimal point, and the rest with it.
  fileprivate var splitAtPoint: (String, String)? {
    guard let point = firstIndex(of: ".") else { return nil }
    return (String(self[..<point]), String(self[point...]))
  }
}
