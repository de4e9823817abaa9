import AnalysisKit
import Asking
import ParetoPlugin
import Reports

/// Runs the tool with options as a user would type them.
func pareto(_ words: String, threads: Int = 2, seed: Int = 1) throws -> Report {
  try report(of: ParetoTool.self, words, seed: seed, threads: threads)
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> ParetoOptions { try Asking.options(words) }
