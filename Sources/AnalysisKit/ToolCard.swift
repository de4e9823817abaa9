/// What `evtools help` says about a tool or a command.
public struct ToolCard: Sendable {
  /// The word the user types.
  public let name: String
  /// What it does, in one line without a full stop.
  public let summary: String
  /// Under which heading of the help it stands.
  public let group: Group
  /// What it is for and how to read what it says, in a few paragraphs.
  public let discussion: String
  /// Commands that work as they stand; the tests run them.
  public let examples: [Example]

  /// The headings of the help, in the order in which they appear.
  public enum Group: String, CaseIterable, Sendable {
    case planning = "Plan a site"
    case records = "Look after runs"
    case help = "Find your way"
  }

  /// A command and what it shows.
  public struct Example: Sendable {
    /// The words after `evtools`.
    public let arguments: [String]
    /// What it does, in a few words.
    public let purpose: String

    /// Writes down an example; the words are separated by single blanks.
    public init(_ command: String, _ purpose: String) {
      arguments = command.split(separator: " ").map(String.init)
      self.purpose = purpose
    }
  }

  /// Writes a card.
  public init(
    name: String, summary: String, group: Group, discussion: String, examples: [Example]
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.discussion = discussion
    self.examples = examples
  }
}
