import Foundation
import Peers
import Testing
import Text

@Suite("JSON coding, given mutated values")
struct JSONCodingFuzzTests {
  @Test("reads a value that reads back, or fails; never anything else")
  func survives() throws {
    var random = FixedRandom(seed: 20_260_202)
    let study = try JSON(encoding: CodedStudy())
    var accepted = 0
    for _ in 0..<3000 {
      let mutated = Self.mutated(study, &random)
      guard let value = try? mutated.decoded(as: CodedStudy.self) else { continue }
      accepted += 1
      #expect(try JSON(encoding: value).decoded() == value || mutated.compactText.contains("nan"))
    }
    #expect(accepted > 100 && accepted < 2900, "both verdicts must be frequent: \(accepted)")
  }

  @Test("accepts what Foundation accepts, of values without numbers at the edge")
  func agrees() throws {
    var random = FixedRandom(seed: 5)
    let site = try JSON(encoding: CodedSite(kind: .both(.range(1, upTo: 2), .log(base: 2))))
    var accepted = 0
    for _ in 0..<2000 {
      let mutated = Self.mutated(site, &random)
      let ours = try? mutated.decoded(as: CodedSite.self)
      let data = Data(mutated.compactText.utf8)
      let theirs = try? JSONDecoder().decode(CodedSite.self, from: data)
      #expect(ours == theirs, "\(mutated.compactText)")
      accepted += ours == nil ? 0 : 1
    }
    #expect(accepted > 100 && accepted < 1900, "both verdicts must be frequent: \(accepted)")
  }

  @Test("survives two thousand mutated texts")
  func texts() throws {
    var random = FixedRandom(seed: 9)
    let text = Array(try JSON(encoding: CodedStudy()).prettyText.utf8)
    for _ in 0..<2000 {
      var mutated = text
      for _ in 0...random.below(3) {
        let place = random.below(mutated.count)
        switch random.below(3) {
        case 0: mutated.remove(at: place)
        case 1: mutated.insert(random.pick(Array("{}[]\":,0-e.n".utf8)), at: place)
        default: mutated[place] = random.pick(Array("{}[]\":,019-e.n".utf8))
        }
      }
      guard let node = try? JSONReader.read(mutated) else { continue }
      _ = try? node.decoded(as: CodedStudy.self, unknownKeys: .refused)
    }
  }

  private static let pieces: [JSON] = [
    nil, true, 0, -1, 300, 2.5, "", "nan", "green", "plain", [], [:], [1, 2], ["plain": [:]],
    ["log": ["base": 1]], ["_0": 1, "upTo": 2],
  ]

  /// The value with one part, anywhere inside, replaced, removed or renamed.
  private static func mutated(_ value: JSON, _ random: inout FixedRandom) -> JSON {
    if random.below(5) == 0 { return random.pick(pieces) }
    switch value {
    case .array(var values) where !values.isEmpty:
      let place = random.below(values.count)
      values[place] = mutated(values[place], &random)
      return .array(values)
    case .object(var members) where !members.isEmpty:
      let key = random.pick(members.keys)
      let old = members[key] ?? nil
      if random.below(6) == 0 { members[key] = nil }
      members[random.below(6) == 0 ? key + "x" : key] = mutated(old, &random)
      return .object(members)
    case .integer(let value): return .integer(value + random.below(3) - 1)
    default: return value
    }
  }
}
