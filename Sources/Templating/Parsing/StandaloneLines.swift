/// Finds the lines that hold nothing but tags and therefore leave nothing but what the tags do.
///
/// A line of one tag is such a line unless the tag shows a value. So is a line of several tags that open and
/// close parents and blocks, unless a block begins and ends in it that no parent of the same line surrounds:
/// that one shows its content within the line.
struct StandaloneLines {
  private var open: [TemplateToken.Kind] = []

  /// Takes the blanks and line ends of such lines away and marks their tags.
  static func marking(_ tokens: [TemplateToken]) -> [TemplateToken] {
    var lines = StandaloneLines()
    var marked: [TemplateToken] = []
    var start = 0
    while start < tokens.count {
      let end = tokens[start...].firstIndex(where: \.endsLine).map { $0 + 1 } ?? tokens.count
      marked += lines.marking(line: tokens[start..<end])
      start = end
    }
    return marked
  }

  private mutating func marking(line: ArraySlice<TemplateToken>) -> [TemplateToken] {
    let hasTagsOnly = follow(line)
    var line = Array(line)
    let isBlank = line.allSatisfy { $0.kind != .text || $0.isBlank }
    let margin = line.first.flatMap { $0.kind == .text && $0.isBlank ? $0.bytes : nil } ?? []
    if let first = line.firstIndex(where: { $0.kind != .text }),
      line[..<first].allSatisfy(\.isBlank)
    {
      line[first].margin = margin
    }
    guard hasTagsOnly, isBlank else { return line }
    return line.filter { $0.kind != .text }.map { tag in
      var tag = tag
      tag.standsAlone = true
      return tag
    }
  }

  /// Follows the tags of a line and tells whether they may have it for themselves.
  private mutating func follow(_ line: ArraySlice<TemplateToken>) -> Bool {
    let tags = line.lazy.filter { $0.kind != .text }
    var mayStandAlone = true
    var count = 0
    var openedHere = 0
    for tag in tags {
      count += 1
      var kind = tag.kind
      if kind.opensSection {
        open.append(kind)
        openedHere += 1
      } else if kind == .close, let opened = open.popLast() {
        kind = opened
        openedHere -= 1
        if opened == .block, openedHere == 0 { mayStandAlone = false }
      }
      openedHere = max(openedHere, 0)
      if kind != .parent, kind != .block, count > 1 || tag.start != tags.last?.start {
        mayStandAlone = false
      }
      if !tag.kind.mayStandAlone { mayStandAlone = false }
    }
    return count > 0 && mayStandAlone
  }
}
