import Text

extension LintedScene {
  /// Axes that say nothing about their unit.
  var missingUnits: [LintFinding] {
    scene.unitlessAxes.map {
      LintFinding(
        .missingUnit,
        "The axis \($0.quoted) says nothing about its unit; add it in parentheses, such as "
          + "(kW), or (–) for a plain number."
      )
    }
  }

  /// A figure without a text for those who cannot see it.
  var missingAlternativeText: [LintFinding] {
    guard scene.alternativeText.allSatisfy(\.isWhitespace) else { return [] }
    return [
      LintFinding(
        .missingAlternativeText,
        "The figure has no alternative text; say in two sentences what it shows and what is to "
          + "be seen in it."
      )
    ]
  }

  /// A figure without a title.
  var missingTitle: [LintFinding] {
    guard scene.title.allSatisfy(\.isWhitespace) else { return [] }
    return [
      LintFinding(.missingTitle, "The figure has no title; say in a few words what it shows.")
    ]
  }

  /// What the layout could not keep.
  var losses: [LintFinding] {
    scene.losses.map {
      LintFinding(
        .loss,
        "The layout had no room for \($0); give the figure more room or less to show.",
        severity: .advice)
    }
  }
}
