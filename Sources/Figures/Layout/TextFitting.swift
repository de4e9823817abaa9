/// Brings texts to a length, by breaking or shortening them.
struct TextFitting {
  let measure: any TextMeasure

  func width(_ text: RichText, _ size: Double) -> Double {
    measure.extent(of: text, size: size).width
  }

  /// The text in at most so many lines that are no longer than a length; the last one ends in "…" when
  /// not all of it fits.
  func lines(
    _ text: RichText, size: Double, length: Double, atMost count: Int
  ) -> (lines: [RichText], isWhole: Bool) {
    guard !text.isEmpty else { return ([], true) }
    var lines: [RichText] = []
    var rest = text
    while lines.count + 1 < count, width(rest, size) > length {
      guard let split = splits(of: rest).last(where: { width($0.0, size) <= length }) else { break }
      lines.append(split.0)
      rest = split.1
    }
    let last = shortened(rest, size: size, length: length)
    return (lines + (last.text.isEmpty ? [] : [last.text]), last.isWhole)
  }

  /// The text, or so much of it with "…" as a length holds.
  func shortened(_ text: RichText, size: Double, length: Double) -> (text: RichText, isWhole: Bool)
  {
    guard width(text, size) > length else { return (text, true) }
    let count = text.runs.reduce(0) { $0 + $1.text.count }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high + 1) / 2
      let fits = width(text.prefix(middle) + RichText(plain: "…"), size) <= length
      (low, high) = fits ? (middle, high) : (low, middle - 1)
    }
    return (low == 0 ? RichText() : text.prefix(low) + RichText(plain: "…"), false)
  }

  /// All ways to break a text in two at a blank.
  private func splits(of text: RichText) -> [(RichText, RichText)] {
    var splits: [(RichText, RichText)] = []
    for (index, run) in text.runs.enumerated() {
      for place in run.text.indices where run.text[place] == " " {
        var (head, tail) = (run, run)
        head.text = String(run.text[..<place])
        tail.text = String(run.text[run.text.index(after: place)...])
        splits.append(
          (
            RichText(runs: text.runs[..<index] + [head]),
            RichText(runs: [tail] + text.runs[(index + 1)...])
          ))
      }
    }
    return splits
  }
}

extension RichText {
  /// The first characters, in their styles.
  func prefix(_ count: Int) -> RichText {
    var (runs, left) = ([Run](), count)
    for var run in self.runs where left > 0 {
      run.text = String(run.text.prefix(left))
      left -= run.text.count
      runs.append(run)
    }
    if var last = runs.last {
      while last.text.last == " " { last.text.removeLast() }
      runs[runs.count - 1] = last
    }
    return RichText(runs: runs)
  }
}
