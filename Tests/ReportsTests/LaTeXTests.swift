import Figures
import Reports
import Testing

@Suite("A report for a paper")
struct LaTeXTests {
  /// What LaTeX would trip over.
  private static let hostile =
    #"\end{table} $x$ 50 % a_b #1 {a} & ~ ^ < > | " ` [x] * -- ---"#

  @Test("has tables whose decimal points line up")
  func table() {
    let table = ReportTable(
      caption: "Waits & queues",
      columns: [.init("chargers"), .init("wait (min)"), .init("targets", isNumeric: false)],
      rows: [["7", "11.96 ± 0.49", "missed"], ["10", "4", "met"]])
    let expected = #"""
      % Needs \usepackage{booktabs}, and \usepackage[T1]{fontenc} for letters beyond western Europe.
      \begin{table}
        \centering
        \caption{Waits \& queues}
        \label{tab:waits}
        \begin{tabular}{rr@{}ll}
          \toprule
          chargers & \multicolumn{2}{c}{wait (min)} & targets \\
          \midrule
          7 & 11 & .96 $\pm$ 0.49 & missed \\
          10 & 4 &  & met \\
          \bottomrule
        \end{tabular}
      \end{table}

      """#
    #expect(table.latex(label: "tab:waits") == expected)
  }

  @Test("puts a figure in with its caption")
  func figure() throws {
    let caption = try RichText(markup: "Wait *W*_{q} at 12 h^{−1}, α ≤ 0.05 & 5 %")
    let expected = #"""
      % Needs \usepackage{graphicx}.
      \begin{figure}
        \centering
        \includegraphics[width=89.0mm]{waits}
        \caption{Wait \textit{W}\textsubscript{q} at 12 h\textsuperscript{$-$1}, $\alpha$ $\leq$ 0.05 \& 5 \%}
        \label{fig:waits}
      \end{figure}

      """#
    #expect(
      FigureSnippet.latex("waits", caption: caption, label: "fig:waits", width: .millimetres(89))
        == expected)
    let wide = FigureSnippet.latex("a}b_%", caption: RichText(), label: "x y", width: .page)
    #expect(wide.contains(#"\begin{figure*}"#) && wide.contains(#"{a-b--}"#))
    #expect(wide.contains(#"\label{x-y}"#) && wide.contains(#"width=\textwidth"#))
  }

  @Test(
    "escapes every character that means something",
    arguments: [
      ("50 % & #1_a", ##"50 \% \& \#1\_a"##), (#"\x{y}"#, #"\textbackslash{}x\{y\}"#),
      ("$ ~ ^", #"\$ \textasciitilde{} \textasciicircum{}"#), ("a--b", "a-{}-b"),
      ("[a] *", "{[}a{]} {*}"), ("αΩο", #"$\alpha$$\Omega$$o$"#),
      ("12 h⁻¹, CO₂", #"12 h$^{-}$\textsuperscript{1}, CO\textsubscript{2}"#),
      ("20\u{202F}000\u{A0}€", #"20\,000~\texteuro{}"#), ("e\u{301}é", #"\'{e}é"#),
      ("充", #"\mbox{U+5145}"#), ("a\u{202E}b\u{7}c", "ab c"), ("–“x”…", #"--``x''\ldots{}"#),
    ])
  func escapes(text: String, latex: String) {
    let table = ReportTable(caption: text, columns: [.init("n")])
    #expect(table.latex(label: "t").contains(#"\caption{\#(latex)}"#), "\(table.latex(label: "t"))")
  }

  @Test("has balanced braces, environments and mathematics whatever the texts are")
  func balance() {
    let scalars = (0x20...0x2500).compactMap { Unicode.Scalar(UInt32($0)) }
    var all = String.UnicodeScalarView()
    all.append(contentsOf: scalars)
    for text in [Self.hostile, String(all)] {
      let latex =
        ReportTable(
          caption: text, columns: [.init(text), .init(text, isNumeric: false)],
          rows: [[text, text], ["1.5", text]]
        ).latex(label: text)
        + FigureSnippet.latex(text, caption: RichText(plain: text), label: text)
      #expect(Self.faults(in: latex) == [])
    }
  }

  /// Reads LaTeX as its tokenizer would: commands, groups, mathematics, comments, cells of a row.
  private static func faults(in latex: String) -> [String] {
    var faults: [String] = []
    var depth = 0
    var isMath = false
    var environments: [String] = []
    var isComment = false
    var rest = Array(latex.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if isComment {
        isComment = scalar != "\n"
        continue
      }
      switch scalar {
      case "\\":
        let name = rest.prefix { $0.properties.isAlphabetic && $0.isASCII }
        let command = String(String.UnicodeScalarView(name))
        rest = name.isEmpty ? rest.dropFirst() : rest.dropFirst(name.count)
        guard command == "begin" || command == "end" else { continue }
        let argument = String(String.UnicodeScalarView(rest.dropFirst().prefix { $0 != "}" }))
        if command == "begin" {
          environments.append(argument)
        } else if environments.popLast() != argument {
          faults.append("\\end{\(argument)}")
        }
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth < 0 { faults.append("}") }
      case "$": isMath.toggle()
      case "%": isComment = true
      case "&" where environments.last == "tabular": continue
      case "&", "#": faults.append("\(scalar)")
      case "~" where isMath: faults.append("~")
      case "_" where !isMath, "^" where !isMath: faults.append("\(scalar)")
      case _ where scalar.value > 0x17F: faults.append("U+\(String(scalar.value, radix: 16))")
      default: break
      }
    }
    if depth != 0 || isMath || !environments.isEmpty { faults.append("open at the end") }
    return faults
  }
}
