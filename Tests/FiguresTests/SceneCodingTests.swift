import Figures
import Foundation
import Peers
import Testing
import Text

@Suite("A scene as JSON")
struct SceneCodingTests {
  @Test("reads back as it was, through our coder and through Foundation's")
  func roundTrip() throws {
    var random = RandomScene(seed: 1)
    for round in 0..<400 {
      let scene = random.scene()
      let json = try JSON(encoding: scene)
      #expect(try json.decoded(unknownKeys: .refused) == scene)
      #expect(
        try JSONReader.read(json.compactText).decoded(unknownKeys: .refused) == scene,
        "\(json.compactText)")
      guard round < 40 else { continue }
      #expect(try JSONDecoder().decode(Scene.self, from: JSONEncoder().encode(scene)) == scene)
    }
  }

  @Test("is short and plain")
  func plain() throws {
    let text = SceneText(
      try RichText(markup: "CO_{2}"), size: 8, at: Point(1, 2),
      extent: TextExtent(width: 20, ascent: 6, descent: 1.5))
    #expect(
      try JSON(encoding: SceneItem(.axisLabel, .text(text), panel: 0)).compactText
        == #"{"role":"axisLabel","panel":0,"text":{"text":"CO_{2}","size":8,"anchor":[1,2],"extent":[20,6,1.5]}}"#
    )
    let line = SceneItem(
      .mark,
      .path(
        Path(through: [Point(0, 1.5), Point(-2, 3)]), fill: nil,
        stroke: Stroke(.colour(.black), width: 1)), series: "a",
      clip: Rectangle(left: 0, top: 0, right: 9, bottom: 9))
    #expect(
      try JSON(encoding: line).compactText
        == ##"{"role":"mark","series":"a","clip":[0,0,9,9],"path":"M 0 1.5 L -2 3","stroke":{"paint":"#000000","width":1}}"##
    )
    let cells = SceneCells(
      area: Rectangle(left: 0, top: 0, right: 2, bottom: 2), columns: 2,
      colours: [.black, .white, Colour.black.opacity(0.2), .white])
    #expect(
      try JSON(encoding: cells).compactText
        == #"{"area":[0,0,2,2],"columns":2,"rows":["000000FFFFFF","00000033FFFFFFFF"]}"#)
    #expect(
      try JSON(encoding: RichText(plain: "b").bold).compactText
        == #"{"runs":[{"text":"b","isBold":true}]}"#)
    #expect(try JSON(encoding: Scale.Kind.symlog(threshold: 0.5)).compactText == #"{"symlog":0.5}"#)
    #expect(
      try JSON(encoding: Scale(.log10, covering: [-1, 1, 100])).compactText
        == #"{"kind":"log10","domain":[1,100],"omitted":1}"#)
  }

  @Test("refuses what could not be drawn, and says where")
  func refuses() throws {
    let scene: JSON = [
      "name": "f", "title": "F", "width": 100, "height": 50, "preset": "ieee",
      "frames": [
        [
          "area": [0, 0, 9, 9], "x": ["kind": "linear", "domain": [0, 1]],
          "y": ["kind": "log10", "domain": [1, 10]],
        ]
      ],
      "items": [
        ["role": "mark", "path": "M 0 0 L 1 1", "stroke": ["paint": "ink", "width": 1]],
        [
          "role": "mark",
          "markers": [
            "shape": "circle", "places": [1, 2, 3, 4], "sizes": [2], "paints": ["#0072B2"],
            "lineWidth": 0,
          ],
        ],
        [
          "role": "mark", "cells": ["area": [0, 0, 1, 1], "columns": 2, "rows": ["000000FFFFFF"]],
        ],
        [
          "role": "label",
          "text": [
            "text": "a", "size": 8, "anchor": [1, 2], "extent": [1, 2, 3],
          ],
        ],
      ],
    ]
    _ = try scene.decoded(as: Scene.self, unknownKeys: .refused)
    for (path, value, complaint) in Self.hostile {
      let changed = try #require(scene.setting(path[...], value))
      let failure = #expect(throws: JSONCodingFailure.self, "\(path)") {
        try changed.decoded(as: Scene.self, unknownKeys: .refused)
      }
      #expect(failure?.description == complaint)
    }
  }

  private static let hostile: [([String], JSON, String)] = [
    (["width"], -1, "width: expected a number from 0.0 to 14400.0, found -1.0"),
    (["height"], "nan", "height: expected a number from 0.0 to 14400.0, found nan"),
    (["preset"], "iee", #"preset: there is no "iee" here; did you mean "ieee"?"#),
    (
      ["items", "0", "role"], "marks",
      #"items[0].role: there is no "marks" here; did you mean "mark"?"#
    ),
    (["items", "0", "panel"], -1, "items[0].panel: panels are counted from 0, found -1"),
    (["items", "0", "path"], "L 0 0", "items[0].path: a path must begin with M"),
    (
      ["items", "0", "path"], "M 0 0 Q 1 1",
      "items[0].path: expected M, L, C or Z at character 7 of the path"
    ),
    (
      ["items", "0", "path"], "M 0 1e8",
      "items[0].path: the number at character 5 of the path is beyond 1e7 points"
    ),
    (
      ["items", "0", "path"], "M 0 1e999",
      "items[0].path: the number at character 5 of the path is beyond 1e7 points"
    ),
    (
      ["items", "0", "path"], "M 0 nan",
      "items[0].path: expected a number at character 5 of the path"
    ),
    (["items", "0", "path"], "M 0", "items[0].path: expected a number at character 4 of the path"),
    (
      ["items", "0", "clip"], [0, 0, 1],
      "items[0].clip: expected [left, top, right, bottom], each a number of points up to 1e7"
    ),
    (
      ["items", "0", "clip"], [0, 0, 1, 1e9],
      "items[0].clip: expected [left, top, right, bottom], each a number of points up to 1e7"
    ),
    (["items", "0", "fil"], "ink", #"items[0]: there is no "fil" here; did you mean "fill"?"#),
    (
      ["items", "0", "fill"], "red",
      "items[0].fill: expected ink, softInk, grid, context, paper or a colour such as #0072B2, found red"
    ),
    (
      ["items", "0", "cells"], 1, "items[0]: expected exactly one of path, markers, text and cells"
    ),
    (
      ["items", "0", "stroke", "width"], "inf",
      "items[0].stroke.width: expected a number from 0.0 to 10000000.0, found inf"
    ),
    (
      ["items", "0", "stroke", "dashes"], [0, 0],
      "items[0].stroke.dashes: strokes and gaps must be 0.01 points long in all"
    ),
    (
      ["items", "0", "stroke", "dashes"], [1, -1],
      "items[0].stroke.dashes: expected numbers from 0.0 to 10000000.0, found -1.0"
    ),
    (
      ["items", "1", "markers", "places"], [1],
      "items[1].markers.places: expected x and y by turns, found an odd count of numbers"
    ),
    (
      ["items", "1", "markers", "sizes"], [1, 2, 3],
      "items[1].markers.sizes: expected 1 or 2, one for each place, found 3"
    ),
    (
      ["items", "1", "markers", "paints"], [],
      "items[1].markers.paints: expected 1 or 2, one for each place, found 0"
    ),
    (
      ["items", "2", "cells", "columns"], 0,
      "items[2].cells.columns: expected 1 to 10000000 columns, found 0"
    ),
    (
      ["items", "2", "cells", "columns"], 3,
      "items[2].cells.rows: row 0 needs 18 or 24 hexadecimal digits"
    ),
    (
      ["items", "2", "cells", "rows"], ["00000FFFFFFZ"],
      "items[2].cells.rows: row 0 needs 12 or 16 hexadecimal digits"
    ),
    (
      ["items", "3", "text", "text"], "a^{b",
      "items[3].text.text: the script that opens at character 2 is never closed"
    ),
    (
      ["items", "3", "text", "turn"], 1e9,
      "items[3].text.turn: expected a number from -3600.0 to 3600.0, found 1000000000.0"
    ),
    (
      ["frames", "0", "x", "domain"], [1, 1],
      "frames[0].x.domain: expected two finite numbers, the smaller first"
    ),
    (
      ["frames", "0", "x", "domain"], [0, "inf"],
      "frames[0].x.domain: expected two finite numbers, the smaller first"
    ),
    (
      ["frames", "0", "x", "domain"], [1, 1.00000000000001],
      "frames[0].x.domain: no scale of this kind has the domain [1.0, 1.00000000000001]"
    ),
    (
      ["frames", "0", "y", "fallback"], "constants",
      "frames[0].y.fallback: expected noData, nothingPositive or constant, found constants"
    ),
    (
      ["frames", "0", "y", "domain"], [0, 1],
      "frames[0].y.domain: no scale of this kind has the domain [0.0, 1.0]"
    ),
    (
      ["frames", "0", "y", "kind"], ["symlog": 0],
      "frames[0].y.kind.symlog: a threshold must be above 0, found 0.0"
    ),
    (
      ["frames", "0", "y", "kind"], "log",
      #"frames[0].y.kind: expected linear, log10, timeOfDay, date or {"symlog": threshold}, found log"#
    ),
    (
      ["frames", "0", "y", "omitted"], -1,
      "frames[0].y.omitted: a count cannot be below 0, found -1"
    ),
  ]

  @Test("gives back scales of every kind, also of hostile data")
  func scales() throws {
    var random = RandomScene(seed: 3)
    for _ in 0..<20_000 {
      let scale = random.scale()
      #expect(try JSON(encoding: scale).decoded() == scale, "\(scale)")
    }
  }

  @Test("survives three thousand mutations, and what it accepts reads back")
  func fuzz() throws {
    var random = RandomScene(seed: 7)
    var accepted = 0
    for _ in 0..<3000 {
      let json = Self.mutated(try JSON(encoding: random.scene()), &random.random)
      guard let scene = try? json.decoded(as: Scene.self) else { continue }
      accepted += 1
      #expect(try JSON(encoding: scene).decoded() == scene)
      for frame in scene.frames {
        #expect(frame.x.domain.lowerBound < frame.x.domain.upperBound)
        #expect(frame.x.position(of: 1)?.isFinite != false)
      }
    }
    #expect(accepted > 300 && accepted < 2900, "both verdicts must be frequent: \(accepted)")
  }

  private static let pieces: [JSON] = [
    nil, true, 0, -1, 1e9, 2.5, "", "nan", "ink", "mark", "M 0 0", "#123", "linear", [], [:],
    [1, 2], [0, 0, 1, 1], ["symlog": 1], "a^{", "single",
  ]

  private static func mutated(_ value: JSON, _ random: inout FixedRandom) -> JSON {
    if random.below(7) == 0 { return random.pick(pieces) }
    switch value {
    case .array(var values) where !values.isEmpty:
      let place = random.below(values.count)
      values[place] = mutated(values[place], &random)
      return .array(values)
    case .object(var members) where !members.isEmpty:
      let key = random.pick(members.keys)
      let old = members[key] ?? nil
      members[key] = random.below(20) == 0 ? nil : mutated(old, &random)
      return .object(members)
    default: return value
    }
  }

  @Test("gives back the small values of figures too")
  func small() throws {
    func check<Value: Codable & Equatable>(_ value: Value) throws {
      #expect(try JSON(encoding: value).decoded() == value)
    }
    try check(Palette.okabeIto)
    try check(DashPattern.allCases)
    try check(MarkerShape.allCases)
    try check(Hatch.allCases)
    try check(ColourMap.allCases)
    try check(JournalPreset.Column.allCases)
    try check(Points(millimetres: 89))
    let yellow = Palette.okabeIto.styles[6]
    #expect(throws: JSONCodingFailure.self) {
      try JSON(encoding: [yellow]).decoded(as: Palette.self)
    }
    #expect(throws: JSONCodingFailure.self) { try ([] as JSON).decoded(as: Palette.self) }
    #expect(throws: JSONCodingFailure.self) { try (1e8 as JSON).decoded(as: Points.self) }
    #expect(throws: JSONCodingFailure.self) { try JSON(encoding: Path(through: [Point(.nan, 0)])) }
  }
}

extension JSON {
  /// The value with something else at the end of a way.
  fileprivate func setting(_ path: ArraySlice<String>, _ value: JSON) -> JSON? {
    guard let step = path.first else { return value }
    switch self {
    case .object(var members):
      members[step] = (members[step] ?? .null).setting(path.dropFirst(), value)
      return .object(members)
    case .array(var values):
      guard let index = Int(step), values.indices.contains(index) else { return nil }
      values[index] = values[index].setting(path.dropFirst(), value) ?? .null
      return .array(values)
    default: return path.isEmpty ? value : nil
    }
  }
}

@Suite("Path data")
struct PathDataTests {
  @Test("gives back every bit of every number")
  func exact() throws {
    var random = RandomScene(seed: 2)
    for _ in 0..<2000 {
      let path = random.path()
      #expect(try Path(pathData: path.pathData) == path)
    }
    #expect(
      try Path(pathData: " M0,1.5\nL-2 3Z ")
        == Path(through: [Point(0, 1.5), Point(-2, 3)], isClosed: true))
  }
}
