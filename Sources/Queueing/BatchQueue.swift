import Numerics

/// The queue of M/D/*c*, seen once per service time: *c* leave, a Poisson number arrives.
///
/// After one service time all who were in service have left and none who started since has, so the
/// number waiting follows *Q*′ = max(0, *Q* + *A* − *c*). With *S*ₗ the sum of *l* times *A* − *c*,
/// Spitzer's identity (1956, doi:10.1090/S0002-9947-1956-0079851-X) makes *Q* compound Poisson:
///
///     E[z^Q] = exp Σₖ r(k) (zᵏ − 1),   r(k) = Σₗ P(Sₗ = k)/l,   n q(n) = Σₖ k r(k) q(n − k)
///
/// Every term is positive, so each probability has nearly all its digits, from a station where one
/// customer in 10²⁰⁰ waits to one at 99.99 % load. The usual way, by the *c* roots inside the unit
/// circle, subtracts numbers of size one and knows small probabilities to 10⁻¹⁶ absolutely.
/// For long queues q(n) falls geometrically, by the one real root outside the circle; with hundreds
/// of servers at middling load only shares below some 10⁻¹⁰⁰ are that far out before it is exact.
struct BatchQueue: Sendable {
  /// The mean number waiting.
  private(set) var meanLength = 0.0

  /// P(*Q* > *n*) for the queue lengths that are told one by one.
  private var longer: [Double] = []
  /// The logarithm of the factor from one long queue to the next.
  private let logDecay: Double

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - load: The mean number of arrivals during one service time, below `batch`.
  ///   - batch: The number of servers.
  init(load: Double, batch: Int) {
    let servers = Double(batch)
    let spare = (servers - load) / servers
    logDecay = Self.logDecay(spare: spare)

    // The second root has gone after some multiple of √c; earlier if nothing is left.
    let count = 100 + Int(40 * servers.squareRoot())
    let jumps = Self.jumps(load: load, servers: servers, spare: spare, count: count)
    var queue = [1.0]
    for length in 1...count {
      var sum = 0.0
      for jump in 1...length { sum += jumps[jump] * queue[length - jump] }
      queue.append(sum / Double(length))
      guard sum > 1e-250 else { break }
    }
    let last = queue.count - 1
    // Σ over the lengths beyond the last: a geometric series.
    let ratio = Double.exp(logDecay)
    let oneLess = -Double.expMinusOne(logDecay)
    let tail = queue[last] * ratio / oneLess
    var above = CompensatedSum()
    above.add(tail)
    longer = [Double](repeating: 0, count: last + 1)
    for length in stride(from: last, through: 0, by: -1) {
      longer[length] = above.value
      above.add(queue[length])
    }
    for length in longer.indices { longer[length] /= above.value }
    meanLength = longer.compensatedSum() + longer[last] * ratio / oneLess
  }

  /// Returns P(*Q* + *N* ≥ `places`) for *N* Poisson with mean `arrivals`.
  func shareBehind(places: Int, arrivals: Double) -> Double {
    // Terms relative to the most likely number, which their sum then makes probabilities.
    let mode = Int(arrivals)
    var total = CompensatedSum()
    var behind = CompensatedSum()
    func add(_ number: Int, _ weight: Double) {
      total.add(weight)
      behind.add(weight * shareLonger(than: places - 1 - number))
    }
    add(mode, 1)
    var weight = 1.0
    for number in stride(from: mode, to: 0, by: -1) {
      weight *= Double(number) / arrivals
      guard weight > 1e-40 else { break }
      add(number - 1, weight)
    }
    weight = 1
    var number = mode
    while weight > 1e-290 {
      number += 1
      weight *= arrivals / Double(number)
      add(number, weight)
    }
    return Swift.min(1, behind.value / total.value)
  }

  private func shareLonger(than length: Int) -> Double {
    guard length >= 0 else { return 1 }
    guard length >= longer.count else { return longer[length] }
    let last = longer.count - 1
    return longer[last] * Double.exp(Double(length - last) * logDecay)
  }

  /// Returns the logarithm of 1/ζ, where ζ > 1 solves ρ(ζ − 1) = ln ζ.
  ///
  /// With *w* = ζ − 1: *w* − ln(1 + *w*) = (1 − ρ)*w*, by Newton's method from the right of the
  /// root, where the function is convex. From ln ζ ≤ 2(√ζ − 1) follows √ζ ≤ 2/ρ − 1.
  private static func logDecay(spare: Double) -> Double {
    let reach = 2 / (1 - spare)
    var w = reach * (reach - 2)
    for _ in 0..<200 {
      let value = Double.logarithmRemainder(w) - spare * w
      let next = w - value / (w / (1 + w) - spare)
      guard next < w, next > 0 else { break }
      w = next
    }
    return -Double.log(onePlus: w)
  }

  /// Returns *k* r(*k*) for *k* up to `count`.
  private static func jumps(
    load: Double, servers: Double, spare: Double, count: Int
  ) -> [Double] {
    // The rate at which P(Sₗ = 0) falls with l: c(ρ − 1 − ln ρ).
    let fall = servers * Double.logarithmRemainder(-spare)
    var jumps = [Double](repeating: 0, count: count + 1)
    for (steps, weight) in terms(fall: fall) {
      let places = steps * servers
      let mean = steps * load
      // P(Poisson(mean) = places), by Stirling's formula with its remainder.
      var term =
        weight / steps * Double.exp(-steps * fall - stirlingRemainder(places))
        / (6.28318530717958647693 * places).squareRoot()
      for jump in 1...count {
        let rank = Double(jump)
        term *= mean / (places + rank)
        guard term.magnitude > 1e-300 else { break }
        jumps[jump] += rank * term
      }
    }
    return jumps
  }

  /// Returns points and weights for the sum of a smooth function over the numbers *l* from 1.
  ///
  /// The first hundred one by one; the rest as an integral from 100½, with Euler and Maclaurin's
  /// two corrections at its start taken from differences. At 99.99 % load the sum has 10¹⁰ terms.
  private static func terms(fall: Double) -> [(steps: Double, weight: Double)] {
    let single = 100
    var terms = (1...single).map { (steps: Double($0), weight: 1.0) }
    guard fall * Double(single) < 700 else { return terms }
    // The sum of f(l) over l > L = ∫ f from L + ½ + f′/24 − 7 f‴/5760.
    let first = 27.0 / 576 + 3 * 7.0 / 5760
    let second = 1.0 / 576 + 7.0 / 5760
    terms[single - 2].weight += second
    terms[single - 1].weight -= first
    terms.append((Double(single + 1), first))
    terms.append((Double(single + 2), -second))
    var start = Double(single) + 0.5
    repeat {
      let width = Swift.min(start, 8 / fall)
      GaussLegendre.forEachPoint(from: start, width: width) { terms.append(($0, $1)) }
      start += width
    } while start * fall < 60
    return terms
  }

  /// Returns ln Γ(*n* + 1) less Stirling's (*n* + ½) ln *n* − *n* + ½ ln 2π, for *n* ≥ 1.
  private static func stirlingRemainder(_ n: Double) -> Double {
    guard n >= 16 else {
      let halfLogTwoPi = 0.918938533204672741780
      return GammaFunction.log(n + 1) - (n + 0.5) * Double.log(n) + n - halfLogTwoPi
    }
    let z = 1 / (n * n)
    return (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z / 1188)))) / n
  }
}
