import Randomness
import Statistics
import Testing

@Suite("Holm's correction")
struct HolmTests {
  @Test(
    "gives the adjusted values worked by hand",
    arguments: [
      // In order 4 · 0.005, 3 · 0.01, 2 · 0.03, and 1 · 0.04 may not sink below that.
      ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
      // Equal values stay equal: 3 · 0.02 lifts the second.
      ([0.02, 0.02, 0.04], [0.06, 0.06, 0.06]),
      ([0.5, 0.9], [1, 1]),
      ([0.3], [0.3]),
      ([0, 1], [0, 1]),
      ([], []),
    ])
  func worked(pValues: [Double], expected: [Double]) {
    let adjusted = Holm.adjusted(pValues)
    #expect(adjusted.count == expected.count)
    for (value, target) in zip(adjusted, expected) { #expect((value - target).magnitude < 1e-15) }
  }

  @Test("keeps the chance of any false rejection within the level")
  func familyWise() {
    // Five true hypotheses, independent: Holm rejects one when the smallest is below 0.05 / 5, so
    // with probability 1 − 0.99⁵ = 0.0490. Three standard errors of 4000 trials are 0.0103.
    let rejected = Samples.share(of: 4000) { number in
      var stream = Samples.key.key("p-values").stream(number)
      let pValues = (0..<5).map { _ in stream.nextUnit() }
      return Holm.adjusted(pValues).contains { $0 <= 0.05 }
    }
    #expect((rejected - 0.0490).magnitude < 0.0103)
  }

  @Test("refuses what is no probability")
  func refused() async {
    await #expect(processExitsWith: .failure) { _ = Holm.adjusted([1.2]) }
  }
}
