import Randomness
import SitingPlugin
import Testing

@Suite("The model of places") struct SitingModelTests {
  /// Cars of many kinds, both ways, on a road of 200 km with a candidate every 20 km.
  private func model(seed: Int, wait: Double = 0.2, mostTowed: Double = 1) -> SitingModel {
    let places = (0...10).map { Double($0) * 20 }
    let key = RandomKey(seed: UInt64(seed)).key("cars")
    let cars = (0..<60).map { number -> SampledCar in
      var stream = key.stream(number)
      let rate = 0.12 + 0.15 * stream.nextUnit()
      let isForward = stream.nextUnit() < 0.6
      let full = 15 + 50 * stream.nextUnit()
      let buffer = 0.2 * full * stream.nextUnit()
      return SampledCar(
        from: isForward ? 0 : 200, to: isForward ? 200 : 0,
        used: places.map { rate * (isForward ? $0 : 200 - $0) }, brought: full * stream.nextUnit(),
        full: full, buffer: buffer, session: 0.7 * full - buffer, hours: 0.2 + stream.nextUnit())
    }
    let demand = SitingDemand(cars, places: places, carsPerHour: 0.7)
    let sizing = StationSizing(
      session: demand.meanSession, .init(wait: wait), least: 1, most: 25)
    return SitingModel(
      candidates: Array(places.dropFirst().dropLast()), demand, sizing,
      yearly: (0...25).map { 60_000 + 11_000 * Double($0) }, towing: 40, mostTowed: mostTowed,
      peakFactor: 1.4)
  }

  @Test(
    "has no cheaper design than the programme's, of all 512", arguments: [1, 2, 3, 4],
    [1, 0.3, 0.05])
  func exact(seed: Int, mostTowed: Double) {
    let model = model(seed: seed, mostTowed: mostTowed)
    let found = model.programme.cheapest(upTo: 9)
    let designs = (0..<512).map { set in
      model.design(
        model.candidates.indices.filter { set >> $0 & 1 == 1 }.map { model.candidates[$0] })
    }
    for count in 0...9 {
      // `design` sums up a design by itself, without the programme.
      let best = designs.filter {
        $0.sites.count == count && $0.worstWay <= mostTowed && $0.costToTarget < .infinity
      }.map(\.costToTarget).min()
      #expect((found[count] == nil) == (best == nil))
      if let best, let choice = found[count] { #expect(abs(choice.cost - best) < 1e-6 * best) }
    }
  }

  @Test("costs what its stations and its towed cars cost")
  func cost() {
    let model = model(seed: 1)
    let design = model.design([40, 120], chargers: [3, 30])
    #expect(design.building == 60_000 + 33_000 + 60_000 + 330_000, "also beyond the table")
    #expect(design.cost == design.building + 40 * design.towed)
    #expect(design.chargers == 33 && design.positions == [40, 120])
    let needed = design.sites.map { $0.needed ?? .max }
    #expect(design.keepsTarget == (needed[0] <= 3 && needed[1] <= 30))
  }

  @Test("asks for no fewer chargers when waits must be shorter")
  func waits() {
    let (patient, hasty) = (model(seed: 3, wait: 0.5), model(seed: 3, wait: 0.01))
    for places in [[100.0], [40, 100, 160], [20, 60, 100, 140, 180]] {
      let (few, many) = (patient.design(places), hasty.design(places))
      #expect(zip(few.sites, many.sites).allSatisfy { ($0.needed ?? 99) <= ($1.needed ?? 99) })
      #expect(few.towed == many.towed)
    }
  }
}
