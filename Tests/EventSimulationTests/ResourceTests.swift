import EventSimulation
import Quantities
import Testing

@Suite("A resource")
struct ResourceTests {
  private func at(_ minutes: Double) -> SimulatedTime { .start + .minutes(minutes) }

  @Test("starts, lets wait and refuses as there is room")
  func admissions() throws {
    var chargers = Resource<Int>(servers: 2, waitingSpots: 1)
    #expect(chargers.request(1, at: at(0)) == .started)
    #expect(chargers.request(2, at: at(1)) == .started)
    guard case .waiting = chargers.request(3, at: at(2)) else {
      Issue.record("the third does not wait")
      return
    }
    #expect(chargers.request(4, at: at(3)) == .refused)
    #expect((chargers.busyServers, chargers.queueLength) == (2, 1))
    #expect(chargers.release(at: at(4)) == 3)
    #expect((chargers.busyServers, chargers.queueLength) == (2, 0))
    #expect(chargers.release(at: at(5)) == nil)
    #expect(chargers.release(at: at(6)) == nil)
    #expect((chargers.busyServers, chargers.queueLength) == (0, 0))
    #expect(chargers.request(5, at: at(7)) == .started)
  }

  @Test("knows the exact time that servers were busy and people waited")
  func integrals() {
    var chargers = Resource<Int>(servers: 1)
    _ = chargers.request(1, at: at(1))  // busy from minute 1
    guard case .waiting(let ticket) = chargers.request(2, at: at(2)) else { return }
    _ = chargers.request(3, at: at(4))
    #expect(chargers.withdraw(ticket, at: at(7)) == 2)
    #expect(chargers.withdraw(ticket, at: at(7.5)) == nil)
    #expect(chargers.release(at: at(8)) == 3)
    #expect(chargers.release(at: at(10)) == nil)
    // Waiting: one from 2 to 4, two from 4 to 7, one from 7 to 8. Busy: from 1 to 10.
    #expect(chargers.queue.total(at: at(20)).minutes == 2 + 6 + 1)
    #expect(chargers.busy.total(at: at(20)).minutes == 9)
    #expect(chargers.busy.total(at: at(10)).minutes == 9)
  }

  @Test("serves the urgent first and hands on what became known while waiting")
  func urgency() {
    var chargers = Resource<Int>(servers: 1)
    _ = chargers.request(1, at: at(0))
    _ = chargers.request(2, urgency: 1, at: at(1))
    guard case .waiting(let ticket) = chargers.request(3, urgency: 0, at: at(2)) else {
      Issue.record("nobody waits")
      return
    }
    chargers.replace(ticket, with: 33)
    #expect(chargers.release(at: at(3)) == 33)
    #expect(chargers.release(at: at(4)) == 2)
  }

  @Test("can have no server and no place to wait")
  func nothing() {
    var closed = Resource<Int>(servers: 0, waitingSpots: 0)
    #expect(closed.request(1, at: at(0)) == .refused)
    var waitingRoom = Resource<Int>(servers: 0)
    guard case .waiting(let ticket) = waitingRoom.request(1, at: at(0)) else {
      Issue.record("nobody waits")
      return
    }
    #expect(waitingRoom.withdraw(ticket, at: at(3)) == 1)
    #expect(waitingRoom.queue.total(at: at(9)).minutes == 3)
  }

  @Test("cannot release whom it does not serve, and time does not run back")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      var chargers = Resource<Int>(servers: 1)
      _ = chargers.release(at: .start)
    }
    await #expect(processExitsWith: .failure) {
      var chargers = Resource<Int>(servers: 1)
      _ = chargers.request(1, at: .start + .minutes(2))
      _ = chargers.release(at: .start + .minutes(1))
    }
  }
}
