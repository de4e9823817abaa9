import Figures
import Testing

@Suite("The layout of any figure") struct LayoutFuzzTests {
  /// What no figure may show, whatever its data: the other rules judge what the author chose.
  private static let rules: [LintRule] = [
    .textOverText, .textOverData, .legendOverData, .cutOff, .brokenPlace, .smallText, .thinLine,
    .faintText,
    .faintLine, .missingAlternativeText, .brokenNumber, .pageHeight,
  ]

  @Test(
    "never crashes, never covers a text and never prints a number that is none", arguments: 0..<20)
  func random(part: Int) throws {
    let (measure, linter) = (EvenMeasure(), FigureLinter(rules: Self.rules))
    for seed in UInt64(part * 500)..<UInt64(part * 500 + 500) {
      let scene = Scene(RandomFigure.figure(seed: seed), measuredBy: measure)
      let faults = linter.findings(in: scene).filter { $0.severity == .fault }
      #expect(faults.isEmpty, "figure \(seed): \(faults.first?.sentence ?? "")")
    }
  }
}
