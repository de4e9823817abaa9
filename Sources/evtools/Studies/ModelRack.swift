import AnalysisKit
import HighwayStudies

/// All models of studies that other processes can make again; a tool whose model is not here works in threads alone.
let modelRack = ModelCatalogue([
  HighwayQuestion.self
])
