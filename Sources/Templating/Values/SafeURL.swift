import Text

/// An address that runs nothing when it is opened.
///
///     SafeURL(fragment: "figure-1")?.text      // #figure-1
///     SafeURL(relativePath: "runs/7.html")?.text   // runs/7.html
///     SafeURL(relativePath: "javascript:x")    // nil
public struct SafeURL: Equatable, Sendable {
  /// The address.
  public let text: String

  /// What the address leads to.
  public let kind: Kind

  /// What an address can lead to.
  public enum Kind: Equatable, Sendable {
    /// A place in the same page: for links.
    case fragment
    /// A file beside the page: for links and media.
    case relativePath
    /// A page of the web: for links.
    case web
    /// A picture within the page: for links and media.
    case image
    /// A file within the page: for links.
    case download
  }

  /// Makes the address of a place in the same page; nothing when a character is not allowed there.
  public init?(fragment: String) {
    guard !fragment.isEmpty, fragment.utf8.allSatisfy(Self.isAllowed), !fragment.contains("#")
    else { return nil }
    (text, kind) = ("#" + fragment, .fragment)
  }

  /// Makes the address of a file beside the page; nothing when it has a scheme or leads to another host or root.
  public init?(relativePath path: String) {
    let first = path.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !first.isEmpty, !first.contains(":"), path.utf8.allSatisfy(Self.isAllowed) else {
      return nil
    }
    (text, kind) = (path, .relativePath)
  }

  /// Makes the address of a page of the web; nothing when it does not begin with `https://`.
  public init?(web address: String) {
    let start = "https://"
    guard address.hasPrefix(start), address.utf8.count > start.utf8.count,
      address.utf8.allSatisfy(Self.isAllowed)
    else { return nil }
    (text, kind) = (address, .web)
  }

  /// Makes an address that contains a picture.
  public init(image format: ImageFormat, bytes: some Collection<UInt8>) {
    text = "data:" + format.rawValue + ";base64," + Base64.text(of: Array(bytes))
    kind = .image
  }

  /// Makes an address that contains a file to be saved.
  ///
  /// A browser saves what it does not know, so that the type is always `application/octet-stream`; the
  /// attribute `download` gives the file its name.
  public init(download bytes: some Collection<UInt8>) {
    text = "data:application/octet-stream;base64," + Base64.text(of: Array(bytes))
    kind = .download
  }

  /// The pictures that a browser shows without running anything within them.
  public enum ImageFormat: String, Sendable, CaseIterable {
    /// Portable Network Graphics.
    case png = "image/png"
    /// Graphics Interchange Format, also animated.
    case gif = "image/gif"
    /// JPEG.
    case jpeg = "image/jpeg"
  }

  /// The characters of RFC 3986 without quotes.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#@!$&()*+,;=%".utf8.contains(byte)
    }
  }
}

extension SafeURL.Kind {
  var words: String {
    switch self {
    case .fragment: "a place in the page"
    case .relativePath: "a file beside the page"
    case .web: "a page of the web"
    case .image: "a picture"
    case .download: "a file to be saved"
    }
  }

  var isMedia: Bool { self == .image || self == .relativePath }

  var isReference: Bool { self == .fragment || self == .image }
}
