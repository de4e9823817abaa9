import Testing
import Text

@Suite("The books of a station")
struct BooksTests {
  /// Every replication holds Little's law to 1e-9 on its way from empty to empty, or traps.
  @Test("close for stations of all kinds", arguments: 0..<200)
  func close(kind: Int) throws {
    var dice = Dice(state: UInt64(kind))
    let file = try ScratchFile("0\n0\n12\n0.5\n90\n")
    var words = "--customers 300 --replications 2"
    words += " --arrivals \(dice.pick(["0.5", "8", "40", "900"]))"
    words += " --service "
    words += dice.pick(["exponential", "deterministic", "lognormal", file.path])
    words += " --service-mean \(dice.pick(["0.01", "5", "30", "600"]))"
    words += " --chargers \(dice.pick(["1", "2", "7", "300", "unlimited"]))"
    words += " --waiting-spots \(dice.pick(["0", "1", "20", "unlimited", "unlimited"]))"
    words += dice.pick([
      "", "", " --patience exponential --patience-mean 0.001",
      " --patience exponential --patience-mean 20",
      " --patience exponential --patience-mean 1000000",
    ])
    words += dice.pick(["", "", " --pattern rush-hour"])
    let answer = try queue(words, seed: kind)
    let number = { (measure: String) in try answer.number(measure).mean }
    let fates = try number("served") + number("blocked") + number("abandoned")
    #expect(try abs(number("arrivals") - fates) < 1e-9 * max(1, fates), "\(words)")
    #expect(try number("busy_mean") >= 0, "\(words)")
    if answer.rows[0]["stable"]?.bool == true { #expect(try number("queue_mean") >= 0, "\(words)") }
    for measure in measures {
      guard let estimate = try? answer.number(measure) else { continue }
      guard let low = estimate.low, let high = estimate.high else { continue }
      #expect(low <= estimate.mean + 1e-9 && estimate.mean <= high + 1e-9, "\(measure): \(words)")
    }
  }
}

/// A small generator for choosing cases (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func pick(_ words: [String]) -> String {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return words[Int((mixed ^ (mixed >> 31)) % UInt64(words.count))]
  }
}
