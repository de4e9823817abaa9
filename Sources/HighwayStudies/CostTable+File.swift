public import AnalysisKit
internal import Text

extension CostTable {
  /// Reads a file whose keys replace those of the round numbers; no file leaves them as they are.
  public static func read(
    _ file: FilePath?, in workshop: Workshop
  ) throws(ToolFailure) -> CostTable {
    guard let file else { return CostTable() }
    let bytes = try workshop.read(file)
    let node: JSONNode
    do { node = try JSONReader.read(bytes) } catch {
      throw .input(
        InputFailure(file: file.text, position: error.position, problem: error.description))
    }
    let table: CostTable
    do throws(JSONCodingFailure) {
      guard case .object(var members) = try JSON(encoding: CostTable()),
        case .object(let changes) = node.json
      else {
        throw JSONCodingFailure(
          path: "", reason: .expected("an object", found: node.json.compactText))
      }
      members.merge(changes)
      table = try JSON.object(members).decoded(unknownKeys: .refused)
    } catch {
      throw .input(
        InputFailure(
          file: file.text, keyPath: error.path.isEmpty ? nil : error.path,
          position: error.position, problem: error.reason.description,
          remedy: "Each price is { \"each\": number, \"years\": number }."))
    }
    try table.check(file.text)
    return table
  }

  /// Refuses prices that make no sense.
  private func check(_ file: String) throws(ToolFailure) {
    func refuse(_ key: String, _ problem: String) -> ToolFailure {
      .input(InputFailure(file: file, keyPath: key, problem: problem))
    }
    guard (0...1).contains(discountRate) else {
      throw refuse("discount_rate", "\(discountRate.shortestText) is not from 0 to 1")
    }
    guard (0...1).contains(maintenanceShare) else {
      throw refuse("maintenance_share", "\(maintenanceShare.shortestText) is not from 0 to 1")
    }
    let prices: [(String, Price)] = [
      ("station", station), ("charger_per_kw", chargerPerKilowatt), ("waiting_spot", waitingSpot),
      ("grid_per_kw", gridPerKilowatt), ("solar_per_kw", solarPerKilowatt),
      ("wind_per_kw", windPerKilowatt), ("battery_per_kwh", batteryPerKilowattHour),
      ("battery_per_kw", batteryPerKilowatt),
    ]
    for (key, price) in prices {
      guard price.each >= 0, price.each.isFinite else {
        throw refuse(key + ".each", "\(price.each.shortestText) is not 0 or more")
      }
      guard price.years > 0, price.years.isFinite else {
        throw refuse(key + ".years", "\(price.years.shortestText) is not above 0")
      }
    }
  }
}
