import AnalysisKit
import Asking
import Reports
import StrandingPlugin

/// Runs the tool with options as a user would type them.
func stranding(_ words: String, seed: Int = 1, threads: Int = 1) throws -> Report {
  try report(of: StrandingTool.self, words, seed: seed, threads: threads)
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> StrandingOptions { try Asking.options(words) }
