import AnalysisKit
import Asking
import Reports
import SimulatePlugin

/// Runs the tool with options as a user would type them.
func simulate(_ words: String, threads: Int = 1) throws -> Report {
  try report(of: SimulateTool.self, words, threads: threads)
}

/// Reads options as a user would type them.
func options(_ words: String) throws -> SimulateOptions { try Asking.options(words) }
