import AnalysisKit
import Asking
import Reports
import SensitivityPlugin

/// Runs the tool with options as a user would type them.
func sensitivity(_ words: String, seed: Int = 1, threads: Int = 1) throws -> Report {
  try report(of: SensitivityTool.self, words, seed: seed, threads: threads)
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> SensitivityOptions { try Asking.options(words) }
