import CQPDF
import Text

/// A PDF in memory whose objects can be read and changed.
final class QPDFDocument {
  let pdf: qpdf_data
  private let bytes: FixedBytes

  /// Reads a file.
  init(_ bytes: [UInt8]) throws(DrawingFailure) {
    pdf = qpdf_init()
    self.bytes = FixedBytes(bytes)  // read from as objects are asked for
    qpdf_silence_errors(pdf)
    qpdf_set_suppress_warnings(pdf, 1)
    let start = self.bytes.place.baseAddress?.assumingMemoryBound(to: CChar.self)
    _ = qpdf_read_memory(pdf, "file", start, UInt64(bytes.count), nil)
    try check()
  }

  deinit {
    // Only damaged files leave one: what of them could not be read was left out on purpose.
    if qpdf_has_error(pdf) != 0 { _ = qpdf_get_error(pdf) }
    var pdf: qpdf_data? = pdf
    qpdf_cleanup(&pdf)
  }

  /// The object from which all others are reached.
  var catalogue: QPDFObject { QPDFObject(self, qpdf_get_root(pdf)) }

  func check() throws(DrawingFailure) {
    guard qpdf_has_error(pdf) != 0, let error = qpdf_get_error(pdf) else { return }
    throw .pdf(reason: String(cString: qpdf_get_error_message_detail(pdf, error)))
  }

  /// The file with all changes; its identifier is a sum of what is in it.
  func written() throws(DrawingFailure) -> [UInt8] {
    try check()
    _ = qpdf_init_write_memory(pdf)
    qpdf_set_deterministic_ID(pdf, 1)
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate)
    _ = qpdf_write(pdf)
    try check()
    guard let start = qpdf_get_buffer(pdf) else { throw .pdf(reason: "nothing was written") }
    return Array(UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(pdf)))
  }
}

// MARK: - New objects

extension QPDFDocument {
  func dictionary(_ entries: [(String, QPDFObject)]) -> QPDFObject {
    let dictionary = QPDFObject(self, qpdf_oh_new_dictionary(pdf))
    for (key, value) in entries { dictionary[key] = value }
    return dictionary
  }

  func array(_ items: [QPDFObject]) -> QPDFObject {
    let array = qpdf_oh_new_array(pdf)
    for item in items { qpdf_oh_append_item(pdf, array, item.handle) }
    return QPDFObject(self, array)
  }

  func name(_ name: String) -> QPDFObject { QPDFObject(self, qpdf_oh_new_name(pdf, "/" + name)) }

  func truth(_ value: Bool) -> QPDFObject { QPDFObject(self, qpdf_oh_new_bool(pdf, value ? 1 : 0)) }

  func number(_ value: Int) -> QPDFObject {
    QPDFObject(self, qpdf_oh_new_integer(pdf, Int64(value)))
  }

  func decimal(_ value: Double) -> QPDFObject {
    QPDFObject(self, qpdf_oh_new_real_from_string(pdf, value.text(decimals: 14)))
  }

  /// Text of any characters, which PDF stores as UTF-16 where its own set lacks one.
  func text(_ text: String) -> QPDFObject {
    QPDFObject(self, qpdf_oh_new_binary_unicode_string(pdf, text, text.utf8.count))
  }

  /// Bytes, compressed at a level from 1 (fast) to 12 (small).
  func stream(_ bytes: [UInt8], level: Int32 = 5) -> QPDFObject {
    let stream = qpdf_oh_new_stream(pdf)
    let small = Deflate.zlib(bytes, level: level)
    qpdf_oh_replace_stream_data(
      pdf, stream, small, small.count, name("FlateDecode").handle, qpdf_oh_new_null(pdf))
    return QPDFObject(self, stream)
  }

  /// The object under a number of its own, so that several others may name it.
  func shared(_ object: QPDFObject) -> QPDFObject {
    QPDFObject(self, qpdf_make_indirect_object(pdf, object.handle))
  }
}
