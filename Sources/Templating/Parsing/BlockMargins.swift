/// The blanks at the beginnings of the lines of a block.
///
/// A block that replaces another moves to the other's margin: its own margin, which is that of its first line,
/// is taken away when it is read, and the other's is put before each line when it is shown.
enum BlockMargins {
  /// The blanks before the first line; nothing when there is no line.
  static func margin(of nodes: [TemplateNode]) -> [UInt8]? {
    guard let first = nodes.first else { return nil }
    return switch first {
    case .text(let bytes): Array(bytes.prefix { $0 == 0x20 || $0 == 0x09 })
    case .section(let section): margin(of: section.nodes) ?? []
    case .call(let call): call.margin
    case .block(let block): block.margin
    case .value: []
    }
  }

  /// Takes so many blanks away from each line.
  static func removing(_ count: Int, from nodes: [TemplateNode]) -> [TemplateNode] {
    guard count > 0 else { return nodes }
    var beginsLine = true
    return removing(count, from: nodes, beginsLine: &beginsLine)
  }

  private static func removing(
    _ count: Int, from nodes: [TemplateNode], beginsLine: inout Bool
  ) -> [TemplateNode] {
    nodes.map { node in
      switch node {
      case .text(let bytes):
        return .text(removing(count, from: bytes, beginsLine: &beginsLine))
      case .value:
        beginsLine = false
        return node
      case .section(var section):
        section.nodes = removing(count, from: section.nodes, beginsLine: &beginsLine)
        return .section(section)
      case .block(var block):
        block.margin.removeFirst(min(count, block.margin.count))
        block.nodes = removing(count, from: block.nodes, beginsLine: &beginsLine)
        return .block(block)
      case .call(var call):
        call.margin.removeFirst(min(count, call.margin.count))
        beginsLine = call.standsAlone
        return .call(call)
      }
    }
  }

  private static func removing(
    _ count: Int, from bytes: [UInt8], beginsLine: inout Bool
  ) -> [UInt8] {
    var kept: [UInt8] = []
    var left = beginsLine ? count : 0
    for byte in bytes {
      beginsLine = byte == UInt8(ascii: "\n")
      if left > 0, byte == 0x20 || byte == 0x09 {
        left -= 1
        continue
      }
      left = beginsLine ? count : 0
      kept.append(byte)
    }
    return kept
  }
}
