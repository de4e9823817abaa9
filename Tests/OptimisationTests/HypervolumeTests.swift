import Optimisation
import Peers
import Testing

@Suite("The hypervolume")
struct HypervolumeTests {
  @Test("of boxes is what anybody can count", arguments: 1...8)
  func boxes(objectives: Int) {
    let indicator = Hypervolume(reference: Array(repeating: 2, count: objectives))
    let corner = [Double](repeating: 1, count: objectives)
    #expect(indicator.volume(of: ObjectiveTable([corner])) == 1)
    // One box per axis, from 0 along it and from 1 along the others: a common cube and a cube each.
    let arms = (0..<objectives).map { axis in corner.indices.map { $0 == axis ? 0.0 : 1 } }
    #expect(indicator.volume(of: ObjectiveTable(arms)) == Double(objectives + 1))
  }

  @Test("equals moocore's to 1e-13, on spheres and lattices", .needsPeer, arguments: 2...6)
  func peer(objectives: Int) throws {
    let counts = [2: [1, 1000, 5000], 3: [2, 300, 5000], 4: [7, 300, 1000], 5: [5, 250]]
    var worst = 0.0
    for count in counts[objectives] ?? [3, 100] {
      for points in [
        Samples.sphere(count, objectives, seed: 1), Samples.cube(count, objectives, seed: 2),
        Samples.lattice(count, objectives, values: 7, seed: 3),
        Samples.lattice(count, objectives, values: 60, seed: 4),
      ] {
        let answer = try Peer.numbers(
          from: """
            import moocore, numpy
            print(repr(float(moocore.hypervolume(numpy.array(rows), ref=[0.9] * len(rows[0])))))
            """, rows: points)[0][0]
        let own = Hypervolume(reference: Array(repeating: 0.9, count: objectives))
          .volume(of: ObjectiveTable(points))
        worst = max(worst, (own - answer).magnitude / max(answer, 1e-300))
      }
    }
    #expect(worst <= 1e-13)
  }

  @Test("of finer and finer spheres nears the exact rest of the cube", arguments: [2, 3, 4])
  func sphere(objectives: Int) {
    let share = [0, 0, 0.7853981633974483, 0.5235987755982989, 0.30842513753404244][objectives]
    let exact = (0..<objectives).reduce(1) { volume, _ in volume * 1.1 } - share
    let indicator = Hypervolume(reference: Array(repeating: 1.1, count: objectives))
    var last = 0.0
    for count in [100, 1000, 3000] {
      let volume = indicator.volume(of: ObjectiveTable(Samples.sphere(count, objectives, seed: 9)))
      #expect(volume > last && volume < exact)
      last = volume
    }
    #expect(last > 0.9 * exact)
  }

  @Test("does not depend on the order of designs or objectives", arguments: 2...6)
  func symmetry(objectives: Int) {
    let indicator = Hypervolume(reference: Array(repeating: 1, count: objectives))
    let points = Samples.cube(60, objectives, seed: 4)
    let volume = indicator.volume(of: ObjectiveTable(points))
    let turned = points.reversed().map { Array($0.reversed()) }
    #expect((indicator.volume(of: ObjectiveTable(turned)) / volume - 1).magnitude < 1e-14)
  }

  @Test("counts only designs that beat the reference everywhere")
  func outside() {
    let indicator = Hypervolume(reference: [1, 1, 1])
    #expect(indicator.volume(of: ObjectiveTable([[1, 0, 0], [2, -9, -9]])) == 0)
    #expect(indicator.volume(of: ObjectiveTable([[Double]]())) == 0)
  }

  @Test("of each design alone is what the front loses without it", arguments: 1...6)
  func contributions(objectives: Int) {
    let indicator = Hypervolume(reference: Array(repeating: 0.95, count: objectives))
    for points in [
      Samples.cube(40, objectives, seed: 4), Samples.lattice(40, objectives, values: 4, seed: 5),
      Samples.sphere(40, objectives, seed: 6),
    ] {
      let whole = indicator.volume(of: ObjectiveTable(points))
      let contributions = indicator.contributions(of: ObjectiveTable(points))
      let members = ParetoFront(of: points).indices
      for index in points.indices {
        let rest = members.filter { $0 != index }.map { points[$0] }
        let loss = whole - indicator.volume(of: ObjectiveTable(rest))
        #expect((contributions[index] - loss).magnitude < 1e-13)
      }
    }
  }

  @Test("of each design alone is moocore's", .needsPeer, arguments: 2...4)
  func peerContributions(objectives: Int) throws {
    let points = Samples.sphere(200, objectives, seed: 6)
    let answer = try Peer.firstNumbers(
      from: """
        import moocore, numpy
        for c in moocore.hv_contributions(numpy.array(rows), ref=[1.1] * len(rows[0])): print(repr(float(c)))
        """, rows: points)
    let own = Hypervolume(reference: Array(repeating: 1.1, count: objectives))
      .contributions(of: ObjectiveTable(points))
    for (own, peer) in zip(own, answer) { #expect((own - peer).magnitude < 1e-13) }
  }
}
