import Peers
import EventSimulation
import Testing

@Suite("A waiting line")
struct WaitingLineTests {
  /// A line beside a plain array that says what should be.
  private struct Pair {
    struct Person {
      var customer: Int
      let urgency: Double
      let ticket: Ticket
    }

    var line = WaitingLine<Int>(reservingCapacity: 4)
    var people: [Person] = []
    var gone: [Ticket] = []

    mutating func join(_ customer: Int, urgency: Double) -> Bool {
      let ticket = line.join(customer, urgency: urgency)
      let place = people.firstIndex { $0.urgency > urgency } ?? people.count
      people.insert(Person(customer: customer, urgency: urgency, ticket: ticket), at: place)
      return line.count == people.count
    }

    mutating func removeFirst() -> Bool {
      guard !people.isEmpty else { return line.removeFirst() == nil && line.count == 0 }
      let person = people.removeFirst()
      gone.append(person.ticket)
      return line.removeFirst() == person.customer && line.remove(person.ticket) == nil
        && line.count == people.count
    }

    mutating func remove(_ place: Int) -> Bool {
      let person = people.remove(at: place)
      gone.append(person.ticket)
      return line.remove(person.ticket) == person.customer && line.remove(person.ticket) == nil
        && line.count == people.count
    }

    mutating func replace(_ place: Int, with customer: Int) -> Bool {
      people[place].customer = customer
      line.replace(people[place].ticket, with: customer)
      return line.count == people.count
    }

    func holdsTheSame() -> Bool {
      var copy = line
      let order = (0..<people.count).map { _ in copy.removeFirst() }
      return order == people.map(\.customer) && copy.removeFirst() == nil
        && line.count == people.count
    }
  }

  @Test("does what a sorted array does, with copies going their own ways", arguments: [1, 2, 3])
  func model(seed: UInt64) {
    var random = FixedRandom(seed: seed)
    var pairs = [Pair()]
    for step in 0..<100_000 {
      let which = random.below(pairs.count)
      let joins = step / 1_000 % 2 == 0 ? 50 : 25
      let size = pairs[which].people.count
      let isRight: Bool
      switch random.below(100) {
      case ..<joins:
        let urgency = [0, -1, 1, 0.5, -.infinity, .infinity][random.below(6)]
        isRight = pairs[which].join(step, urgency: seed == 1 ? 0 : urgency)
      case ..<70: isRight = pairs[which].removeFirst()
      case ..<85 where size > 0: isRight = pairs[which].remove(random.below(size))
      case ..<92 where size > 0:
        isRight = pairs[which].replace(random.below(size), with: -step)
      case ..<97 where !pairs[which].gone.isEmpty:
        let gone = pairs[which].gone
        isRight = pairs[which].line.remove(gone[random.below(gone.count)]) == nil
      default:
        if pairs.count < 3 {
          pairs.append(pairs[which])
        } else {
          pairs[random.below(3)] = pairs[which]
        }
        isRight = true
      }
      guard isRight, step % 200 != 0 || pairs.allSatisfy({ $0.holdsTheSame() }) else {
        Issue.record("step \(step) of seed \(seed) went wrong")
        return
      }
    }
  }

  @Test("serves the urgent first and equals in the order of coming")
  func urgency() {
    var line = WaitingLine<Int>()
    for (customer, urgency) in [(1, 0.0), (2, 5), (3, -1), (4, 0), (5, 5), (6, -1)] {
      _ = line.join(customer, urgency: urgency)
    }
    #expect((0..<7).map { _ in line.removeFirst() } == [3, 6, 1, 4, 2, 5, nil])
  }

  @Test("takes no ticket of a copy that went its own way for one of its own")
  func foreignTickets() {
    var line = WaitingLine<Int>()
    _ = line.join(1)
    _ = line.join(2)
    _ = line.removeFirst()
    var copy = line
    let ofCopy = copy.join(3)
    #expect(line.remove(ofCopy) == nil)
    #expect(line.remove(.none) == nil)
    #expect(line.count == 1)
  }

  @Test("refuses to know more about somebody who left, and an urgency that is no number")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      var line = WaitingLine<Int>()
      let ticket = line.join(1)
      _ = line.removeFirst()
      line.replace(ticket, with: 2)
    }
    await #expect(processExitsWith: .failure) {
      var line = WaitingLine<Int>()
      _ = line.join(1, urgency: .nan)
    }
  }
}
