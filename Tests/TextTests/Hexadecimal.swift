extension Sequence<UInt8> {
  /// The bytes in two digits each.
  var hex: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
