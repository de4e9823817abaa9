/// A text that equals another only when both have the same bytes.
///
/// Swift holds "é" and "e" followed by an accent to be equal; JSON keys are compared as they stand (RFC 8259, 8.3).
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
