/// Where the marks of one panel are drawn: the panel's scales, the looks of series, the rules of the journal.
struct Canvas {
  let frame: PanelFrame
  let panel: Int
  let preset: JournalPreset
  let book: SeriesBook
  let measure: any TextMeasure
  /// The size of small type.
  let typeSize: Double
  /// Whether several series fill areas, so that each needs its hatch.
  let hatchesAreas: Bool
  private(set) var items: [SceneItem] = []
  /// Texts that want a place of their own, once all marks are drawn.
  private(set) var callouts: [Callout] = []
  /// What had no room.
  private(set) var losses: [String] = []

  init(
    frame: PanelFrame, panel: Int, preset: JournalPreset, book: SeriesBook,
    measure: any TextMeasure, hatchesAreas: Bool
  ) {
    self.hatchesAreas = hatchesAreas
    (self.frame, self.panel, self.preset) = (frame, panel, preset)
    (self.book, self.measure) = (book, measure)
    self.typeSize = preset.type.tick
  }

  var lines: LineWidths { preset.lines }

  /// Where the data may be drawn: lines on the frame keep their full width.
  var clip: Rectangle { frame.area.grown(by: 0.8) }

  mutating func draw(
    _ role: SceneItem.Role, _ path: Path, fill: Paint? = nil, stroke: Stroke? = nil,
    series: String? = nil, isClipped: Bool = true
  ) {
    guard !path.isEmpty else { return }
    items.append(
      SceneItem(
        role, .path(path, fill: fill, stroke: stroke), panel: panel, series: series,
        clip: isClipped ? clip : nil))
  }

  mutating func draw(_ markers: SceneMarkers, series: String? = nil, role: SceneItem.Role = .mark) {
    guard let markers = markers.within(frame.area.grown(by: 0.01)) else { return }
    items.append(
      SceneItem(role, .markers(markers), panel: panel, series: series, clip: clip.grown(by: 4)))
  }

  mutating func draw(_ cells: SceneCells, role: SceneItem.Role = .mark) {
    items.append(SceneItem(role, .cells(cells), panel: panel, clip: clip))
  }

  mutating func write(_ role: SceneItem.Role, _ text: SceneText, series: String? = nil) {
    guard !text.text.isEmpty else { return }
    items.append(SceneItem(role, .text(text), panel: panel, series: series))
  }

  /// A text at the panel's small size, with its ink centred at a height.
  func text(
    _ text: RichText, at place: Point, _ alignment: SceneText.Alignment = .middle,
    paint: Paint = .ink, size: Double? = nil, turn: Double = 0
  ) -> SceneText {
    let size = size ?? typeSize
    return SceneText(
      text, size: size, paint: paint, at: place, alignment, turn: turn,
      extent: measure.extent(of: text, size: size))
  }

  /// How far below its middle the base line of a text without descenders is.
  func middleDrop(_ size: Double? = nil) -> Double { 0.364 * (size ?? typeSize) }

  mutating func lose(_ loss: String) { losses.append(loss) }
  mutating func call(_ callout: Callout) { callouts.append(callout) }

  /// Draws the hatch of a series upon a shape made of polygons.
  mutating func hatch(_ polygons: [[Point]], _ hatch: Hatch, series: String?) {
    guard hatch != .none, hatchesAreas else { return }
    let lines = HatchLines(hatch, in: polygons, spacing: 3.2)
    let stroke = Stroke(.paper, width: 0.5)
    if !lines.path.isEmpty { draw(.hatch, lines.path, stroke: stroke, series: series) }
    if !lines.places.isEmpty {
      draw(
        SceneMarkers(.circle, at: lines.places, sizes: [1.1], paints: [.paper], lineWidth: 0.25),
        series: series, role: .hatch)
    }
  }

  /// Takes over what was drawn elsewhere.
  mutating func take(_ items: [SceneItem]) { self.items += items }
}

/// What every mark can do for the layout.
protocol PanelContent {
  /// The series it shows.
  var seriesNames: [String] { get }
  /// The signs that stand for them in a legend.
  var legendKeys: [LegendKey] { get }
  /// What its colours stand for, if they do.
  var channel: (colours: ColourChannel, values: [Double])? { get }
  /// Says how far its values reach.
  func extend(_ reach: inout Reach)
  /// Draws it.
  func draw(on canvas: inout Canvas, colours: ColourRange?)
  /// Writes down its data.
  func record(in table: inout TidyTable)
}

extension PanelContent {
  var seriesNames: [String] { legendKeys.map(\.series) }
  var channel: (colours: ColourChannel, values: [Double])? { nil }
}

/// The signs that stand for one series in a legend.
struct LegendKey: Equatable {
  var series: String
  var signs: Set<Sign>
  /// The shape of its dots instead of that of the series.
  var shape: MarkerShape?

  enum Sign: Hashable {
    case line, strongLine, arrow, marker, hollowMarker, band, patch, hatchedPatch
  }
}

extension Mark {
  /// What the mark can do for the layout.
  var content: any PanelContent {
    switch self {
    case .line(let mark): mark
    case .band(let mark): mark
    case .area(let mark): mark
    case .dots(let mark): mark
    case .bars(let mark): mark
    case .intervals(let mark): mark
    case .cells(let mark): mark
    case .contours(let mark): mark
    case .tracks(let mark): mark
    case .rule(let mark): mark
    case .referenceBand(let mark): mark
    case .callout(let mark): mark
    case .segments(let mark): mark
    case .histogram(let mark): mark
    case .density(let mark): mark
    case .distributions(let mark): mark
    case .steps(let mark): mark
    case .flows(let mark): mark
    }
  }

  /// The series it shows.
  var seriesNames: [String] { content.seriesNames }
}

extension LegendKey {
  /// One key, or none for a mark without a name.
  static func named(_ series: String?, _ signs: Set<Sign>) -> [LegendKey] {
    guard let series, !series.isEmpty else { return [] }
    return [LegendKey(series: series, signs: signs)]
  }
}

extension SceneMarkers {
  /// Those whose centres are in a rectangle; nil when there are none.
  func within(_ area: Rectangle) -> SceneMarkers? {
    let kept = places.indices.filter { area.contains(places[$0]) }
    guard !kept.isEmpty else { return nil }
    guard kept.count < places.count else { return self }
    var markers = self
    markers.places = kept.map { places[$0] }
    if sizes.count > 1 { markers.sizes = kept.map { sizes[$0] } }
    if paints.count > 1 { markers.paints = kept.map { paints[$0] } }
    return markers
  }
}
