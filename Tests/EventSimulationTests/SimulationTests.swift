import Peers
import EventSimulation
import Quantities
import Testing

@Suite("A simulation")
struct SimulationTests {
  private func whole(seed: UInt64 = 1) -> View {
    var simulation = ImpatientQueue.simulation(seed: seed)
    simulation.run()
    return View(simulation)
  }

  @Test("runs to the end of all events with closed books")
  func run() {
    let end = whole()
    let (arrived, served, lost) = (end.counts[0], end.counts[1], end.counts[2])
    #expect(arrived == 500)
    #expect(served + lost == arrived)
    #expect(lost > 20 && served > 300)
    #expect(Array(end.counts[3...5]) == [0, 0, 0])
    #expect(whole(seed: 2) != end)
  }

  @Test("goes on from a snapshot at any event as if nothing had been")
  func snapshots() {
    let end = whole()
    var simulation = ImpatientQueue.simulation()
    var snapshots: [Simulation<ImpatientQueue>] = []
    repeat { snapshots.append(simulation) } while simulation.step()
    #expect(snapshots.count == end.counts[6] + 1)
    #expect(View(simulation) == end)
    // All are alive at once; the last is continued first, so that each shares memory with others.
    for index in snapshots.indices.reversed() {
      let before = View(snapshots[index])
      var fork = snapshots[index]
      fork.run()
      guard View(fork) == end, View(snapshots[index]) == before else {
        Issue.record("the snapshot at event \(index) went another way")
        return
      }
    }
    for index in snapshots.indices { snapshots[index].run() }
    #expect(snapshots.allSatisfy { View($0) == end })
  }

  @Test("is the same in pieces of any size", arguments: [1, 2, 3, 7, 64, 1_000_000])
  func pieces(size: Int) {
    var simulation = ImpatientQueue.simulation()
    var total = 0
    while simulation.run(events: size) {
      total += size
      guard simulation.eventsHandled == total else {
        Issue.record("\(simulation.eventsHandled) events have happened, not \(total)")
        return
      }
    }
    #expect(View(simulation) == whole())
  }

  @Test("says whether more is to come, and does nothing for no events")
  func noEvents() {
    var simulation = ImpatientQueue.simulation()
    let before = View(simulation)
    #expect(simulation.run(events: 0) == true)
    #expect(View(simulation) == before)
    simulation.run()
    #expect(simulation.run(events: 0) == false)
    #expect(simulation.step() == false)
  }

  @Test("is the same in pieces of time, and stops the clock at their ends")
  func piecesOfTime() {
    var random = FixedRandom(seed: 3)
    var simulation = ImpatientQueue.simulation()
    while simulation.agenda.count > 0 {
      let end = simulation.agenda.now + .seconds(Double(random.below(1_000)) / 100)
      simulation.run(until: end)
      guard simulation.agenda.now == end, simulation.agenda.nextTime > end else {
        Issue.record("the clock is not at the end of its piece")
        return
      }
    }
    let end = whole()
    #expect(simulation.model.fingerprint == end.fingerprint)
    #expect(View(simulation).counts == end.counts)
    #expect(View(simulation).busy == end.busy)
  }

  @Test("has forks that do not disturb each other")
  func forks() {
    let end = whole()
    var original = ImpatientQueue.simulation()
    original.run(events: 200)
    var others = (1...20).map { extra in
      var fork = original
      for number in 1...extra {
        fork.agenda.schedule(.arrival, after: .seconds(Double(number) / 3))
      }
      return fork
    }
    // In turns, one event each.
    var goesOn = true
    while goesOn {
      goesOn = original.step()
      for index in others.indices where others[index].step() { goesOn = true }
    }
    #expect(View(original) == end)
    for (index, fork) in others.enumerated() {
      var alone = ImpatientQueue.simulation()
      alone.run(events: 200)
      for number in 1...(index + 1) {
        alone.agenda.schedule(.arrival, after: .seconds(Double(number) / 3))
      }
      alone.run()
      #expect(View(fork) == View(alone))
      #expect(View(fork) != end)
    }
  }

  @Test("has forks that run on several threads at once")
  func threads() async {
    var original = ImpatientQueue.simulation()
    original.run(events: 200)
    let snapshot = original
    let views = await withTaskGroup(of: View.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var fork = snapshot
          fork.run()
          return View(fork)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(views == Array(repeating: whole(), count: 16))
  }
}
