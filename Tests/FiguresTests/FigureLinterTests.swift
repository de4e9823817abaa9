import Figures
import Testing

@Suite("The figure linter")
struct FigureLinterTests {
  @Test("finds nothing on a clean page")
  func clean() throws {
    #expect(try CleanScene.scene().lint() == [])
  }

  @Test("finds each planted fault, and only that, and says it in a sentence", arguments: Fault.all)
  func planted(fault: Fault) throws {
    var scene = try CleanScene.scene()
    fault.plant(&scene)
    let findings = scene.lint()
    #expect(findings.map(\.rule) == [fault.rule])
    #expect(findings.map(\.severity) == [fault.severity])
    #expect(findings.map(\.sentence) == [fault.sentence])
    #expect(findings.flatMap(\.items).allSatisfy(scene.items.indices.contains))
  }

  @Test("lets pass what only looks like a fault", arguments: Twin.all)
  func twin(twin: Twin) throws {
    var scene = try CleanScene.scene()
    twin.change(&scene)
    #expect(scene.lint().map(\.sentence) == [])
  }

  @Test("names the panel where there are several")
  func panels() throws {
    var scene = try CleanScene.scene()
    scene.frames.append(scene.frames[0])
    for index in scene.items.indices where scene.items[index].role.isLegend {
      scene.items[index].panel = 1
    }
    scene.items.append(CleanScene.line(.mark, [(255, 30), (320, 70)], .init(.ink, width: 1)))
    scene.items[scene.items.count - 1].series = "wind"
    scene.items[scene.items.count - 1].clip = nil
    #expect(
      scene.lint().map(\.sentence) == [
        "The legend of panel (b) lies over the line \"wind\"; move it to an empty corner or out of the panel."
      ])
  }

  @Test("looks only at the rules it is given, and always finds the same in the same order")
  func rules() throws {
    var scene = try CleanScene.scene()
    let apart: [LintRule] = [.brokenPlace, .pageWidth, .pageHeight]
    for fault in Fault.all where !apart.contains(fault.rule) { fault.plant(&scene) }
    let all = scene.lint()
    #expect(all == scene.lint())
    #expect(Set(all.map(\.rule)) == Set(LintRule.allCases).subtracting(apart))
    for rule in LintRule.allCases {
      #expect(FigureLinter(rules: [rule]).findings(in: scene) == all.filter { $0.rule == rule })
    }
    let order = all.compactMap { LintRule.allCases.firstIndex(of: $0.rule) }
    #expect(order == order.sorted())
  }

  @Test("survives scenes of any shape")
  func hostile() {
    var random = RandomScene(seed: 11)
    for _ in 0..<300 {
      var scene = random.scene()
      if random.chance() {
        scene.items.append(
          SceneItem(
            .mark,
            .path(Path(through: [Point(.nan, 0), Point(1e308, -1e308)]), fill: .ink, stroke: nil)))
        scene.items.append(
          SceneItem(
            .mark,
            .markers(
              SceneMarkers(.plus, at: [Point(.infinity, 1e300)], sizes: [1e308], paints: [.ink]))))
        scene.items.append(
          SceneItem(
            .label,
            .text(
              SceneText(
                RichText(plain: "a"), size: .nan, at: Point(.nan, 1),
                extent: TextExtent(width: .infinity, ascent: .nan, descent: 1)))))
      }
      let findings = scene.lint()
      #expect(
        findings.allSatisfy {
          $0.sentence.hasSuffix(".") && $0.items.allSatisfy(scene.items.indices.contains)
        })
    }
  }
}

extension SceneItem.Role {
  fileprivate var isLegend: Bool { self == .legendSwatch || self == .legendText }
}

/// One thing that is wrong with a page.
struct Fault: Sendable, CustomTestStringConvertible {
  let rule: LintRule
  let severity: LintFinding.Severity
  let sentence: String
  let plant: @Sendable (inout Scene) -> Void

  var testDescription: String { sentence }

  init(
    _ rule: LintRule, _ severity: LintFinding.Severity, _ sentence: String,
    _ plant: @escaping @Sendable (inout Scene) -> Void
  ) {
    (self.rule, self.severity, self.sentence, self.plant) = (rule, severity, sentence, plant)
  }

