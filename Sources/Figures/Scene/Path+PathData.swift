import Text

/// What is wrong with the text of a path; columns count bytes from 1.
public enum PathFailure: Error, Equatable, Sendable {
  /// Something stands where M, L, C or Z must.
  case unknownStep(column: Int)
  /// Something stands where a number must.
  case missingNumber(column: Int)
  /// A number is not finite or farther off than any paper reaches.
  case tooFar(column: Int)
  /// The first step does not lift the pen.
  case lacksStart
}

extension PathFailure: CustomStringConvertible {
  /// The failure as a sentence.
  public var description: String {
    switch self {
    case .unknownStep(let column): "expected M, L, C or Z at character \(column) of the path"
    case .missingNumber(let column): "expected a number at character \(column) of the path"
    case .tooFar(let column): "the number at character \(column) of the path is beyond 1e7 points"
    case .lacksStart: "a path must begin with M"
    }
  }
}

extension Path {
  /// The path as the path data of SVG, in absolute coordinates that read back exactly.
  ///
  ///     Path(through: [Point(0, 1.5), Point(2, 3)]).pathData   // "M 0 1.5 L 2 3"
  public var pathData: String {
    var text = ""
    func write(_ letter: String, _ points: Point...) {
      if !text.isEmpty { text += " " }
      text += letter
      for point in points {
        text += " "
        text += point.x.shortestText
        text += " "
        text += point.y.shortestText
      }
    }
    for step in steps {
      switch step {
      case .move(let point): write("M", point)
      case .line(let point): write("L", point)
      case .curve(let first, let second, let end): write("C", first, second, end)
      case .close: write("Z")
      }
    }
    return text
  }

  /// Reads path data that uses M, L, C and Z only, each step with its letter.
  public init(pathData: String) throws(PathFailure) {
    var reader = PathDataReader(bytes: Array(pathData.utf8))
    self.init(try reader.steps())
    if let first = steps.first {
      guard case .move = first else { throw .lacksStart }
    }
  }
}

/// Reads path data from the first character to the last.
private struct PathDataReader {
  let bytes: [UInt8]
  var place = 0

  mutating func steps() throws(PathFailure) -> [Path.Step] {
    var steps: [Path.Step] = []
    skipBlanks()
    while place < bytes.count {
      place += 1
      switch bytes[place - 1] {
      case UInt8(ascii: "M"): steps.append(.move(try point()))
      case UInt8(ascii: "L"): steps.append(.line(try point()))
      case UInt8(ascii: "C"): steps.append(.curve(try point(), try point(), try point()))
      case UInt8(ascii: "Z"): steps.append(.close)
      default: throw .unknownStep(column: place)
      }
      skipBlanks()
    }
    return steps
  }

  private mutating func point() throws(PathFailure) -> Point { Point(try number(), try number()) }

  private mutating func number() throws(PathFailure) -> Double {
    skipBlanks()
    let start = place
    while place < bytes.count, Self.isOfNumber(bytes[place]) { place += 1 }
    guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw .missingNumber(column: start + 1)
    }
    guard PageNumber.range.contains(number) else { throw .tooFar(column: start + 1) }
    return number
  }

  private mutating func skipBlanks() {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: "\t"):
      true
    default: false
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
