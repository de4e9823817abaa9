import Peers
import Statistics
import Testing

@Suite("Student's t")
struct StudentTTests {
  static let degrees = [0.5, 1, 2, 3, 4.5, 7, 10, 29, 30, 100, 999, 1e4, 1e6, 1e9]
  static let points = [0, 0.01, 0.3, 0.99, 1.4, 1.499, 1.501, 2, 3.3, 5, 8, 12, 40, 1e4]
  static let shares = [
    1e-12, 1e-6, 0.001, 0.005, 0.025, 0.1, 0.2499, 0.2501, 0.4, 0.4999, 0.5, 0.6, 0.7499, 0.7501,
    0.9, 0.975, 0.995, 0.9999,
  ]

  static let answers = Peer.answers(
    to: """
      from scipy import stats
      for v in \(degrees):
        print(f"cumulative{v!r}", *(repr(float(stats.t.cdf(-t, v))) for t in \(points)))
        print(f"quantile{v!r}", *(repr(float(stats.t.ppf(p, v))) for p in \(shares)))
      """)

  @Test("has the area SciPy gives, to eleven digits", .needsPeer, arguments: degrees)
  func cumulative(degrees: Double) throws {
    let expected = try #require(Self.answers["cumulative\(Self.name(degrees))"])
    #expect(expected.count == Self.points.count)
    for (t, area) in zip(Self.points, expected) {
      let tail = StudentT.cumulative(-t, degreesOfFreedom: degrees)
      #expect((tail - area).magnitude <= 1e-11 * area, "left of -\(t)")
      let rest = StudentT.cumulative(t, degreesOfFreedom: degrees)
      #expect((rest - (1 - area)).magnitude <= 1e-11, "left of \(t)")
    }
  }

  @Test("has the quantiles SciPy gives, to eleven digits", .needsPeer, arguments: degrees)
  func quantile(degrees: Double) throws {
    let expected = try #require(Self.answers["quantile\(Self.name(degrees))"])
    #expect(expected.count == Self.shares.count)
    for (p, point) in zip(Self.shares, expected) {
      let t = StudentT.quantile(p, degreesOfFreedom: degrees)
      #expect((t - point).magnitude <= 1e-11 * point.magnitude + 1e-15, "at \(p)")
    }
  }

  /// Python writes 1000000000.0 where Swift writes 1e+09.
  static func name(_ x: Double) -> String { x == x.rounded() ? "\(Int(x)).0" : "\(x)" }

  @Test(
    "is Cauchy's with one degree of freedom", arguments: [(1, 0.75), (3.0.squareRoot(), 5.0 / 6)])
  func cauchy(t: Double, area: Double) {
    #expect((StudentT.cumulative(t, degreesOfFreedom: 1) - area).magnitude < 1e-15)
    #expect((StudentT.quantile(area, degreesOfFreedom: 1) / t - 1).magnitude < 1e-14)
  }

  @Test("rises from the middle with the height of Cauchy's curve", arguments: [1e-9, 1e-7, 1e-5])
  func middle(t: Double) {
    // ½ + t/π − t³/3π + …; SciPy's own value is off by 3e-10 here.
    let area = 0.5 + t / Double.pi - t * t * t / (3 * Double.pi)
    #expect((StudentT.cumulative(t, degreesOfFreedom: 1) - area).magnitude < 2e-16)
  }

  @Test(
    "has a closed form with two degrees", arguments: [1e-200, 1e-9, 0.01, 0.25, 0.3, 0.7, 0.99])
  func twoDegrees(p: Double) {
    let exact = (2 * p - 1) / (2 * p * (1 - p)).squareRoot()
    #expect((StudentT.quantile(p, degreesOfFreedom: 2) / exact - 1).magnitude < 1e-13)
  }

  @Test("reaches Cauchy's farthest points", arguments: [1e-20, 1e-150, 1e-200, 1e-300])
  func far(p: Double) {
    #expect((StudentT.quantile(p, degreesOfFreedom: 1) * Double.pi * p + 1).magnitude < 1e-12)
  }

  @Test("turns back what it gave, also with the heaviest tails", arguments: [0.01, 0.1, 1e12])
  func roundTrip(degrees: Double) {
    for p in [1e-3, 0.2, 0.3, 0.499, 0.6, 0.975] {
      let t = StudentT.quantile(p, degreesOfFreedom: degrees)
      let back = StudentT.cumulative(t, degreesOfFreedom: degrees)
      #expect((back - p).magnitude < 1e-13, "at \(p)")
    }
  }

  @Test("is the normal with infinitely many degrees")
  func normal() {
    let z = StudentT.quantile(0.975, degreesOfFreedom: .infinity)
    #expect((z - 1.959963984540054).magnitude < 1e-14)
    let almost = StudentT.quantile(0.975, degreesOfFreedom: 1e14)
    #expect((almost - z).magnitude < 1e-13)
  }

  @Test("has the critical values of the printed tables")
  func tables() {
    // Fisher and Yates, two-sided 5 % and 1 %.
    let table: [(Double, Double, Double)] = [
      (1, 12.706, 63.657), (4, 2.776, 4.604), (10, 2.228, 3.169), (30, 2.042, 2.750),
      (120, 1.980, 2.617),
    ]
    for (degrees, five, one) in table {
      #expect((StudentT.quantile(0.975, degreesOfFreedom: degrees) - five).magnitude <= 0.0005)
      #expect((StudentT.quantile(0.995, degreesOfFreedom: degrees) - one).magnitude <= 0.0005)
    }
  }

  @Test("ends at infinity and refuses shares that are none")
  func ends() {
    #expect(StudentT.quantile(0, degreesOfFreedom: 3) == -.infinity)
    #expect(StudentT.quantile(1, degreesOfFreedom: 3) == .infinity)
    #expect(StudentT.quantile(1.5, degreesOfFreedom: 3).isNaN)
    #expect(StudentT.cumulative(-.infinity, degreesOfFreedom: 3) == 0)
    #expect(StudentT.cumulative(.infinity, degreesOfFreedom: 3) == 1)
    #expect(StudentT.cumulative(.nan, degreesOfFreedom: 3).isNaN)
  }
}
