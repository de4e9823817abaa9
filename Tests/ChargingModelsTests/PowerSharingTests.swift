import ChargingModels
import Peers
import Testing

@Suite("Power that is too little for all")
struct PowerSharingTests {
  @Test("is shared as the example says")
  func example() {
    var wishes = [10.0, 50, 100]
    PowerSharing.fit(&wishes, in: 0..<3, into: 90)
    #expect(wishes == [10, 40, 40])
    PowerSharing.fit(&wishes, in: 0..<3, into: 90)
    #expect(wishes == [10, 40, 40])
    PowerSharing.fit(&wishes, in: 0..<3, into: 0)
    #expect(wishes == [0, 0, 0])
  }

  @Test("is all given out, and nobody could get more without taking from somebody with less")
  func fairness() {
    var random = FixedRandom(seed: 11)
    for _ in 0..<2000 {
      let count = 1 + random.below(12)
      let wishes = (0..<count).map { _ in
        random.below(4) == 0 ? 0 : Double.random(in: 0...350, using: &random)
      }
      let limit = Double.random(in: 0...1500, using: &random)
      var given = wishes
      PowerSharing.fit(&given, in: 0..<count, into: limit)
      let (asked, sum) = (wishes.reduce(0, +), given.reduce(0, +))
      #expect((sum - min(asked, limit)).magnitude < 1e-9 * max(1, limit))
      let most = given.max() ?? 0
      for (wish, gift) in zip(wishes, given) {
        #expect(gift <= wish && gift >= 0)
        // Who got less than wished got as much as anybody.
        if gift < wish { #expect(gift >= most - 1e-9) }
      }
    }
  }

  @Test("is shared within a part and leaves the others alone")
  func part() {
    var wishes = [100.0, 100, 100, 100]
    PowerSharing.fit(&wishes, in: 1..<3, into: 50)
    #expect(wishes == [100, 25, 25, 100])
  }
}
