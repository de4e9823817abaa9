import AnalysisKit

/// Options of every kind there is, for tests.
struct SampleOptions: ToolOptions, Equatable {
  var rate = 8.0
  var patienceMean: Double?
  var count = 5
  var threads: Int?
  var quiet = false
  var force = false
  var kind = Kind.alpha
  var title = "none"
  var file = FilePath("a.csv")
  var sites: [String] = ["default"]
  var sizes: [Int] = []
  var mode: Kind?
  var label: String?
  var limit: Limit?

  enum Kind: String, CaseIterable, OptionValue {
    case alpha
    case beta
  }

  enum Limit: OptionValue {
    case none
    case some(Int)

    static var form: OptionForm { .either(["none"], .integer) }

    init(optionText: String) throws(OptionComplaint) {
      self = optionText == "none" ? .none : .some(try Int(optionText: optionText))
    }

    var optionText: String {
      switch self {
      case .none: "none"
      case .some(let number): String(number)
      }
    }
  }

  static let grammar = OptionGrammar<SampleOptions>([
    .value("rate", short: "r", \.rate, in: 0...1000, unit: "per hour", "How many come."),
    .optional("patience-mean", \.patienceMean, in: 0.5...100, unit: "minutes", "How long."),
    .value("count", short: "n", \.count, in: -3...100, "How many."),
    .optional("threads", short: "j", \.threads, in: 1...1024, "How many threads."),
    .value("quiet", short: "q", \.quiet, "Whether to be quiet."),
    .value("force", short: "f", \.force, "Whether to go on."),
    .value("kind", short: "k", \.kind, "Which kind."),
    .value("title", short: "t", \.title, "What to call it."),
    .value("file", short: "i", \.file, "Where it is."),
    .list("sites", short: "s", \.sites, "Which sites."),
    .list("sizes", \.sizes, "Which sizes."),
    .optional("mode", \.mode, "Which kind, if any."),
    .optional("label", \.label, "Which label, if any."),
    .optional("limit", \.limit, "Which limit, if any."),
  ])

  /// The options that a command line makes of the defaults, or of those of a file.
  static func parsed(_ line: String...) throws -> SampleOptions { try parsed(line) }

  static func parsed(_ words: [String], file: String? = nil) throws -> SampleOptions {
    var options = SampleOptions()
    if let file { try ScenarioFile(file).apply(grammar, to: &options) }
    try grammar.apply(
      CommandLineReader(words, knowing: grammar.descriptions), to: &options)
    return options
  }
}
