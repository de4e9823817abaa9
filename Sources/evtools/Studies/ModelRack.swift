import AnalysisKit
import BlackoutsPlugin
import HighwayStudies
import SensitivityPlugin
import StrandingPlugin

/// All models of studies that other processes can make again; a tool whose model is not here works in threads alone.
let modelRack = ModelCatalogue([
  HighwayQuestion.self,
  StrandingModel.self,
  RescueModel.self,
  BlackoutModel.self,
  RareModel.self,
  IshigamiModel.self,
])
