import AnalysisKit
import HighwayStudies
import HighwayWorld
import Text

/// The front of a run of `evtools pareto`, with the question that was asked there.
struct KeptFront {
  /// The folder of the run, as it was given.
  let folder: String
  let question: HighwayQuestion
  let costs: CostTable
  /// What the designs of the front cost, in millions a year, and the share of cars that strand, in %.
  let points: [(cost: Double, stranded: Double)]
  /// The design that the run recommends: its scenario, and what it is called there.
  let chosen: (name: String, scenario: HighwayScenario)

  /// Reads the answer of a run.
  static func read(_ folder: String, _ workshop: Workshop) throws(ToolFailure) -> KeptFront {
    let path = folder + "/data/answer.json"
    let json: JSON
    let bytes = try workshop.read(FilePath(path))
    do { json = try JSONReader.read(bytes).json } catch {
      throw .input(
        InputFailure(file: path, position: error.position, problem: error.description))
    }
    guard let document = json["question"]?.object, let front = json["front"]?.array,
      let costs = json["costs"]
    else {
      throw .input(
        InputFailure(
          file: path, problem: "it is not the answer of `evtools pareto`",
          remedy: "Give the folder of a run of `evtools pareto`."))
    }
    return try KeptFront(folder, path, json, document, front, costs)
  }

  private init(
    _ folder: String, _ path: String, _ json: JSON, _ document: JSONObject, _ front: [JSON],
    _ costs: JSON
  ) throws(ToolFailure) {
    self.folder = folder
    question = try HighwayQuestion(document: document)
    do { self.costs = try costs.decoded(unknownKeys: .refused) } catch {
      throw .input(
        InputFailure(file: path, keyPath: "costs." + error.path, problem: error.reason.description))
    }
    points = front.compactMap { design in
      guard let cost = design["objectives"]?["cost"]?.number,
        let stranded = design["objectives"]?["stranding"]?.number
      else { return nil }
      return (cost, stranded)
    }
    guard !points.isEmpty, points.count == front.count else {
      throw .input(
        InputFailure(
          file: path, keyPath: "front", problem: "its designs have no cost or no stranding",
          remedy: "Give a run of `evtools pareto` with the objectives cost and stranding."))
    }
    let names = ["cheapest", "knee", "compromise"]
    let found = names.lazy.compactMap { name in json[name]?["point"]?.array.map { (name, $0) } }
    let (name, values) = found.first ?? ("first", front[0]["point"]?.array ?? [])
    let design = values.compactMap(\.number)
    guard design.count == question.factors.count else {
      throw .input(
        InputFailure(
          file: path, keyPath: name + ".point", problem: "it has not one number for each factor"))
    }
    do { chosen = (name, try question.scenario(of: design)) } catch {
      throw .input(InputFailure(file: path, keyPath: error.path, problem: error.problem))
    }
  }
}
