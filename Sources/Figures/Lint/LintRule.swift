/// The rules for a page, in the order in which findings are told.
public enum LintRule: String, CaseIterable, Codable, Sendable {
  /// No text lies over another.
  case textOverText
  /// No text lies over data, but for values that stand on them on purpose.
  case textOverData
  /// No legend lies over data.
  case legendOverData
  /// Everything is on the page, and texts within their clip.
  case cutOff
  /// Every place is a finite number.
  case brokenPlace
  /// Text is large enough for the journal, scripts too.
  case smallText
  /// Lines are wide enough for the journal.
  case thinLine
  /// The series of a panel have colours that every eye tells apart.
  case similarColours
  /// Text has a contrast of at least 4.5 with its ground.
  case faintText
  /// Data lines have a contrast of at least 2.25 with the paper.
  case faintLine
  /// Every axis says its unit.
  case missingUnit
  /// There is a text for those who cannot see the figure.
  case missingAlternativeText
  /// The figure has a title.
  case missingTitle
  /// The layout kept everything.
  case loss
  /// No text says that a number is none.
  case brokenNumber
  /// The page is as wide as the journal's columns, or at least 60 to 190 mm.
  case pageWidth
  /// The page is no higher than the journal's.
  case pageHeight

  /// What breaks the rule.
  func findings(in scene: LintedScene) -> [LintFinding] {
    switch self {
    case .textOverText: scene.textsOverTexts
    case .textOverData: scene.textsOverData
    case .legendOverData: scene.legendsOverData
    case .cutOff: scene.cutOff
    case .brokenPlace: scene.brokenPlaces
    case .smallText: scene.smallTexts
    case .thinLine: scene.thinLines
    case .similarColours: scene.similarColours
    case .faintText: scene.faintTexts
    case .faintLine: scene.faintLines
    case .missingUnit: scene.missingUnits
    case .missingAlternativeText: scene.missingAlternativeText
    case .missingTitle: scene.missingTitle
    case .loss: scene.losses
    case .brokenNumber: scene.brokenNumbers
    case .pageWidth: scene.pageWidth
    case .pageHeight: scene.pageHeight
    }
  }
}
