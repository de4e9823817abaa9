import Peers
import Figures
import Testing

@Suite("Ticks")
struct TicksTests {
  static func labels(_ ticks: Ticks) -> [String] { ticks.major.map(\.label.plainText) }

  @Test(
    "of a linear axis are round numbers near its ends",
    arguments: [
      // The first is the example of J. Talbot's own package "labeling" for R.
      (8.1, 14.1, 4, [8.0, 10, 12, 14]), (0, 100, 5, [0, 25, 50, 75, 100]),
      (0, 1, 5, [0, 0.25, 0.5, 0.75, 1]), (-1, 1, 5, [-1, -0.5, 0, 0.5, 1]),
      (0, 10, 5, [0, 2.5, 5, 7.5, 10]),
    ])
  func linear(low: Double, high: Double, count: Int, expected: [Double]) {
    let ticks = Ticks(for: Scale(.linear, domain: low...high), about: count, reach: .near)
    #expect(ticks.major.map(\.value) == expected)
  }

  @Test(
    "have labels without float noise, with a true minus and common powers set apart",
    arguments: [
      (-0.3, 0.3, ["−0.3", "0.0", "0.3"], nil), (0, 1e9, ["0.0", "0.5", "1.0"], "×10⁹"),
      (0, 2e-9, ["0", "1", "2"], "×10⁻⁹"),
      (
        0, 40_000, ["0", "20\u{202F}000", "40\u{202F}000"],
        nil
      ),
    ] as [(Double, Double, [String], String?)])
  func labelled(low: Double, high: Double, expected: [String], note: String?) {
    let ticks = Ticks(for: Scale(.linear, domain: low...high), about: 3)
    #expect(Self.labels(ticks) == expected)
    #expect(ticks.note?.plainText == note)
  }

  @Test(
    "of a logarithmic axis are decades, with 2 and 5 when there are few",
    arguments: [
      (1, 1000, ["1", "10", "100", "1000"]), (1, 10, ["1", "2", "5", "10"]),
      (0.5, 20, ["0.5", "1", "2", "5", "10", "20"]),
      (1e-6, 1, ["10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"]),
      (20, 30, ["20.0", "22.5", "25.0", "27.5", "30.0"]),
      (1e5, 1e6, ["10⁵", "2×10⁵", "5×10⁵", "10⁶"]),
    ])
  func logarithmic(low: Double, high: Double, expected: [String]) {
    let ticks = Ticks(for: Scale(.log10, domain: low...high), about: 5)
    #expect(!ticks.minor.isEmpty)
    #expect(Self.labels(ticks) == expected)
  }