  init(
    _ rule: LintRule, _ sentence: String, _ plant: @escaping @Sendable (inout Scene) -> Void
  ) {
    self.init(rule, .fault, sentence, plant)
  }

  static let all: [Fault] = [
    Fault(
      .textOverText,
      #"The tick label "12" and the tick label "13" lie over each other; move or shorten one of them."#
    ) { $0.items.append(CleanScene.text(.tickLabel, "13", 146, 170, .middle, size: 7)) },
    Fault(
      .textOverText,
      #"The axis label "Power (kW)" and the label "a turned one" lie over each other; move or shorten one of them."#
    ) { $0.items.append(CleanScene.text(.label, "a turned one", 2, 80, turn: 30)) },
    Fault(
      .textOverData,
      #"The label "peak" lies over the line "grid"; move it to where nothing is drawn."#
    ) { $0.items[CleanScene.peak] = CleanScene.text(.label, "peak", 120, 53, .middle, size: 7) },
    Fault(
      .textOverData,
      #"The label "here" lies over the dots "solar"; move it to where nothing is drawn."#
    ) {
      // Beside the line, but not beside its dot.
      $0.items[4] = CleanScene.series("solar", 1, [(40, 120), (90, 130)])
      $0.items.append(CleanScene.text(.label, "here", 121, 108))
    },
    Fault(
      .textOverData,
      #"The label "in it" lies over the area "load"; move it to where nothing is drawn."#
    ) {
      $0.items.append(
        CleanScene.area(
          Rectangle(left: 150, top: 60, right: 230, bottom: 88),
          .colour(Colour(red: 230, green: 159, blue: 0)), series: "load"))
      $0.items.append(CleanScene.text(.label, "in it", 170, 80))
    },
    Fault(
      .textOverData, #"The label "on it" lies over the cells; move it to where nothing is drawn."#
    ) {
      let cells = SceneCells(
        area: Rectangle(left: 150, top: 60, right: 230, bottom: 88), columns: 2,
        colours: [Colour.white.opacity(0), Colour(red: 250, green: 240, blue: 60)])
      $0.items.append(SceneItem(.mark, .cells(cells), panel: 0))
      $0.items.append(CleanScene.text(.label, "on it", 180, 80))
    },
    Fault(
      .textOverData,
      #"The title "Station A9" lies over the reference line; move it to where nothing is drawn."#
    ) {
      $0.items.append(
        CleanScene.line(.reference, [(140, 5), (140, 160)], Stroke(.softInk, width: 0.7)))
    },
    Fault(
      .legendOverData,
      "The legend lies over the line \"grid\"; move it to an empty corner or out of the panel."
    ) {
      let clip = Rectangle(left: 40, top: 20, right: 300, bottom: 160)
      $0.items[3] = CleanScene.series("grid", 0, [(40, 60), (120, 50), (300, 48.5)])
      $0.items[3].clip = clip
    },
    Fault(
      .cutOff,
      #"The axis label "Time (h)" reaches 4.6 points beyond the lower edge of the page; give it more room."#
    ) { $0.items[9] = CleanScene.text(.axisLabel, "Time (h)", 140, 203, .middle) },
    Fault(
      .cutOff,
      #"The label "peak" is cut off 4.1 points beyond the left edge of what it is clipped to; give it more room."#
    ) { $0.items[CleanScene.peak].clip = Rectangle(left: 116, top: 20, right: 240, bottom: 160) },
    Fault(
      .cutOff,
      "A grid line reaches 10.0 points beyond the right edge of the page; give it more room."
    ) {
      $0.items[2] = CleanScene.line(.gridLine, [(40, 90), (350, 90)], Stroke(.grid, width: 0.25))
    },
    Fault(
      .brokenPlace,
      "The line \"solar\" has a place or a size that is not a finite number; leave such values out."
    ) { $0.items[4] = CleanScene.series("solar", 1, [(40, 120), (.nan, 110), (240, 130)]) },
    Fault(
      .smallText,
      #"The tick label "0" and 2 others have a size of 4.5 points, and 5 are the least; set it larger."#
    ) { scene in
      for index in 6...8 {
        guard case .text(var text) = scene.items[index].shape else { continue }
        text.size = 4.5
        scene.items[index].shape = .text(text)
      }
    },
    Fault(
      .smallText,
      #"A script in the label "10⁻³" has a size of 4.73 points, and 5 are the least; set it larger."#
    ) { $0.items.append(CleanScene.text(.label, "10^{−3}", 150, 30, size: 5.5)) },
    Fault(
      .smallText, .advice,
      #"A script in the label "10⁻³" has a size of 5.59 points, and 6 are the least; set it larger."#
    ) {
      $0.preset = .ieee
      $0.items.append(CleanScene.text(.label, "10^{−3}", 150, 30, size: 6.5))
    },
    Fault(
      .thinLine,
      "A grid line is drawn 0.2 points wide, and 0.25 are the least that is printed; draw it wider."
    ) {
      $0.items[2] = CleanScene.line(.gridLine, [(40, 90), (240, 90)], Stroke(.grid, width: 0.2))
    },
    Fault(
      .thinLine,
      "A grid line is drawn 0.25 points wide, and 0.3 are the least that is printed; draw it wider."
    ) {
      $0.preset = .springer
    },
    Fault(
      .thinLine,
      "The dots \"solar\" are drawn 0.1 points wide, and 0.25 are the least that is printed; draw it wider."
    ) {
      guard case .markers(var markers) = $0.items[5].shape else { return }
      (markers.isFilled, markers.lineWidth) = (false, 0.1)
      $0.items[5].shape = .markers(markers)
    },
    Fault(
      .similarColours,
      #"The series "grid" and "wind" look alike to eyes without short cones (tritanopia) (CIEDE2000 1.2, at least 10 is wanted); give one of them another colour or dash."#
    ) {
      $0.items.append(
        CleanScene.line(
          .mark, [(40, 140), (240, 150)],
          Stroke(.colour(Colour(red: 0, green: 118, blue: 178)), width: 1), series: "wind"))
    },
    Fault(
      .similarColours, .advice,
      #"The series "grid" and "wind" look alike (CIEDE2000 0.0, at least 10 is wanted); only their kind, dash, marker or hatch tells them apart."#
    ) {
      $0.items.append(
        CleanScene.line(
          .mark, [(40, 140), (240, 150)],
          Stroke(CleanScene.stroke(0).paint, width: 1, dashes: [1, 2]), series: "wind"))
    },
    Fault(
      .similarColours,
      #"The series "fine" and "late" look alike to eyes without medium cones (deuteranopia) (CIEDE2000 4.6, at least 10 is wanted); give one of them another colour or dash."#
    ) { scene in
      // The green and red of tab10; a deuteranope sees 4.6 between them.
      scene.items[4] = CleanScene.series("solar", 6, [(40, 120), (120, 110), (240, 130)])
      scene.items[5] = CleanScene.dots("solar", 6, [(40, 120), (120, 110), (240, 130)])
      let colours = [Colour(red: 44, green: 160, blue: 44), Colour(red: 214, green: 39, blue: 40)]
      for (place, colour) in colours.enumerated() {
        let left = 160 + 30 * Double(place)
        scene.items.append(
          CleanScene.area(
            Rectangle(left: left, top: 140, right: left + 20, bottom: 160), .colour(colour),
            series: ["fine", "late"][place]))
      }
    },
    Fault(
      .similarColours, .advice,
      #"The series "grid" and "load" look alike (CIEDE2000 0.0, at least 10 is wanted); only their kind, dash, marker or hatch tells them apart."#
    ) {
      $0.items.append(
        CleanScene.area(
          Rectangle(left: 150, top: 140, right: 170, bottom: 160), CleanScene.stroke(0).paint,
          series: "load"))
    },
    Fault(
      .faintText,
      #"The label "pale" has a contrast of 2.25 with its ground #FFFFFF, and 4.50 is the least for text; make it darker or lighter."#
    ) {
      $0.items.append(
        CleanScene.text(.label, "pale", 150, 30, paint: .colour(Palette.okabeIto.styles[4].colour)))
    },
    Fault(
      .faintText,
      #"The value "7" has a contrast of 4.05 with its ground #0072B2, and 4.50 is the least for text; make it darker or lighter."#
    ) {
      $0.items.append(
        CleanScene.area(
          Rectangle(left: 150, top: 62, right: 230, bottom: 88), CleanScene.stroke(0).paint,
          series: "grid"))
      $0.items.append(CleanScene.text(.value, "7", 190, 78, .middle))
    },
    Fault(
      .faintLine,
      "The line \"wind\" has a contrast of 1.32 with the paper, and 2.25 is the least for lines; draw it darker."
    ) {
      $0.items.append(
        CleanScene.line(
          .mark, [(40, 140), (240, 150)],
          Stroke(.colour(Palette.okabeIto.styles[6].colour), width: 1, dashes: [1, 1]),
          series: "wind"))
    },
    Fault(
      .missingUnit,
      "The axis \"Power\" says nothing about its unit; add it in parentheses, such as (kW), or (–) for a plain number."
    ) { $0.unitlessAxes = ["Power"] },
    Fault(
      .missingAlternativeText,
      "The figure has no alternative text; say in two sentences what it shows and what is to be seen in it."
    ) { $0.alternativeText = " " },
    Fault(.missingTitle, "The figure has no title; say in a few words what it shows.") {
      $0.title = ""
    },
    Fault(
      .loss, .advice,
      "The layout had no room for the names of 3 of 9 categories; give the figure more room or less to show."
    ) { $0.losses = ["the names of 3 of 9 categories"] },
    Fault(
      .brokenNumber,
      #"The label "peak nan kW" shows a number that is none; leave it out or say why there is no value."#
    ) {
      $0.items[CleanScene.peak] = CleanScene.text(.label, "peak nan kW", 120, 44, .middle, size: 7)
    },
    Fault(
      .pageWidth,
      "The page is 200 mm wide; make it 120 or 180 mm, as the journal's columns are, or at least 60 to 190 mm."
    ) { $0.width = Points(millimetres: 200).value },
    Fault(
      .pageHeight,
      "The page is 241 mm high, and the journal takes at most 240 mm; make it lower or split the figure."
    ) { $0.height = Points(millimetres: 241).value },
  ]
}

