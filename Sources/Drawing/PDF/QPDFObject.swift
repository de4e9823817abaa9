import CQPDF
import Glibc

/// An object of a PDF: a number, a text, a dictionary and so on.
struct QPDFObject {
  let handle: qpdf_oh
  private let document: QPDFDocument
  private var pdf: qpdf_data { document.pdf }

  init(_ document: QPDFDocument, _ handle: qpdf_oh) {
    (self.document, self.handle) = (document, handle)
  }

  /// An entry of a dictionary or of a stream's; null where there is none.
  subscript(key: String) -> QPDFObject {
    get { QPDFObject(document, qpdf_oh_get_key_if_dict(pdf, dictionary, "/" + key)) }
    nonmutating set { qpdf_oh_replace_key(pdf, dictionary, "/" + key, newValue.handle) }
  }

  private var dictionary: qpdf_oh { isStream ? qpdf_oh_get_dict(pdf, handle) : handle }

  var isNull: Bool { qpdf_oh_is_null(pdf, handle) != 0 }
  var isDictionary: Bool { qpdf_oh_is_dictionary(pdf, handle) != 0 }
  var isStream: Bool { qpdf_oh_is_stream(pdf, handle) != 0 }

  /// The keys of a dictionary, in their order; of anything else, none.
  var keys: [String] {
    guard isDictionary else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(pdf, handle)
    while qpdf_oh_dict_more_keys(pdf) != 0 {
      guard let key = qpdf_oh_dict_next_key(pdf) else { break }
      keys.append(String(String(cString: key).dropFirst()))
    }
    return keys
  }

  /// The whole number; nil for anything else.
  var integer: Int? {
    qpdf_oh_is_integer(pdf, handle) != 0 ? Int(qpdf_oh_get_int_value(pdf, handle)) : nil
  }

  /// The items of an array; of anything else, none.
  var items: [QPDFObject] {
    guard qpdf_oh_is_array(pdf, handle) != 0 else { return [] }
    return (0..<qpdf_oh_get_array_n_items(pdf, handle)).map {
      QPDFObject(document, qpdf_oh_get_array_item(pdf, handle, $0))
    }
  }

  /// The name without its slash; nil for anything else.
  var name: String? {
    guard qpdf_oh_is_name(pdf, handle) != 0, let name = qpdf_oh_get_name(pdf, handle) else {
      return nil
    }
    return String(String(cString: name).dropFirst())
  }

  /// The text of a string; nil for anything else.
  var text: String? {
    guard qpdf_oh_is_string(pdf, handle) != 0 else { return nil }
    var count = 0
    guard let start = qpdf_oh_get_binary_utf8_value(pdf, handle, &count) else { return nil }
    return Self.bytes(start, count).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a string as they are stored; of anything else, none.
  var stored: [UInt8] {
    guard qpdf_oh_is_string(pdf, handle) != 0 else { return [] }
    var count = 0
    guard let start = qpdf_oh_get_binary_string_value(pdf, handle, &count) else { return [] }
    return Self.bytes(start, count) ?? []
  }

  /// The bytes of a stream, decompressed; nil when they cannot be.
  var contents: [UInt8]? {
    guard isStream else { return nil }
    var isFiltered: QPDF_BOOL = 0
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = qpdf_oh_get_stream_data(
      pdf, handle, qpdf_dl_generalized, &isFiltered, &start, &count)
    defer { free(start) }
    guard status & QPDF_ERRORS == 0 else { return nil }
    guard let start else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func bytes(_ start: UnsafePointer<CChar>, _ count: Int) -> [UInt8]? {
    UnsafeBufferPointer(start: start, count: count).map { UInt8(bitPattern: $0) }
  }
}
