import Peers
import EventSimulation
import Quantities
import Testing

@Suite("An agenda")
struct AgendaTests {
  private func moment(_ seconds: Double) -> SimulatedTime {
    SimulatedTime(sinceStart: .seconds(seconds))
  }

  @Test("keeps the order of time, then priority, then scheduling")
  func order() {
    struct Entry {
      let time: Double
      let priority: UInt8
      let number: Int
    }
    var random = FixedRandom(seed: 5)
    var agenda = Agenda<Int>()
    let entries = (0..<5_000).map { number in
      Entry(
        time: Double(random.below(50)) / 8, priority: [0, 1, 2, 128, 255][random.below(5)],
        number: number)
    }
    for entry in entries {
      agenda.schedule(entry.number, at: moment(entry.time), priority: entry.priority)
    }
    let expected = entries.sorted {
      ($0.time, $0.priority, $0.number) < ($1.time, $1.priority, $1.number)
    }
    for entry in expected {
      guard agenda.nextTime == moment(entry.time), agenda.next() == entry.number,
        agenda.now == moment(entry.time)
      else {
        Issue.record("event \(entry.number) did not come in its turn")
        return
      }
    }
    #expect(agenda.next() == nil)
    #expect(agenda.nextTime == .never)
  }

  @Test("puts what is scheduled now behind what was scheduled before for the same moment")
  func sameMoment() {
    var agenda = Agenda<Int>()
    agenda.schedule(1, after: .minutes(1))
    agenda.schedule(2, after: .minutes(1))
    #expect(agenda.next() == 1)
    agenda.schedule(3, after: .zero)
    agenda.schedule(4, after: .zero, priority: 1)
    agenda.schedule(5, at: agenda.now)
    #expect((0..<4).map { _ in agenda.next() } == [2, 3, 5, 4])
    #expect(agenda.now == .start + .minutes(1))
  }

  @Test("takes minus zero for the start")
  func minusZero() {
    var agenda = Agenda<Int>()
    agenda.schedule(1, after: .seconds(1))
    agenda.schedule(2, at: moment(-0.0))
    agenda.schedule(3, at: moment(0))
    #expect((0..<3).map { _ in agenda.next() } == [2, 3, 1])
  }

  @Test("lets a cancelled event not happen, and says whether it was still to come")
  func cancel() {
    var agenda = Agenda<Int>()
    let first = agenda.schedule(1, after: .seconds(1))
    let second = agenda.schedule(2, after: .seconds(2))
    agenda.schedule(3, after: .seconds(3))
    #expect(agenda.cancel(second) == true)
    #expect(agenda.cancel(second) == false)
    #expect(agenda.count == 2)
    #expect(agenda.next() == 1)
    #expect(agenda.cancel(first) == false)
    #expect(agenda.next() == 3)
    #expect(agenda.next() == nil)
  }

  @Test("gives up to a moment only what lies no later")
  func nextUntil() {
    var agenda = Agenda<Int>()
    agenda.schedule(1, after: .seconds(1))
    agenda.schedule(2, after: .seconds(2))
    #expect(agenda.next(until: moment(0.5)) == nil)
    #expect(agenda.now == .start)
    #expect(agenda.next(until: moment(1)) == 1)
    #expect(agenda.next(until: moment(1.999)) == nil)
    #expect(agenda.now == moment(1))
    #expect(agenda.next(until: .never) == 2)
    #expect(agenda.next(until: .never) == nil)
  }

  @Test("waits up to the next event")
  func wait() {
    var agenda = Agenda<Int>()
    agenda.schedule(1, after: .seconds(10))
    agenda.wait(until: moment(4))
    #expect(agenda.now == moment(4))
    agenda.schedule(2, after: .seconds(1))
    agenda.wait(until: moment(5))
    #expect(agenda.next() == 2)
    #expect(agenda.now == moment(5))
  }

  @Test("refuses an event in the past")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, after: .seconds(2))
      _ = agenda.next()
      agenda.schedule(2, at: .start + .seconds(1.999_999))
    }
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, after: .seconds(-1e-300))
    }
  }

  @Test("refuses an event at no number")
  func notANumber() async {
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, after: .seconds(.nan))
    }
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, at: SimulatedTime(sinceStart: .seconds(-.nan)))
    }
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.wait(until: SimulatedTime(sinceStart: .seconds(.nan)))
    }
    var agenda = Agenda<Int>()
    agenda.schedule(1, after: .zero)
    #expect(agenda.next(until: SimulatedTime(sinceStart: .seconds(.nan))) == nil)
  }

  @Test("refuses to wait beyond an event, or back")
  func badWait() async {
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, after: .seconds(1))
      agenda.wait(until: .start + .seconds(1.5))
    }
    await #expect(processExitsWith: .failure) {
      var agenda = Agenda<Int>()
      agenda.wait(until: .start + .seconds(2))
      agenda.wait(until: .start + .seconds(1))
    }
    // The same steps within bounds end well, so it is the bounds that made the others fail.
    await #expect(processExitsWith: .success) {
      var agenda = Agenda<Int>()
      agenda.schedule(1, after: .seconds(1))
      agenda.wait(until: .start + .seconds(1))
      agenda.schedule(2, at: .start + .seconds(1))
    }
  }
}
