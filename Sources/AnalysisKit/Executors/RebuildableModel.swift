public import Text

/// A model that can be made again from its document, in another process or on another machine.
///
/// What is made again gives the same results to the last bit.
public protocol RebuildableModel: StudyModel {
  /// What stands under `world` in the documents of such models.
  static var world: String { get }

  /// Makes the model that has a document, or says why the document makes no sense.
  init(document: JSONObject) throws(ToolFailure)
}

/// The models that can be made again, by the names of their worlds.
public struct ModelCatalogue: Sendable {
  private let models: [any RebuildableModel.Type]

  /// Lists models.
  public init(_ models: [any RebuildableModel.Type]) { self.models = models }

  /// Makes the model that has a document.
  public func model(of document: JSONObject) throws(ToolFailure) -> any RebuildableModel {
    let world = document["world"]?.string ?? ""
    guard let model = models.first(where: { $0.world == world }) else {
      throw .input(
        InputFailure(
          file: "the study", keyPath: "document.world",
          problem: "no model of this evtools is called \(world.quoted)",
          remedy: "Use the evtools that began the study."))
    }
    return try model.init(document: document)
  }

  /// Whether a model made again from the document of this one is the same.
  func canRebuild(_ model: some StudyModel) -> Bool {
    guard let again = try? self.model(of: model.document) else { return false }
    return StudyKeys(again.document).study == StudyKeys(model.document).study
      && again.measures == model.measures
  }
}
