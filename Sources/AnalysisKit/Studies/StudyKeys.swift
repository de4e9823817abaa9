package import RunRecords
package import Text

/// Names of evaluations by what they depend on: equal content, equal name, in every study and on every machine.
package struct StudyKeys: Sendable {
  /// The name of the study: what all its evaluations have in common, in hexadecimal digits.
  package let study: String
  private let root: [UInt8]

  /// Takes the fingerprint of what all evaluations of a study have in common.
  package init(_ document: JSONObject) {
    let text = Array(JSON.object(document).compactText.utf8)
    (root, study) = (SHA256.digest(of: text), SHA256.hex(of: text))
  }

  /// Returns the names of some replicates of a design.
  package func keys(of design: [Double], replicates: some Sequence<Int>) -> [ContentKey] {
    var bytes = root
    for value in design { bytes.appendLittleEndian(value.bitPattern) }
    let count = bytes.count
    return replicates.map { replicate in
      bytes.removeSubrange(count...)
      bytes.appendLittleEndian(UInt64(bitPattern: Int64(replicate)))
      return ContentKey(of: bytes)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