/// Something that is no fault.
struct Twin: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let change: @Sendable (inout Scene) -> Void

  init(_ description: String, _ change: @escaping @Sendable (inout Scene) -> Void) {
    (testDescription, self.change) = (description, change)
  }

  static let all: [Twin] = [
    Twin("a value upon its area") {
      $0.items.append(
        CleanScene.area(
          Rectangle(left: 150, top: 62, right: 230, bottom: 88),
          .colour(Colour(red: 230, green: 159, blue: 0)), series: "load"))
      $0.items.append(CleanScene.text(.value, "7", 190, 78, .middle))
    },
    Twin("a label upon a pale band") {
      $0.items.append(
        CleanScene.area(
          Rectangle(left: 50, top: 30, right: 230, bottom: 100),
          .colour(Colour(red: 0, green: 114, blue: 178, alpha: 51)), series: "grid"))
    },
    Twin("a turned text whose upright room overlaps another's") {
      $0.items.append(CleanScene.text(.label, "a slanted text", 60, 108, turn: -45))
      $0.items.append(CleanScene.text(.label, "by", 92, 108))
      $0.items[4] = CleanScene.series("solar", 1, [(40, 140), (120, 130), (240, 130)])
    },
    Twin("a line that its clip keeps from a text") {
      $0.items[3] = CleanScene.series("grid", 0, [(40, 60), (120, 50), (320, 49)])
    },
    Twin("a text in an inset that hides the data beneath it") {
      $0.items.append(
        CleanScene.area(
          Rectangle(left: 60, top: 50, right: 120, bottom: 80), .paper, role: .background))
      $0.items.append(CleanScene.text(.tickLabel, "inside", 70, 60))
    },
    Twin("an outline through whose hollow a text stands") {
      let ring = Path(circleAround: Point(190, 75), radius: 14)
      $0.items.append(
        SceneItem(.mark, .path(ring, fill: nil, stroke: Stroke(.ink, width: 1)), panel: 0))
      $0.items.append(CleanScene.text(.label, "ok", 190, 78, .middle))
    },
    Twin("a text in the hole of an area") {
      let hole = Rectangle(left: 155, top: 64, right: 225, bottom: 86)
      let path = Path(
        Path(Rectangle(left: 150, top: 60, right: 230, bottom: 90)).steps + Path(hole).steps)
      $0.items.append(
        SceneItem(
          .mark, .path(path, fill: .colour(Colour(red: 230, green: 159, blue: 0)), stroke: nil),
          panel: 0, series: "load"))
      $0.items.append(CleanScene.text(.label, "ok", 190, 78, .middle))
    },
    Twin("a leader and a grid line under a text") {
      $0.items.append(
        CleanScene.line(.leader, [(120, 42), (160, 30)], Stroke(.softInk, width: 0.5)))
      $0.items.append(
        CleanScene.line(.gridLine, [(100, 42), (160, 42)], Stroke(.grid, width: 0.25)))
    },
    Twin("a superscript that is large enough") {
      $0.items.append(CleanScene.text(.label, "h^{−1}", 150, 30, size: 8))
    },
    Twin("a hair of paper between areas, and a filled dot with a fine outline") {
      $0.items.append(
        SceneItem(
          .mark,
          .path(
            Path(Rectangle(left: 60, top: 140, right: 90, bottom: 160)), fill: nil,
            stroke: Stroke(.paper, width: 0.1)), panel: 0))
      guard case .markers(var markers) = $0.items[5].shape else { return }
      markers.lineWidth = 0.1
      $0.items[5].shape = .markers(markers)
    },
    Twin("alike colours in different panels") {
      $0.frames.append($0.frames[0])
      var other = CleanScene.series("wind", 0, [(40, 140), (240, 150)])
      other.panel = 1
      $0.items.append(other)
    },
    Twin("alike colours of areas that are named on the axis") { scene in
      for (place, name) in ["12", "0"].enumerated() {
        let left = 160 + 30 * Double(place)
        scene.items.append(
          CleanScene.area(
            Rectangle(left: left, top: 145, right: left + 20, bottom: 160),
            .colour(Colour(red: 204, green: 121, blue: 167)), series: name))
      }
    },
    Twin("lines and dots that are coloured by their values") { scene in
      for step in 0..<20 {
        let colour = Paint.colour(ColourMap.viridis.colour(at: Double(step) / 19))
        for (name, y) in [("a", 145.0), ("b", 150.0)] {
          scene.items.append(
            CleanScene.line(
              .mark, [(60 + 5 * Double(step), y), (65 + 5 * Double(step), y)],
              Stroke(colour, width: 1), series: name))
        }
      }
      let places = [Point(200, 140), Point(210, 140)]
      for name in ["c", "d"] {
        scene.items.append(
          SceneItem(
            .mark,
            .markers(
              SceneMarkers(
                .circle, at: places, sizes: [3],
                paints: [.colour(ColourMap.viridis.colour(at: 1)), .ink])), panel: 0, series: name))
      }
    },
    Twin("lines in the colours of a colour bar, and in that of no value") { scene in
      scene.items.append(
        SceneItem(
          .colourBar,
          .cells(
            SceneCells(
              area: Rectangle(left: 245, top: 100, right: 250, bottom: 160), columns: 1,
              colours: (0..<256).map { ColourMap.viridis.colour(at: Double($0) / 255) })), panel: 0)
      )
      for (place, colour) in [ColourMap.viridis.colour(at: 0.997), ColourMap.missing].enumerated() {
        let y = 140 + 5 * Double(place)
        scene.items.append(
          CleanScene.line(
            .mark, [(60, y), (80, y)], Stroke(.colour(colour), width: 1),
            series: ["value", "none"][place]))
      }
    },
    Twin("words that only contain the letters of no number") {
      $0.items[CleanScene.peak] = CleanScene.text(
        .label, "Nantes, info, Infinite, nan…", 120, 44, .middle, size: 7)
    },
    Twin("a width between 60 and 190 mm") { $0.width = Points(millimetres: 188).value },
    Twin("each of the eight colours once, as areas") { scene in
      for (place, style) in Palette.okabeIto.styles.enumerated() where place > 1 {
        let left = 60 + 20 * Double(place)
        scene.items.append(
          CleanScene.area(
            Rectangle(left: left, top: 145, right: left + 15, bottom: 160), .colour(style.colour),
            series: style.name))
      }
    },
  ]
}
