import Figures
import Testing

@Suite("A journal preset")
struct JournalPresetTests {
  @Test(
    "has the width that the guide gives, to a tenth of a point",
    arguments: [
      (.ieee, .single, 252), (.ieee, .double, 515.5), (.nature, .single, 252.3),
      (.nature, .oneAndAHalf, 340.2), (.nature, .double, 518.7), (.elsevier, .single, 255.1),
      (.elsevier, .oneAndAHalf, 396.9), (.elsevier, .double, 538.6), (.springer, .single, 238.1),
      (.springer, .double, 493.2), (.report, .single, 340.2), (.report, .double, 510.2),
    ] as [(JournalPreset, JournalPreset.Column, Double)])
  func width(preset: JournalPreset, column: JournalPreset.Column, points: Double) {
    #expect((preset.width(column).value - points).magnitude <= 0.1)
  }

  @Test("grows with the columns, and keeps to its own minima", arguments: JournalPreset.allCases)
  func order(preset: JournalPreset) {
    #expect(preset.width(.single) < preset.width(.oneAndAHalf))
    #expect(preset.width(.oneAndAHalf) < preset.width(.double))
    let type = preset.type
    #expect(type.least >= 5 && type.script >= type.least)
    #expect(type.tick >= type.least && type.label >= type.tick && type.panelLetter >= type.label)
    #expect(preset.lines.hairline >= 0.25 && preset.lines.axis > preset.lines.hairline)
  }

  @Test("letters its panels as the journal does")
  func letters() {
    #expect(JournalPreset.ieee.panelLetter(1).plainText == "(b)")
    #expect(JournalPreset.nature.panelLetter(0).runs == [.init("a", isBold: true)])
    #expect(JournalPreset.report.panelLetter(26).plainText == "aa")
    #expect(JournalPreset.report.panelLetter(27).plainText == "ab")
  }

  @Test("counts in millimetres, inches and dots as well")
  func lengths() {
    #expect((Points(millimetres: 25.4).value - 72).magnitude < 1e-12)
    #expect((Points(inches: 1).millimetres - 25.4).magnitude < 1e-12)
    #expect(Points(inches: 3.5).dots(perInch: 300) == 1050)
  }
}