  @Test("of a symlog axis stand to both sides of zero alike")
  func symlog() {
    let ticks = Ticks(for: Scale(.symlog(threshold: 1), domain: -1000...1000), about: 9)
    #expect(
      Self.labels(ticks)
        == ["−1000", "−100", "−10", "−1", "0", "1", "10", "100", "1000"])
    #expect(ticks.major.map(\.value) == ticks.major.map { -$0.value }.reversed())
    #expect(ticks.minor == ticks.minor.map { -$0 }.reversed())
  }

  @Test(
    "of a day stand at round times",
    arguments: [
      (0, 86_400, ["00:00", "06:00", "12:00", "18:00", "24:00"]),
      (21_600, 36_000, ["06:00", "07:00", "08:00", "09:00", "10:00"]),
      (28_800, 30_600, ["08:00", "08:10", "08:20", "08:30"]),
      (-3600, 90_000, ["00:00", "06:00", "12:00", "18:00", "00:00⁺¹"]),
      (0, 172_800, ["00:00", "12:00", "00:00⁺¹", "12:00⁺¹", "00:00⁺²"]),
      (-172_800, 0, ["00:00⁻²", "12:00⁻²", "00:00⁻¹", "12:00⁻¹", "00:00"]),
    ])
  func timeOfDay(low: Double, high: Double, expected: [String]) {
    let ticks = Ticks(for: Scale(.timeOfDay, domain: low...high), about: 5)
    #expect(Self.labels(ticks) == expected)
  }

  @Test(
    "of dates stand at the start of years, months, weeks and days, and share the rest in the note",
    arguments: [
      (2020, 1, 1, 1827.0, ["2020", "2021", "2022", "2023", "2024", "2025"], nil),
      (2025, 1, 1, 150, ["Jan", "Feb", "Mar", "Apr", "May"], "2025"),
      (2024, 11, 1, 120, ["Nov 2024", "Dec 2024", "Jan 2025", "Feb 2025", "Mar 2025"], nil),
      (2025, 1, 1, 30, ["6 Jan", "13 Jan", "20 Jan", "27 Jan"], "2025"),
      (2025, 1, 6, 4, ["6 Jan", "7 Jan", "8 Jan", "9 Jan", "10 Jan"], "2025"),
      (2025, 1, 6, 0.5, ["00:00", "03:00", "06:00", "09:00", "12:00"], "6 Jan 2025"),
      (-44, 1, 1, 36_525, ["−40", "−20", "0", "20", "40"], nil),
    ] as [(Int, Int, Int, Double, [String], String?)])
  func dates(
    year: Int, month: Int, day: Int, days: Double, expected: [String], note: String?
  ) {
    let start = CivilDate(year: year, month: month, day: day).seconds
    let scale = Scale(.date, domain: start...(start + 86_400 * days))
    let ticks = Ticks(for: scale, about: 5)
    func blanks(_ text: String) -> String {
      String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }
    #expect(Self.labels(ticks).map(blanks) == expected)
    #expect((ticks.note?.plainText).map(blanks) == note)
  }

  @Test(
    "keep their promises over random domains of every size", arguments: ScaleTests.kinds,
    [3, 5, 8])
  func random(kind: Scale.Kind, count: Int) {
    var random = FixedRandom(seed: 2)
    for round in 0..<400 {
      let ends = [random.number(), random.number()].map { kind == .log10 ? $0.magnitude : $0 }
      let reach: Ticks.Reach = round % 2 == 0 ? .inside : .near
      let scale = Scale(kind, covering: ends)
      let ticks = Ticks(for: scale, about: count, reach: reach)
      let values = ticks.major.map(\.value)
      let place = "\(kind) \(scale.domain) gives \(Self.labels(ticks))"
      #expect((2...(3 * count)).contains(values.count), "\(place)")
      #expect(values == values.sorted() && Set(values).count == values.count, "\(place)")
      #expect(ticks.minor == ticks.minor.sorted(), "\(place)")
      #expect(Set(Self.labels(ticks)).count == values.count, "\(place)")
      for value in values {
        let position = scale.position(of: value) ?? .nan
        let slack = reach == .near && kind == .linear ? 0.5 : 0
        #expect(position >= -slack && position <= 1 + slack, "\(place)")
      }
      #expect(ticks.minor.allSatisfy { scale.domain.contains($0) }, "\(place)")
      #expect(Set(ticks.minor).isDisjoint(with: values), "\(place)")
      for label in Self.labels(ticks) {
        #expect(!label.contains("nan") && !label.contains("-") && label.count < 24, "\(place)")
      }
    }
  }

  @Test("enclose the domain when asked to")
  func around() {
    var random = FixedRandom(seed: 3)
    for _ in 0..<300 {
      let scale = Scale(.linear, covering: [random.number(), random.number()])
      let values = Ticks(for: scale, about: 5, reach: .around).major.map(\.value)
      #expect((values.first ?? .nan) <= scale.domain.lowerBound)
      #expect((values.last ?? .nan) >= scale.domain.upperBound)
    }
  }

  @Test("say in their labels and note where they stand")
  func truthful() throws {
    var random = FixedRandom(seed: 4)
    for _ in 0..<500 {
      let scale = Scale(.linear, covering: [random.number(), random.number()])
      let ticks = Ticks(for: scale, about: 6)
      let exponent = ticks.note?.runs.last?.text.replacing("\u{2212}", with: "-") ?? "0"
      for tick in ticks.major {
        let digits = tick.label.plainText.replacing("\u{2212}", with: "-")
          .replacing("\u{202F}", with: "")
        #expect(Double(digits + "e" + exponent) == tick.value, "\(digits) in \(scale.domain)")
      }
    }
  }

  @Test("do not run into one another when labels are long", arguments: ScaleTests.kinds)
  func room(kind: Scale.Kind) {
    var random = FixedRandom(seed: 5)
    for length in [20.0, 60, 150, 400] {
      let room = Ticks.LabelRoom(length: length, em: 7) { 4 * Double($0.plainText.count) }
      for _ in 0..<50 {
        let ends = [random.number(), random.number()].map { kind == .log10 ? $0.magnitude : $0 }
        let scale = Scale(kind, covering: ends)
        let ticks = Ticks(for: scale, about: 8, room: room)
        let boxes = ticks.major.map { tick in
          let middle = (scale.position(of: tick.value) ?? .nan) * length
          let half = room.extent(tick.label) / 2
          return (middle - half, middle + half)
        }
        #expect(!boxes.isEmpty)
        for (left, right) in zip(boxes, boxes.dropFirst()) {
          #expect(left.1 < right.0, "\(Self.labels(ticks)) on \(length) points")
        }
      }
    }
  }

  @Test("come fast enough to be tried again and again")
  func speed() {
    var random = FixedRandom(seed: 6)
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<200 {
        let scale = Scale(.linear, covering: [random.number(), random.number()])
        _ = Ticks(for: scale, about: 6)
      }
    }
    #expect(time < .milliseconds(1000), "200 axes took \(time)")
  }
}

@Suite("Engineering text")
struct EngineeringTextTests {
  @Test(
    "has three digits and a prefix",
    arguments: [
      (12_345, "W", "12.3\u{2009}kW"), (0.00025, "s", "250\u{2009}µs"), (0, "W", "0\u{2009}W"),
      (999.96, "W", "1.00\u{2009}kW"), (-1500, "W", "−1.50\u{2009}kW"),
      (1e9, "Wh", "1.00\u{2009}GWh"),
      (1, "", "1.00"), (22_000, "", "22.0\u{2009}k"), (.nan, "W", "–"), (.infinity, "W", "–"),
    ])
  func text(value: Double, unit: String, expected: String) {
    #expect(value.engineeringText(unit: unit) == expected)
  }

  @Test("has no number that stops it")
  func hostile() {
    for value in [Double.leastNonzeroMagnitude, 1.7e308, -1e300, 1e-31, 1e33] {
      #expect(!value.engineeringText(unit: "W").isEmpty)
    }
  }
}
