import ChargingModels
import Foundation
import Testing

@Suite("The models in a file")
struct CodingTests {
  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test("write limits as a number or a word")
  func limit() throws {
    #expect(try text([Limit.unlimited, .atMost(2.5)]) == "[\"unlimited\",2.5]")
    let limits = try JSONDecoder().decode([Limit].self, from: Data("[7,\"unlimited\"]".utf8))
    #expect(limits == [7, .unlimited])
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Limit.self, from: Data("\"none\"".utf8))
    }
  }

  @Test("write a level of charge as a number or by its shape")
  func level() throws {
    let levels: [ChargeLevel] = [
      .fixed(0.5), .uniform(low: 0.25, high: 0.75), .triangular(low: 0.25, high: 1, mode: 0.5),
    ]
    let written = try text(levels)
    #expect(
      written
        == "[0.5,{\"uniform\":{\"high\":0.75,\"low\":0.25}},"
        + "{\"triangular\":{\"high\":1,\"low\":0.25,\"mode\":0.5}}]")
    #expect(try JSONDecoder().decode([ChargeLevel].self, from: Data(written.utf8)) == levels)
  }

  @Test("come back as they were")
  func roundTrip() throws {
    func check<Value: Codable & Equatable>(_ value: Value) throws {
      let data = try JSONEncoder().encode(value)
      #expect(try JSONDecoder().decode(Value.self, from: data) == value)
    }
    try check(VehicleType.calibrated)
    try check(VehicleType.upstream)
    try check(DriverProfile.upstream)
    try check(ChargerType.calibrated)
    try check(Tariff.threeBand)
    try check(Traffic(process: .rushHour, trace: [1, 2]))
    try check(WeatherSeries(temperature: [1, 2, 3]))
    try check(StationBattery(capacity: 3))
  }

  @Test("have a tariff of three bands that bills, dispatch and figures share")
  func tariff() {
    let tariff = Tariff.threeBand
    #expect(tariff.price(at: 6.99 * 3600) == 0.08)
    #expect(tariff.price(at: 7 * 3600) == 0.15)
    #expect(tariff.price(at: 17 * 3600) == 0.25)
    #expect(tariff.price(at: 20.999 * 3600) == 0.25)
    #expect(tariff.price(at: 21 * 3600) == 0.15)
    #expect(tariff.price(at: (24 + 23) * 3600) == 0.08)
    #expect(tariff.nextHour(after: 3600) == 7200)
  }
}
