import Peers
import Figures
import Testing

@Suite("A scale")
struct ScaleTests {
  static let kinds: [Scale.Kind] = [
    .linear, .log10, .symlog(threshold: 1), .symlog(threshold: 1e-6), .timeOfDay, .date,
  ]

  @Test(
    "puts values where theory puts them",
    arguments: [
      (Scale.Kind.linear, -2.0, 2.0, 1.0, 0.75), (.log10, 0.01, 100, 10, 0.75),
      (.log10, 1, 1000, 1, 0), (.symlog(threshold: 1), -9, 9, 0, 0.5),
      (.symlog(threshold: 1), 0, 99, 9, 0.5), (.timeOfDay, 0, 86_400, 64_800, 0.75),
      (.date, 0, 1e9, 5e8, 0.5), (.linear, 0, 10, 20, 2), (.linear, 0, 10, -10, -1),
    ])
  func known(kind: Scale.Kind, low: Double, high: Double, value: Double, expected: Double) throws {
    let scale = Scale(kind, domain: low...high)
    #expect(scale.fallback == nil)
    let position = try #require(scale.position(of: value))
    #expect((position - expected).magnitude < 1e-14)
  }

  @Test(
    "falls back to a domain that can be drawn, and says so",
    arguments: [
      (Scale.Kind.linear, [], 0...1, Scale.Fallback.noData), (.log10, [], 1...10, .noData),
      (.symlog(threshold: 1), [.nan], 0...1, .noData), (.timeOfDay, [], 0...86_400, .noData),
      (.date, [.infinity], 0...31_536_000, .noData), (.log10, [-1, 0], 1...10, .nothingPositive),
      (.linear, [0, 0], -1...1, .constant), (.linear, [50], 45...55, .constant),
      (.linear, [-50], -55 ... -45, .constant), (.timeOfDay, [7200], 5400...9000, .constant),
      (.date, [0], -43_200...43_200, .constant),
    ] as [(Scale.Kind, [Double], ClosedRange<Double>, Scale.Fallback)])
  func fallback(
    kind: Scale.Kind, values: [Double], domain: ClosedRange<Double>, reason: Scale.Fallback
  ) {
    let scale = Scale(kind, covering: values)
    #expect(scale.fallback == reason)
    #expect((scale.domain.lowerBound - domain.lowerBound).magnitude < 1e-12)
    #expect((scale.domain.upperBound - domain.upperBound).magnitude < 1e-12)
  }

  @Test("leaves out what has no place, and counts it")
  func omitted() {
    let values: [Double] = [-1, 0, 1, .nan, 100, .infinity, -.infinity]
    #expect(Scale(.log10, covering: values).domain == 1...100)
    #expect(Scale(.log10, covering: values).omitted == 5)
    #expect(Scale(.linear, covering: values).omitted == 3)
    #expect(Scale(.log10, covering: values).position(of: -1) == nil)
    for kind in Self.kinds { #expect(Scale(kind, covering: values).position(of: .nan) == nil) }
  }

  @Test("gives back the value from its position, over 18 decades of domains", arguments: kinds)
  func roundTrip(kind: Scale.Kind) throws {
    var random = FixedRandom(seed: 1)
    for _ in 0..<2000 {
      let ends = [random.number(), random.number()].map { kind == .log10 ? $0.magnitude : $0 }
      let scale = Scale(kind, covering: ends)
      let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
      #expect(scale.position(of: low) == 0 && scale.position(of: high) == 1)
      #expect(scale.value(at: 0) == low && scale.value(at: 1) == high)
      let place = Double.random(in: 0...1, using: &random)
      let value = scale.value(at: place)
      #expect(scale.domain.contains(value))
      let back = try #require(scale.position(of: value))
      #expect((back - place).magnitude < 1e-5, "\(low)...\(high)")
    }
  }

  @Test("never gives a NaN or an infinity, whatever it is given", arguments: kinds)
  func hostile(kind: Scale.Kind) {
    let values: [Double] = [
      0, -0.0, 1, -1, 1e-9, 1e9, -1e9, Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude,
      .greatestFiniteMagnitude, -1.7e308, 1e308, .nan, .infinity,
      -.infinity, 1e-300, 1 + 1e-16, 1e9 + 1e-6, 253_402_300_800,
    ]
    for first in values {
      for second in values {
        let scale = Scale(kind, covering: [first, second])
        #expect(scale.domain.lowerBound < scale.domain.upperBound)
        #expect(scale.domain.lowerBound.isFinite && scale.domain.upperBound.isFinite)
        for value in values {
          guard let position = scale.position(of: value) else { continue }
          #expect(position.isFinite, "\(value) in \(scale.domain)")
        }
        for place in [-Double.infinity, -1, 0, 0.3, 1, 2, .infinity, .nan] {
          #expect(scale.domain.contains(scale.value(at: place)))
        }
      }
    }
  }

  @Test("takes a threshold that makes no sense for 1")
  func threshold() {
    for threshold in [0, -1, .nan, .infinity] {
      let scale = Scale(.symlog(threshold: threshold), domain: -10...10)
      #expect(scale == Scale(.symlog(threshold: 1), domain: -10...10))
    }
  }
}

@Suite("A category scale")
struct CategoryScaleTests {
  @Test("gives every name a band, in the order of first appearance")
  func bands() {
    let scale = CategoryScale(["b", "a", "b", "c"])
    #expect(scale.categories == ["b", "a", "c"])
    #expect(scale.position(of: "a") == 0.5)
    #expect(scale.position(of: "d") == nil)
    for name in scale.categories {
      #expect(scale.position(of: name).flatMap { scale.category(at: $0) } == name)
    }
    #expect(scale.category(at: 1) == "c" && scale.category(at: 1.1) == nil)
  }

  @Test("is no trouble when it is empty")
  func empty() {
    let scale = CategoryScale([String]())
    #expect(scale.bandWidth == 1 && scale.category(at: 0.5) == nil)
    #expect(scale.ticks(atMost: 5) == Ticks(major: []))
  }

  @Test("labels as many as wanted and marks the others", arguments: [1, 7, 10, 200, 1000])
  func thinning(limit: Int) {
    let ticks = CategoryScale((1...200).map { "Station \($0)" }).ticks(atMost: limit)
    #expect(ticks.major.count <= limit && 2 * ticks.major.count > min(limit, 200))
    #expect(ticks.major.count + ticks.minor.count == 200)
  }

  @Test("keeps labels apart when it knows how long they are")
  func room() {
    let room = Ticks.LabelRoom(length: 200, em: 8) { 4 * Double($0.plainText.count) }
    let ticks = CategoryScale((1...200).map { "Station \($0)" }).ticks(in: room)
    let texts = ticks.major.map { 4 * Double($0.label.plainText.count) }
    #expect(ticks.major.count > 2)
    for (place, next) in zip(ticks.major.indices, ticks.major.indices.dropFirst()) {
      let distance = 200 * (ticks.major[next].value - ticks.major[place].value)
      #expect(distance - (texts[place] + texts[next]) / 2 >= 4)
    }
  }

  @Test("never reads a name as markup")
  func plain() {
    let ticks = CategoryScale(["^{<b>A&B*"]).ticks()
    #expect(ticks.major.first?.label.runs == [.init("^{<b>A&B*")])
  }
}
