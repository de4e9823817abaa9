import Figures
import Peers

/// Figures that nobody would draw on purpose: every mark, every axis, hostile values and hostile names.
struct RandomFigure {
  private var random: FixedRandom

  init(seed: UInt64) { random = FixedRandom(seed: seed) }

  static func figure(seed: UInt64) -> Figure {
    var maker = RandomFigure(seed: seed)
    return maker.figure()
  }

  private mutating func figure() -> Figure {
    let width = random.below(3) == 0 ? Double(60 + random.below(131)) : nil
    let count = random.pick([1, 1, 1, 2, 3, 4, 6])
    var figure = Figure(
      "random", name(), caption: "A random figure.",
      format: FigureFormat(
        random.pick(JournalPreset.allCases), random.pick(JournalPreset.Column.allCases),
        width: width),
      arrangement: Arrangement(
        columns: random.below(3) == 0 ? 1 + random.below(3) : nil, sharesX: random.below(5) == 0,
        sharesY: random.below(5) == 0),
      legend: random.pick(LegendPlacement.allCases))
    let shared = (axis(), axis())
    for _ in 0..<count {
      let x = figure.arrangement.sharesX ? shared.0 : axis()
      let y = figure.arrangement.sharesY ? shared.1 : axis()
      var panel = Panel(random.below(3) == 0 ? name() : "", x: x, y: y)
      for _ in 0..<(random.below(4) + (random.below(12) == 0 ? 8 : 0)) {
        panel.marks.append(mark())
      }
      if random.below(10) == 0 {
        var inner = Panel(x: axis(), y: axis())
        inner.marks.append(mark())
        panel = panel.inset(inner, in: random.pick([nil, .upperRight, .lowerLeft]))
      }
      figure.panels.append(panel)
    }
    return figure
  }

  // MARK: - Names and axes

  private mutating func name() -> String {
    random.pick([
      "grid", "solar", "four chargers", "a", "", "<script>alert(1)</script>", "A&B", "^{<b>*",
      "מטען מהיר", "充电站 三号",
      "محطة الشحن", "Nürburgring Süd", "x_{1}^{2}", "\u{0}\u{7}", "CO₂ (g)", "−1 €/kWh",
      "\"quoted\"",
      String(repeating: "station ", count: 10), String(repeating: "W", count: 80), "🚗🔌",
      "fast", "slow", "Rule based", "PPO", "day ahead",
    ])
  }

  private mutating func names() -> [String] {
    let count = random.pick([0, 1, 2, 3, 5, 12, 40, 200])
    return (0..<count).map { "\(name()) \($0)" }
  }

  private mutating func axis() -> Axis {
    let label = name()
    let kind: Axis.Kind =
      switch random.below(9) {
      case 0: .log10
      case 1: .symlog(threshold: random.pick([1, 0.01, 1e6, -1, .nan]))
      case 2: .timeOfDay
      case 3: .date
      case 4: .categories(names())
      default: .linear
      }
    let from = random.below(6) == 0 ? number() : nil
    let to = random.below(6) == 0 ? number() : nil
    var axis = Axis(
      label, unit: random.pick([nil, "min", "kW", "€ kWh^{-1}"]), kind, from: from, to: to,
      zero: random.below(4) == 0, reversed: random.below(6) == 0)
    axis.isShown = random.below(15) != 0
    return axis
  }

  // MARK: - Values

  private mutating func number() -> Double {
    random.pick([
      0, 1, -1, 0.5, 42, 1e-9, 1e9, -1e9, 3.7, 100, 86_400, 1_700_000_000, .nan, .infinity,
      -.infinity,
      1e-300, 1e300, 123_456.789, Double(random.below(1000)) / 10,
    ])
  }

  private mutating func values(_ count: Int) -> [Double] {
    let style = random.below(7)
    let scale = random.pick([1, 1, 1, 100, 1e-9, 1e9, 1e-3])
    return (0..<count).map { index in
      switch style {
      case 0: 5
      case 1: random.below(4) == 0 ? .nan : Double(random.below(100)) * scale
      case 2: number()
      case 3: Double(index) * scale
      case 4: -Double(random.below(1000)) * scale
      default: (Double(random.below(10_000)) / 100 - 20) * scale
      }
    }
  }

  private mutating func count() -> Int { random.pick([0, 1, 2, 3, 10, 30, 100]) }

  private mutating func grid(_ count: Int) -> [Double] {
    let step = random.pick([1.0, 0.1, 900, 3600])
    return (0..<count).map { Double($0) * step }
  }

