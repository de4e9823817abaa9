import Figures
import Publishing

/// Three figures written by hand, as a drawing backend would hand them over.
enum SampleFigures {
  static let css = """
    .fig { --fig-ink: #16191d; --fig-grid: #dfe3e8; --fig-blue: #0072b2; --fig-red: #b84a00; }
    @media (prefers-color-scheme: dark) {
      .fig { --fig-ink: #e9ecef; --fig-grid: #31373d; --fig-blue: #56b4e9; --fig-red: #f0965a; }
    }
    @media print { .fig { --fig-ink: #000; --fig-grid: #ddd; --fig-blue: #0072b2; --fig-red: #b84a00; } }
    .fig text { fill: var(--fig-ink); font-size: 10.7px; }
    """

  static let waits = Figure.captioned(
    "waits", title: "Waiting time over the number of chargers",
    caption: RichText(runs: [
      .init("95 % quantile of the wait "), .init("W", isItalic: true),
      .init("q", scripts: [.subscript]),
      .init(" over 20 runs; band: 95 % interval. Arrivals: 12 h"),
      .init("−1", scripts: [.superscript]), .init(", α = 0.05."),
    ]))
  static let load = Figure.captioned(
    "load", title: "Load over the hours of the week",
    caption: RichText(plain: "Share of chargers in use, mean of 20 runs. Darker is busier."))
  static let cost = Figure.captioned(
    "cost", title: "Cost per year",
    caption: RichText(plain: "Capital and energy, in thousands of euros."))

  static let page = [
    PageFigure(
      name: "waits", svg: waitsSVG,
      attachments: [
        .init(
          fileName: "waits.pdf", mediaType: "application/pdf", bytes: Array("%PDF-1.7 waits".utf8)),
        .init(fileName: "waits.png", mediaType: "image/png", bytes: png),
      ], csv: waitsCSV,
      altText: "Line chart: the wait falls from 48 min with 7 chargers to below 1 min with 11."),
    PageFigure(
      name: "load", svg: loadSVG,
      attachments: [
        .init(fileName: "load.pdf", mediaType: "application/pdf", bytes: Array("%PDF load".utf8))
      ], csv: loadCSV, altText: "Heat map: weekday evenings are busiest."),
    PageFigure(name: "cost", svg: costSVG, csv: costCSV, altText: "Bars: 7 chargers cost least."),
  ]

  /// A picture of one pixel.
  static let png: [UInt8] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
    0, 0, 0, 58, 126, 155, 85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 104, 0, 0, 0, 130, 0,
    129, 119, 205, 114, 182, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
  ]

  // MARK: - Drawings

  private static let waitValues = [47.77, 18.99, 9.55, 4.04, 0.8]

  private static var waitsSVG: String {
    func x(_ place: Int) -> Double { 60 + 145 * Double(place) }
    func y(_ value: Double) -> Double { 250 - 4.4 * value }
    let line = waitValues.enumerated().map { "\(x($0)),\(y($1))" }.joined(separator: " ")
    let upper = waitValues.enumerated().map { "\(x($0)),\(y($1 * 1.12 + 1))" }
    let lower = waitValues.enumerated().reversed().map { "\(x($0)),\(y($1 * 0.9))" }
    let ticks = (0...5).map { step -> String in
      let place = y(Double(step) * 10)
      return "<path d=\"M60 \(place)H640\" stroke=\"var(--fig-grid)\"/>"
        + "<text x=\"52\" y=\"\(place + 4)\" text-anchor=\"end\">\(step * 10)</text>"
    }.joined()
    let labels = (0..<5).map {
      "<text x=\"\(x($0))\" y=\"268\" text-anchor=\"middle\">\($0 + 7)</text>"
    }
    return svg(
      "waits", "Waiting time over the number of chargers", width: 680, height: 300,
      ticks + labels.joined()
        + "<polygon points=\"\((upper + lower).joined(separator: " "))\" fill=\"var(--fig-blue)\" opacity=\"0.18\"/>"
        + "<polyline points=\"\(line)\" fill=\"none\" stroke=\"var(--fig-blue)\" stroke-width=\"1.6\"/>"
        + "<path d=\"M60 \(y(10))H640\" stroke=\"var(--fig-red)\" stroke-dasharray=\"5 3\"/>"
        + "<text x=\"640\" y=\"\(y(10) - 6)\" text-anchor=\"end\">target: 10 min</text>"
        + "<text x=\"350\" y=\"290\" text-anchor=\"middle\">Chargers</text>"
        + "<text x=\"14\" y=\"140\" text-anchor=\"middle\" transform=\"rotate(-90 14 140)\">95 % wait (min)</text>"
    )
  }

  private static var loadSVG: String {
    let cells = (0..<7).flatMap { day in
      (0..<24).map { hour -> String in
        let share = loadShare(day, hour)
        return "<rect x=\"\(50 + hour * 25)\" y=\"\(20 + day * 25)\" width=\"25\" height=\"25\" "
          + "fill=\"var(--fig-blue)\" opacity=\"\(share)\"/>"
      }
    }
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].enumerated().map {
      "<text x=\"42\" y=\"\(37 + $0 * 25)\" text-anchor=\"end\">\($1)</text>"
    }
    let hours = stride(from: 0, to: 24, by: 6).map {
      "<text x=\"\(50 + $0 * 25)\" y=\"212\" text-anchor=\"middle\">\($0):00</text>"
    }
    return svg(
      "load", "Load over the hours of the week", width: 680, height: 230,
      (cells + days + hours).joined())
  }

  private static func loadShare(_ day: Int, _ hour: Int) -> Double {
    let evening = Double((hour - 18) * (hour - 18))
    return Double(Int((0.12 + (day < 5 ? 0.85 : 0.55) / (1 + evening / 12)) * 100)) / 100
  }

  private static var costSVG: String {
    let bars = [212, 228, 246, 266, 287].enumerated().map { place, cost in
      "<rect x=\"\(50 + place * 54)\" y=\"\(200 - cost / 2)\" width=\"34\" height=\"\(cost / 2)\" fill=\"var(--fig-blue)\"/>"
        + "<text x=\"\(67 + place * 54)\" y=\"216\" text-anchor=\"middle\">\(place + 7)</text>"
        + "<text x=\"\(67 + place * 54)\" y=\"\(194 - cost / 2)\" text-anchor=\"middle\">\(cost)</text>"
    }
    return svg("cost", "Cost per year", width: 336, height: 240, bars.joined())
  }

  private static func svg(
    _ id: String, _ title: String, width: Int, height: Int, _ content: String
  ) -> String {
    "<?xml version=\"1.0\"?>\n<svg class=\"fig\" xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"\(id)-title\">"
      + "<title id=\"\(id)-title\">\(title)</title>\(content)</svg>\n"
  }

  // MARK: - Data

  private static var waitsCSV: String {
    "chargers,wait_p95,low,high\n"
      + waitValues.enumerated().map {
        "\($0 + 7),\($1 + 0.000_123_456_7),\($1 * 0.9),\($1 * 1.12)\n"
      }.joined()
  }

  private static var loadCSV: String {
    "day,hour,share,week\n"
      + (0..<3).flatMap { week in
        (0..<7).flatMap { day in (0..<24).map { "\(day),\($0),\(loadShare(day, $0)),\(week)\n" } }
      }.joined()
  }

  private static let costCSV = "chargers,cost\n7,212\n8,228\n9,246\n10,266\n11,287\n"
}
