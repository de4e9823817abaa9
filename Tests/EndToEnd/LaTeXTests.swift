import Foundation
import Testing

@Suite("The LaTeX companion") struct LaTeXTests {
  private let scratch = Scratch()

  @Test("compiles with the figures and tables of a run")
  func compiles() throws {
    let programs = ["/usr/bin/pdflatex", "/usr/local/bin/pdflatex"]
    guard let latex = programs.first(where: FileManager.default.isExecutableFile),
      FileManager.default.fileExists(atPath: "/usr/share/texlive/texmf-dist/tex/latex/booktabs")
    else {
      print("skipped: there is no pdflatex with booktabs, so nothing is compiled")
      return
    }
    let run = try Evtools.run(
      ["queue", "--chargers", "3-5", "--arrivals", "6", "--customers", "2000"], in: scratch.folder)
    #expect(run.code == 0)
    let folder = try scratch.run()
    let text = """
      \\documentclass{article}
      \\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}
      \\usepackage{graphicx}\\usepackage{booktabs}\\usepackage{textcomp}
      \\graphicspath{{\(folder)/figures/}}
      \\begin{document}
      \(try scratch.text(folder + "/tables/table-1.tex"))
      \(try scratch.text(folder + "/figures/waits.tex"))
      \\end{document}
      """
    try scratch.write(text, as: "paper.tex")
    let answer = try Evtools.run(
      ["-interaction=nonstopmode", "-halt-on-error", "paper.tex"], in: scratch.folder,
      program: latex)
    #expect(answer.code == 0, "\(answer.out.suffix(600))")
    #expect(scratch.names(".").contains("paper.pdf"))
  }
}
