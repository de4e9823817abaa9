/// What publishing did.
public struct Publication: Equatable, Sendable {
  /// How many reports the site has.
  public var reports = 0
  /// How many files were written, as they were new or had other bytes.
  public var written = 0
  /// How many files had these bytes already.
  public var unchanged = 0
  /// How many files were removed, as they belong to no report any more.
  public var removed = 0
  /// Runs that were left out.
  public var skipped: [Skipped] = []
  /// Files that belong to no report any more, but were changed by somebody since, and so stay.
  public var kept: [String] = []

  /// A run that was left out.
  public struct Skipped: Equatable, Sendable {
    /// Its folder.
    public var run: String
    /// Why, in a clause.
    public var reason: String
  }

  /// Nothing done yet.
  init() {}
}
