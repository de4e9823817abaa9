import Figures

/// A moment as PDFs know it, in Universal Time.
enum PDFDate {
  /// The moment so many seconds after the start of 1970, as Cairo asks for it.
  ///
  ///     PDFDate.international(86_400)   // "1970-01-02T00:00:00Z"
  static func international(_ seconds: Int) -> String {
    let seconds = Swift.max(0, Swift.min(lastOfYear9999, seconds))
    let day = CivilDate(dayNumber: seconds / 86_400)
    let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return "\(day.year)-\(twoDigits(day.month))-\(twoDigits(day.day))"
      + "T\(time.joined(separator: ":"))Z"
  }

  /// The same moment as it stands in the file.
  ///
  ///     PDFDate.inFile(86_400)   // "D:19700102000000Z"
  static func inFile(_ seconds: Int) -> String {
    "D:" + international(seconds).filter { !"-:T".contains($0) }
  }

  private static let lastOfYear9999 = 253_402_300_799

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
