import AnalysisKit
import RunRecords
import Testing
import Text

@Suite("A batch of work")
struct StudyBatchTests {
  private let keys = StudyKeys(["world": "any"])

  @Test("reads back from its file with every bit of every number")
  func bits() throws {
    let numbers: [Double] = [
      0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1 / 3, 9_007_199_254_740_992, -7,
    ]
    let pieces = numbers.map { number in
      StudyPiece(
        design: [number, 2], replicates: [0, 3, 4],
        keys: keys.keys(of: [number, 2], replicates: [0, 3, 4]))
    }
    let batch = StudyBatch(pieces, perChunk: 3)
    #expect(batch.chunks.map(\.count) == [3, 3, 1])
    let json = try JSONReader.read(batch.json.compactText).json
    let read = try #require(StudyBatch(json, keys: keys))
    #expect(read == batch)
    // Equal names mean equal bits, minus zero included.
    #expect(read.keys == batch.keys)
  }

  @Test("is none where a number is missing")
  func broken() {
    #expect(StudyBatch(["chunks": [[["design": ["x"], "replicates": [1]]]]], keys: keys) == nil)
    #expect(StudyBatch([:], keys: keys) == nil)
  }
}
