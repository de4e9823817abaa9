extension LaTeXText {
  /// What LaTeX would take for a command, or has no glyph for in its default fonts.
  static let commands: [Unicode.Scalar: String] = {
    var commands: [Unicode.Scalar: String] = [
      "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
      "%": "\\%", "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
      "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "''",
      "`": "\\textasciigrave{}", "[": "{[}", "]": "{]}",
      "*": "{*}",
      "–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''", "„": "\\quotedblbase{}",
      "…": "\\ldots{}", "•": "\\textbullet{}", "\u{A0}": "~", "\u{2009}": "\\,",
      "\u{202F}": "\\,", "\u{2007}": "\\phantom{0}", "\u{2010}": "-", "\u{2011}": "\\mbox{-}",
      "\u{AD}": "\\-", "€": "\\texteuro{}", "°": "\\textdegree{}", "µ": "\\textmu{}",
      "§": "\\S{}", "©": "\\textcopyright{}", "²": "\\textsuperscript{2}",
      "³": "\\textsuperscript{3}", "¹": "\\textsuperscript{1}", "½": "\\textonehalf{}",
      "¼": "\\textonequarter{}", "¾": "\\textthreequarters{}", "«": "\\guillemotleft{}",
      "»": "\\guillemotright{}", "™": "\\texttrademark{}", "‰": "\\textperthousand{}",
    ]
    for (scalar, command) in mathematics { commands[scalar] = "$\(command)$" }
    for (place, scalar) in "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated() {
      commands[scalar] = "\\textsuperscript{\(place)}"
    }
    for (place, scalar) in "₀₁₂₃₄₅₆₇₈₉".unicodeScalars.enumerated() {
      commands[scalar] = "\\textsubscript{\(place)}"
    }
    return commands
  }()

  private static let mathematics: [(Unicode.Scalar, String)] = [
    ("−", "-"), ("±", "\\pm"), ("∓", "\\mp"), ("×", "\\times"), ("·", "\\cdot"), ("÷", "\\div"),
    ("≤", "\\leq"), ("≥", "\\geq"), ("≠", "\\neq"), ("≈", "\\approx"), ("≡", "\\equiv"),
    ("∼", "\\sim"), ("∝", "\\propto"), ("∞", "\\infty"), ("√", "\\surd"), ("∑", "\\sum"),
    ("∏", "\\prod"), ("∫", "\\int"), ("∂", "\\partial"), ("∇", "\\nabla"), ("∆", "\\Delta"),
    ("→", "\\rightarrow"), ("←", "\\leftarrow"), ("↔", "\\leftrightarrow"),
    ("⇒", "\\Rightarrow"), ("↑", "\\uparrow"), ("↓", "\\downarrow"), ("∈", "\\in"),
    ("∉", "\\notin"), ("⊂", "\\subset"), ("∩", "\\cap"), ("∪", "\\cup"), ("∅", "\\emptyset"),
    ("∀", "\\forall"), ("∃", "\\exists"), ("¬", "\\neg"), ("∧", "\\wedge"), ("∨", "\\vee"),
    ("⁻", "^{-}"), ("⁺", "^{+}"), ("₋", "_{-}"), ("₊", "_{+}"), ("ℓ", "\\ell"),
    ("′", "\\prime"), ("✓", "\\surd"),
  ]

  /// Greek letters; those that look like Latin ones have no command of their own.
  static let greek: [Unicode.Scalar: String] = {
    let small = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "", "pi", "rho", "varsigma", "sigma", "tau", "upsilon",
      "varphi", "chi", "psi", "omega",
    ]
    let capital: [Unicode.Scalar: String] = [
      "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi",
      "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    ]
    var letters = capital.mapValues { "\\" + $0 }
    for (place, name) in small.enumerated() {
      guard let scalar = Unicode.Scalar(0x3B1 + UInt32(place)) else { continue }
      letters[scalar] = name.isEmpty ? "o" : "\\" + name
    }
    for (scalar, letter) in zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ".unicodeScalars, "ABEZHIKMNOPTX") {
      letters[scalar] = "\\mathrm{\(letter)}"
    }
    letters["ϕ"] = "\\phi"
    letters["ϑ"] = "\\vartheta"
    letters["ϵ"] = "\\epsilon"
    letters["Ω"] = "\\Omega"  // the sign of the ohm
    return letters
  }()

  /// Accents that stand on the letter before them.
  static let accents: [Unicode.Scalar: String] = [
    "\u{300}": "`", "\u{301}": "'", "\u{302}": "^", "\u{303}": "~", "\u{304}": "=",
    "\u{306}": "u", "\u{307}": ".", "\u{308}": "\"", "\u{30A}": "r", "\u{30B}": "H",
    "\u{30C}": "v", "\u{327}": "c",
  ]
}
