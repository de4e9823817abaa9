import RunRecords

/// Numbers of every kind that has bits of its own.
let oddNumbers: [Double] = [
  0, -0.0, 1, 0.1, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
  .leastNormalMagnitude, .greatestFiniteMagnitude, .pi, .nan, -.nan,
  .init(bitPattern: 0x7FF0_0000_0000_0001), .init(bitPattern: 0xFFF8_0000_DEAD_BEEF),
]

extension ContentKey {
  /// The key of a numbered evaluation.
  static func sample(_ number: Int) -> ContentKey { ContentKey(of: Array("sample \(number)".utf8)) }
}

extension KeptEvaluation {
  /// An evaluation whose numbers follow from its own.
  static func sample(_ number: Int) -> KeptEvaluation {
    KeptEvaluation(
      .sample(number),
      (0..<number % 5).map { oddNumbers[(number + $0) % oddNumbers.count] } + [Double(number)],
      status: number % 7 == 0 ? .failed : .done)
  }

  static func samples(_ numbers: Range<Int>) -> [KeptEvaluation] { numbers.map { sample($0) } }
}
