import AnalysisKit
import Asking
import Reports
import SitingPlugin

/// Runs the tool with options as a user would type them.
func siting(_ words: String, threads: Int = 1, seed: Int = 1) throws -> Report {
  try report(of: SitingTool.self, words, seed: seed, threads: threads)
}
