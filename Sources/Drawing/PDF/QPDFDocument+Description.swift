import Figures

extension QPDFDocument {
  /// Says what Cairo cannot: the language, what a reader is told who cannot see the figure, and that
  /// the window bears its title.
  func describe(_ scene: Scene, language: String) {
    let catalogue = catalogue
    catalogue["Lang"] = text(language)
    catalogue["MarkInfo"] = dictionary([("Marked", truth(true))])
    catalogue["ViewerPreferences"] = dictionary([("DisplayDocTitle", truth(true))])
    let spoken = scene.alternativeText.isEmpty ? scene.title : scene.alternativeText
    figures(below: catalogue["StructTreeRoot"], levels: 4).forEach { $0["Alt"] = text(spoken) }
  }

  private func figures(below element: QPDFObject, levels: Int) -> [QPDFObject] {
    guard levels > 0, element.isDictionary else { return [] }
    if element["S"].name == "Figure" { return [element] }
    let kids = element["K"]
    return (kids.isDictionary ? [kids] : kids.items).flatMap {
      figures(below: $0, levels: levels - 1)
    }
  }
}
