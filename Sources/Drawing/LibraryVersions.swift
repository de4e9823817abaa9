internal import CCairo
internal import CHarfBuzz
internal import CQPDF

/// The libraries of the system that draw, by name and version as they are loaded now.
///
///     LibraryVersions.all   // [(name: "Cairo", version: "1.16.0"), …]
///
/// The same bytes come out on two machines where these agree.
public enum LibraryVersions {
  /// Those on which the bytes of drawings depend.
  public static var all: [(name: String, version: String)] {
    [
      ("Cairo", String(cString: cairo_version_string())), ("FreeType", freeType),
      ("HarfBuzz", String(cString: hb_version_string())),
      ("qpdf", String(cString: qpdf_get_qpdf_version())),
    ]
  }

  private static var freeType: String {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return "unknown" }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}
