import Foundation
import Numerics
import Peers
import Testing

/// The functions that have a promise of one unit in the last place.
enum Elementary: String, CaseIterable {
  case log, logOnePlus, exp, expMinusOne

  func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .log: .log(x)
    case .logOnePlus: .log(onePlus: x)
    case .exp: .exp(x)
    case .expMinusOne: .expMinusOne(x)
    }
  }

  /// The same in Python's `decimal`, exact to 60 digits, of a decimal `x`.
  var exact: String {
    switch self {
    case .log: "x.ln()"
    case .logOnePlus: "(1 + x).ln() if abs(x) > S else x - x**2/2 + x**3/3 - x**4/4"
    case .exp: "x.exp()"
    case .expMinusOne: "x.exp() - 1 if abs(x) > S else x + x**2/2 + x**3/6 + x**4/24"
    }
  }

  /// Arguments of all sizes, dense where rounding is hardest.
  var arguments: [Double] {
    var generator = SystemGenerator(state: 7)
    func uniform(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
      (0..<count).map { _ in Double.random(in: range, using: &generator) }
    }
    let sizes = uniform(-1074...1023.9, 15_000).map(Foundation.exp2)
    switch self {
    case .log:
      return sizes + uniform(0.5...2, 25_000) + uniform(0.9999...1.0001, 10_000)
        + uniform(0 ... .leastNormalMagnitude, 5000) + [
          .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
          1.0.nextUp, 1.0.nextDown, 0.5.squareRoot(), 2.0.squareRoot(),
        ]
    case .logOnePlus:
      return sizes + uniform(-1 + 1e-9...1, 25_000) + uniform(-1e-3...1e-3, 10_000)
        + uniform(-1e-16...1e-15, 5000) + [(-1.0).nextUp, .leastNonzeroMagnitude]
    case .exp:
      return uniform(-745.2...709.78, 25_000) + uniform(-1...1, 25_000)
        + uniform(-745.2 ... -708, 5000)
        + [709.782712893384, -745.1332191019411, -745.1332191019412, 1e-300, -1e-300]
    case .expMinusOne:
      return uniform(-60...709.78, 15_000) + uniform(-3...3, 25_000)
        + uniform(-1e-3...1e-3, 10_000) + uniform(-1e-16...1e-16, 5000)
        + [.leastNonzeroMagnitude, 0.34657359, 0.3465736, -0.34657359, -0.3465736]
    }
  }
}

/// SplitMix64, so that the arguments are the same each time.
struct SystemGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

@Suite("Logarithm and exponential")
struct LogarithmAndExponentialTests {
  @Test(
    "lie within one unit in the last place of the exact value",
    .enabled(if: Peer.isThere, "\(Peer.missing)"), arguments: Elementary.allCases)
  func accuracy(function: Elementary) throws {
    let rows = function.arguments.map { [$0, function($0)] }
    #expect(rows.count > 50_000)
    let script = """
      import math
      from decimal import Decimal as D, getcontext
      getcontext().prec = 60
      S = D('1e-15')
      for a, ours in rows:
        x = D(a)
        exact = \(function.exact)
        print(float(abs(D(ours) - exact) / D(math.ulp(float(exact)))))
      """
    let errors = try Peer.firstNumbers(from: script, rows: rows)
    let worst = try #require(zip(errors, rows).max { $0.0 < $1.0 })
    #expect(worst.0 <= 1, "\(function)(\(worst.1[0])) is \(worst.0) units off")
  }

  @Test("agree with the C library, itself not exact, to two units", arguments: Elementary.allCases)
  func library(function: Elementary) {
    let library: (Double) -> Double =
      switch function {
      case .log: Foundation.log
      case .logOnePlus: Foundation.log1p
      case .exp: Foundation.exp
      case .expMinusOne: Foundation.expm1
      }
    for x in function.arguments {
      let theirs = library(x)
      #expect((function(x) - theirs).magnitude <= 2 * theirs.ulp, "\(function)(\(x))")
    }
  }

  @Test("answer the special arguments as IEEE 754 recommends")
  func specials() {
    #expect(Double.log(0) == -.infinity)
    #expect(Double.log(-0.0) == -.infinity)
    #expect(Double.log(1) == 0)
    #expect(Double.log(.infinity) == .infinity)
    #expect(Double.log(-1).isNaN && Double.log(.nan).isNaN && Double.log(-.infinity).isNaN)
    #expect(Double.log(onePlus: -1) == -.infinity)
    #expect(Double.log(onePlus: .infinity) == .infinity)
    #expect(Double.log(onePlus: -0.0).sign == .minus)
    #expect(Double.log(onePlus: -1.5).isNaN && Double.log(onePlus: .nan).isNaN)
    #expect(Double.exp(0) == 1 && Double.exp(-0.0) == 1)
    #expect(Double.exp(-.infinity) == 0 && Double.exp(.infinity) == .infinity)
    #expect(Double.exp(709.782712893384).isFinite)
    #expect(Double.exp(709.782712893384.nextUp) == .infinity)
    #expect(Double.exp(-745.1332191019411) == .leastNonzeroMagnitude)
    #expect(Double.exp(-746) == 0 && Double.exp(.nan).isNaN)
    #expect(Double.expMinusOne(0) == 0 && Double.expMinusOne(-.infinity) == -1)
    #expect(Double.expMinusOne(.infinity) == .infinity && Double.expMinusOne(.nan).isNaN)
  }

  @Test("show the results of their documentation")
  func documented() {
    #expect(Double.log(10) == 2.302585092994046)
    #expect(Double.exp(1) == 2.718281828459045)
    #expect(Double.log(onePlus: 1e-20) == 1e-20)
    #expect(Double.expMinusOne(1e-20) == 1e-20)
  }

  @Test("keep every bit from one version to the next", arguments: Elementary.allCases)
  func golden(function: Elementary) {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for step in 1...10_000 {
      let x = Double(step) / 128
      digest = (digest ^ function(x).bitPattern) &* 0x0000_0100_0000_01b3
    }
    let recorded: [Elementary: UInt64] = [
      .log: 11_175_528_331_119_088_799, .logOnePlus: 11_276_374_783_068_200_983,
      .exp: 28_722_802_295_945_194, .expMinusOne: 2_387_136_988_809_535_114,
    ]
    #expect(digest == recorded[function], "\(function)")
  }

  @Test("give logarithms that never fall")
  func monotone() {
    var x = 0.999
    for _ in 0..<200_000 {
      let next = x + 1e-8
      #expect(Double.log(x) <= Double.log(next))
      x = next
    }
  }
}
