/// What a value may do in an attribute.
enum AttributeRules {
  static func place(of attribute: String, in element: String) -> HTMLPlace {
    if attribute.hasPrefix("on") { return .eventHandler(attribute) }
    if attribute == "style" { return .styleAttribute }
    guard !elementsWithoutValues.contains(element) else {
      return .dangerousAttribute(attribute, element: element)
    }
    if isAddress(attribute) { return placeOfAddress(attribute, in: element) }
    return dangerousAttributes.contains(attribute)
      ? .dangerousAttribute(attribute, element: element) : .attribute(attribute)
  }

  private static func placeOfAddress(_ attribute: String, in element: String) -> HTMLPlace {
    switch (element, attribute) {
    case ("a", "href"), ("area", "href"), ("a", "xlink:href"): .link(attribute)
    case ("img", "src"), ("audio", "src"), ("video", "src"), ("source", "src"), ("track", "src"),
      ("video", "poster"):
      .media(attribute)
    case ("use", "href"), ("use", "xlink:href"), ("image", "href"), ("image", "xlink:href"),
      ("textpath", "href"), ("textpath", "xlink:href"):
      .reference(attribute)
    default: .dangerousAttribute(attribute, element: element)
    }
  }

  private static func isAddress(_ attribute: String) -> Bool {
    addresses.contains(attribute) || attribute.hasSuffix(":href") || attribute.hasSuffix(":src")
  }

  private static let addresses = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "ping",
    "manifest", "longdesc", "profile", "codebase", "classid", "archive", "dynsrc", "lowsrc",
  ]

  private static let dangerousAttributes = [
    "srcdoc", "srcset", "imagesrcset", "http-equiv", "attributename", "xmlns", "is",
    "shadowrootmode",
  ]

  /// Elements that load, run or change something by any of their attributes.
  private static let elementsWithoutValues = [
    "script", "iframe", "frame", "object", "embed", "applet", "param", "base", "link", "animate",
    "animatemotion", "animatetransform", "set", "discard", "handler", "listener",
  ]
}
