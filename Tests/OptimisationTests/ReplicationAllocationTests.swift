import Optimisation
import Testing

@Suite("A sequential allocation")
struct ReplicationAllocationTests {
  @Test("with a race does as well with 1000 replicates as equal shares with 3400")
  func share() {
    var (mistakes, equalMistakes, regret, equalRegret, spent) = (0, 0, 0.0, 0.0, 0)
    let studies = 20
    for number in 0..<studies {
      let study = NoisyStudy(designs: 100, depth: 0.5, noise: .common, number: 1000 + number)
      let equal = study.replicates(34)
      equalMistakes += study.mistakes(equal)
      equalRegret += study.regret(equal)
      var replicates = study.replicates(4)
      var race = DesignRace(designs: 100)
      for round in 0..<20 {
        race.drop(in: replicates)
        let next = ReplicationAllocation(
          of: replicates, active: race.survivors, budget: 30, seed: UInt64(round))
        for (design, count) in next.replicates.enumerated() {
          study.simulate(design, count, into: &replicates)
        }
      }
      mistakes += study.mistakes(replicates, among: race.survivors)
      regret += study.regret(replicates, among: race.survivors)
      spent += replicates.total
    }
    #expect(spent <= studies * 1000)
    #expect(mistakes <= equalMistakes)
    #expect(regret <= equalRegret)
  }

  @Test("gives its budget to the designs in doubt and nothing where there is none")
  func doubt() {
    var replicates = PairedReplicates(designs: 3, objectives: 2)
    for number in 0..<10 {
      let noise = 0.1 * Double(number % 3 - 1)
      replicates.add([0, 1 + noise], to: 0)
      replicates.add([0.01, 1 - noise], to: 1)
      replicates.add([5, 5], to: 2)
    }
    let next = ReplicationAllocation(of: replicates, budget: 7, seed: 1)
    #expect(next.replicates.reduce(0, +) == 7 && next.replicates[2] == 0)
    let settled = ReplicationAllocation(of: replicates, active: [0, 2], budget: 7, seed: 1)
    #expect(settled.replicates == [0, 0, 0])
  }

  @Test("takes part in a race that rarely drops a design of the true front")
  func race() {
    var (wrong, dropped) = (0, 0)
    for number in 0..<200 {
      let study = NoisyStudy(designs: 25, noise: .common, number: number)
      let truth = Set(ParetoFront(of: study.truth).indices)
      var race = DesignRace(designs: 25)
      for count in [5, 10, 20] { race.drop(in: study.replicates(count)) }
      let lost = Set(study.truth.indices).subtracting(race.survivors)
      dropped += lost.count
      wrong += truth.isDisjoint(with: lost) ? 0 : 1
    }
    #expect(wrong <= 14)
    #expect(dropped > 1000)
  }
}
