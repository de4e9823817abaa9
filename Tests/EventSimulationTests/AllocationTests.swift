import EventSimulation
import Glibc
import Testing

@Suite("The memory of a simulation")
struct AllocationTests {
  /// In a process of its own, where no other test takes memory meanwhile.
  @Test("is not touched by its events once the simulation is warm")
  func events() async {
    await #expect(processExitsWith: .success) {
      // 3 in service, 20 waiting and one to come: with room for them nothing has to grow.
      var simulation = ImpatientQueue.simulation(arrivals: 1_000_000, reservingCapacity: 32)
      simulation.run(events: 10_000)
      precondition(Allocations.startCounting(), "the runtime has no place to count at")
      simulation.run(events: 100_000)
      precondition(Allocations.count == 0, "events took memory, be it for a moment")
      // The first change of a copy takes memory, which shows that it is counted; no later one does.
      var copy = simulation
      copy.run(events: 1_000)
      let afterCopying = Allocations.count
      precondition(afterCopying > 0, "a copy that took no memory shares it, or nothing is counted")
      copy.run(events: 100_000)
      simulation.run(events: 100_000)
      precondition(Allocations.count == afterCopying, "a copy takes memory more than once")
    }
  }
}

/// Counts the objects that the Swift runtime makes, through the hook that it has for such tools.
///
/// Arrays, closures and class instances are such objects; the rooms take no other memory without one.
/// See `_swift_allocObject` in the runtime's `HeapObject.h`.
private enum Allocations {
  nonisolated(unsafe) static var count = 0
  nonisolated(unsafe) static var original: Function?

  typealias Function = @convention(c) (UnsafeRawPointer?, Int, Int) -> UnsafeMutableRawPointer?

  /// Puts a counting function in place; says whether the runtime has the place for it.
  static func startCounting() -> Bool {
    let flag = "_swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly"
    guard let hook = dlsym(nil, "_swift_allocObject"), let isHooked = dlsym(nil, flag) else {
      return false
    }
    let place = hook.assumingMemoryBound(to: Function.self)
    original = place.pointee
    place.pointee = { metadata, size, alignment in
      Allocations.count += 1
      return Allocations.original?(metadata, size, alignment)
    }
    isHooked.storeBytes(of: true, as: Bool.self)
    return true
  }
}
