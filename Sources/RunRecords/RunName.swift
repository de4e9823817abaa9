internal import Glibc

/// The name of a run's folder: when, what, and what the user calls it.
///
///     RunName.slug("My Station, 2nd try!")   // "my-station-2nd-try"
public enum RunName {
  /// Returns the folder name of a run that starts now: `2026-11-20_143052_queue_my-name`.
  ///
  /// In the user's own time, or where `SOURCE_DATE_EPOCH` is set at that second of UTC.
  public static func folderName(tool: String, name: String?) -> String {
    let slug = name.map(slug) ?? ""
    return timestamp() + "_" + tool + (slug.isEmpty ? "" : "_" + slug)
  }

  /// Returns a name in lower-case letters, digits and single dashes, of at most 50 characters.
  public static func slug(_ name: String) -> String {
    var slug = ""
    for character in name.lowercased().unicodeScalars {
      let isPlain = character.isASCII && character.properties.isAlphabetic
      if isPlain || ("0"..."9").contains(character) {
        slug.unicodeScalars.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    slug = String(slug.prefix(50))
    while slug.last == "-" { slug.removeLast() }
    return slug
  }

  private static func timestamp() -> String {
    var moment = tm()
    if let epoch = getenv("SOURCE_DATE_EPOCH").flatMap({ Int(String(cString: $0)) }) {
      var seconds = time_t(epoch)
      gmtime_r(&seconds, &moment)
    } else {
      // Not `time`, whose coarse clock may be a second behind at the border of a second.
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      localtime_r(&now.tv_sec, &moment)
    }
    let date = [Int(moment.tm_year) + 1900, Int(moment.tm_mon) + 1, Int(moment.tm_mday)]
    let clock = [moment.tm_hour, moment.tm_min, moment.tm_sec]
    return date.map { padded($0) }.joined(separator: "-") + "_"
      + clock.map { padded(Int($0)) }.joined()
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
