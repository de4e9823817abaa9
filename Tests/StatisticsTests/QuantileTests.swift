import Randomness
import Statistics
import Testing

@Suite("Selecting a quantile")
struct QuantileTests {
  enum Shape: CaseIterable {
    case random, ascending, descending, constant, twoValues, organPipe, fewValues, sawtooth, spikes
  }

  static func values(_ shape: Shape, _ count: Int) -> [Double] {
    var stream = RandomKey(seed: 7).stream()
    return (0..<count).map { index in
      switch shape {
      case .random: stream.nextUnit()
      case .ascending: Double(index)
      case .descending: Double(-index)
      case .constant: 1
      case .twoValues: Double(index % 2)
      case .organPipe: Double(min(index, count - index))
      case .fewValues: Double(stream.next(below: 5))
      case .sawtooth: Double(index % 97)
      case .spikes: stream.next(below: 10) == 0 ? .infinity : 0
      }
    }
  }

  @Test("gives what a sort gives, whatever the order", arguments: Shape.allCases)
  func sorted(shape: Shape) {
    for count in [1, 2, 3, 16, 17, 18, 100, 1001, 40_000] {
      let values = Self.values(shape, count)
      let sorted = values.sorted()
      var buffer = values
      for rank in Set([0, 1, count / 3, count / 2, count - 1]).sorted() where rank < count {
        let share = count == 1 ? 0 : Double(rank) / Double(count - 1)
        let position = Double(count - 1) * share
        let selected = Quantile.select(share, from: &buffer)
        #expect(
          selected >= sorted[Int(position)] && selected <= sorted[Int(position.rounded(.up))],
          "rank \(rank) of \(count)")
      }
      #expect(buffer.sorted() == sorted, "keeps every value")
    }
  }

  @Test("takes time in proportion to the count, whatever the order", arguments: Shape.allCases)
  func speed(shape: Shape) {
    let values = Self.values(shape, 1_000_000)
    let clock = ContinuousClock()
    let best = (0..<5).map { _ in
      var buffer = values
      return clock.measure { _ = Quantile.select(0.5, from: &buffer) }
    }.min()
    // Measured 2 to 35 ms; a quadratic method would take minutes.
    #expect(best ?? .zero < .milliseconds(400))
  }

  @Test("refuses a NaN")
  func notANumber() async {
    await #expect(processExitsWith: .failure) {
      var values = [1, Double.nan]
      _ = Quantile.select(0.5, from: &values)
    }
  }
}
