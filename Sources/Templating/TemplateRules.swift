/// How strictly a template is read and filled in.
public enum TemplateRules: Equatable, Sendable {
  /// Every name must be known, and a value may stand only where it is safe in HTML.
  case strict

  /// As the Mustache manual has it: what is unknown is empty, and three braces write anything.
  case lenient
}
