import Optimisation
import Testing

@Suite("The confidence of a front")
struct FrontConfidenceTests {
  @Test(
    "covers the true front in at least 93 % of 200 studies", arguments: NoisyStudy.Noise.allCases,
    [8, 20])
  func coverage(noise: NoisyStudy.Noise, count: Int) {
    let covered = (0..<200).count { number in
      let study = NoisyStudy(designs: 25, noise: noise, number: number)
      return FrontConfidence(of: study.replicates(count), draws: 400, seed: UInt64(number))
        .covers(study.front)
    }
    #expect(covered >= 186)
  }

  @Test("covers also when designs have different numbers of replicates")
  func unequal() {
    let covered = (0..<200).count { number in
      let study = NoisyStudy(designs: 25, noise: .common, number: number)
      let replicates = study.replicates { 6 + 5 * ($0 % 5) }
      return FrontConfidence(of: replicates, draws: 400, seed: UInt64(number)).covers(study.front)
    }
    #expect(covered >= 186)
  }

  @Test("narrows with common random numbers and with more replicates")
  func width() {
    func width(_ noise: NoisyStudy.Noise, _ count: Int) -> Double {
      (0..<20).reduce(0) { sum, number in
        let study = NoisyStudy(designs: 25, noise: noise, number: number)
        let confidence = FrontConfidence(of: study.replicates(count), draws: 400, seed: 1)
        let indicator = Hypervolume(reference: [2, 2])
        return sum + indicator.volume(of: confidence.best) - indicator.volume(of: confidence.worst)
      }
    }
    #expect(width(.independent, 40) < 0.6 * width(.independent, 10))
    #expect(width(.common, 20) < width(.independent, 20))
  }

  @Test("gives probabilities that mean what they say")
  func calibration() {
    var (sure, right) = (0, 0)
    for number in 0..<60 {
      let study = NoisyStudy(designs: 25, noise: .common, number: number)
      let truth = Set(ParetoFront(of: study.truth).indices)
      let confidence = FrontConfidence(of: study.replicates(10), draws: 400, seed: 3)
      for (design, probability) in confidence.probabilities.enumerated() {
        guard probability > 0.95 || probability < 0.05 else { continue }
        sure += 1
        right += truth.contains(design) == (probability > 0.5) ? 1 : 0
      }
    }
    #expect(Double(right) > 0.93 * Double(sure) && sure > 500)
  }

  @Test("is certain of what does not vary, and knows who breaks a constraint")
  func constraints() {
    var replicates = PairedReplicates(designs: 3, objectives: 2, constraints: 1)
    for number in 0..<12 {
      let noise = Double(number % 4) - 1.5
      replicates.add([1, 3, -5 + noise], to: 0)
      replicates.add([2, 1, 0.1 * noise], to: 1)
      replicates.add([0, 0, 5 + noise], to: 2)
    }
    let confidence = FrontConfidence(of: replicates, seed: 1)
    #expect(confidence.feasibility[0] == 1 && confidence.feasibility[2] == 0)
    #expect((0.2...0.8).contains(confidence.feasibility[1]))
    #expect(confidence.probabilities[0] == 1 && confidence.probabilities[2] == 0)
    #expect(confidence.candidates == [0, 1])
    #expect(confidence.best == ObjectiveTable([[1, 3], [2, 1]]))
    #expect(confidence.worst == ObjectiveTable([[1, 3]]))
  }

  @Test("is the same for the same seed")
  func seed() {
    let replicates = NoisyStudy(designs: 10, noise: .common, number: 1).replicates(6)
    let one = FrontConfidence(of: replicates, seed: 5)
    let other = FrontConfidence(of: replicates, seed: 5)
    #expect(one.probabilities == other.probabilities && one.lower == other.lower)
    #expect(FrontConfidence(of: replicates, seed: 6).probabilities != one.probabilities)
  }
}