  private mutating func series() -> String? { random.below(3) == 0 ? nil : name() }

  private mutating func channel() -> ColourChannel {
    ColourChannel(
      name(), unit: random.pick([nil, "kW"]), random.pick(ColourMap.allCases),
      from: random.below(5) == 0 ? number() : nil, to: random.below(5) == 0 ? number() : nil,
      centre: random.below(5) == 0 ? number() : nil, logarithmic: random.below(5) == 0,
      bar: random.below(3) != 0)
  }

  // MARK: - Marks

  private mutating func mark() -> Mark {
    let count = count()
    let x = random.below(3) == 0 ? values(count) : grid(count)
    switch random.below(18) {
    case 0, 1:
      return .line(
        Line(
          x: x, y: values(count), series: series(), steps: random.pick(Line.StepMode.allCases),
          markers: random.below(3) == 0, emphasis: random.pick(Emphasis.allCases)))
    case 2:
      return .band(Band(x: x, low: values(count), high: values(count), series: series()))
    case 3:
      let layers = (0..<(1 + random.below(4))).map { _ in Area.Layer(name(), values(count)) }
      return .area(Area(x: grid(count), layers: layers))
    case 4:
      return .dots(
        Dots(
          x: x, y: values(count), series: series(),
          weights: random.below(4) == 0 ? values(count) : [],
          values: values(count), colours: random.below(3) == 0 ? channel() : nil,
          hollow: random.below(4) == 0))
    case 5:
      let places = Swift.min(count, 30)
      let layers = (0..<(1 + random.below(12))).map { _ in
        Bars.Layer(
          name(), values(places), low: random.below(2) == 0 ? values(places) : [],
          high: values(places))
      }
      return .bars(
        Bars(
          layers, random.pick(Bars.Grouping.allCases), random.pick(Direction.allCases),
          values: random.below(3) == 0, decimals: random.below(3)))
    case 6:
      return .intervals(
        Intervals(
          at: grid(count), centre: values(count), low: values(count), high: values(count),
          series: series(), random.pick(Direction.allCases), caps: random.below(2) == 0))
    case 7:
      let (columns, rows) = (1 + random.below(12), 1 + random.below(8))
      return .cells(
        Cells(
          x: grid(columns), y: grid(rows), values: values(columns * rows), channel(),
          values: random.below(2) == 0))
    case 8:
      let (columns, rows) = (random.below(12), random.below(8))
      return .contours(
        ContourLines(
          x: grid(columns), y: grid(rows), values: values(columns * rows),
          levels: random.below(2) == 0 ? [] : [1, 5, 20, .nan], target: 5))
    case 9:
      return .tracks(
        Tracks(
          (0..<Swift.min(20, count)).map { _ in
            Tracks.Span(
              Double(random.below(6)), from: number(), to: number(), series: series(),
              value: number(),
              text: name())
          }, colours: random.below(3) == 0 ? channel() : nil))
    case 10:
      return .rule(random.below(2) == 0 ? Rule(x: number(), name()) : Rule(y: number(), name()))
    case 11:
      let (a, b) = (number(), number())
      return .referenceBand(
        a <= b ? ReferenceBand(x: a...b, name()) : ReferenceBand(y: 0...1, name()))
    case 12: return .callout(Callout(x: number(), y: number(), plain: name()))
    case 13:
      return .segments(
        Segments(
          fromX: x, fromY: values(count), toX: values(count), toY: values(count), series: series(),
          values: values(count), colours: random.below(2) == 0 ? channel() : nil,
          arrows: random.below(2) == 0))
    case 14:
      return random.below(2) == 0
        ? .histogram(Histogram(values(count), series: series(), density: random.below(2) == 0))
        : .density(Density(values(count), series: series(), least: random.below(2) == 0 ? 0 : nil))
    case 15:
      return .distributions(
        Distributions(
          (0..<(1 + random.below(5))).map { _ in Distributions.Group(name(), values(count)) },
          random.pick(Distributions.Style.allCases), random.pick(Direction.allCases)))
    case 16:
      return .steps(
        StepDistribution(
          values(count),
          censored: random.below(3) == 0 ? (0..<count).map { _ in random.below(2) == 0 } : [],
          series: series(), survival: random.below(2) == 0, band: random.below(2) == 0))
    default:
      return .flows(
        Flows(
          (0..<random.below(8)).map { _ in Flows.Link(name(), name(), number()) }, unit: "kWh"))
    }
  }
}
