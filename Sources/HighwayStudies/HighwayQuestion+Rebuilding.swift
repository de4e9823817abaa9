public import AnalysisKit
internal import HighwayWorld
public import Text

extension HighwayQuestion: RebuildableModel {
  /// What stands under `world` in the documents of questions to the highway.
  public static let world = "highway"

  /// Makes the question that has a document: another process answers it with the same bits.
  ///
  /// A factor is called by the first of its keys then, and its range is not known; neither changes a result.
  public init(document: JSONObject) throws(ToolFailure) {
    let own = try HighwayDocument(document)
    let scenario = try own.scenario()
    let factors = (document["factors"]?.array ?? []).compactMap(Factor.init(document:))
    guard factors.count == document["factors"]?.array?.count else {
      throw own.complaint("factors", "one of them has no keys")
    }
    do { try self.init(scenario, factors) } catch {
      throw own.complaint(error.path, error.problem)
    }
  }
}

extension Factor {
  fileprivate init?(document: JSON) {
    let keys = (document["keys"]?.array ?? []).compactMap(\.string)
    guard let name = keys.first else { return nil }
    let values: Values =
      if let list = document["choices"]?.array {
        .choice(list)
      } else if document["whole"]?.bool == true { .whole(1...1) } else { .real(1...1) }
    self.init(name, keys: keys, values)
  }
}
