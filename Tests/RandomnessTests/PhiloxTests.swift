import Foundation
import Randomness
import Peers
import Testing

@Suite("Philox")
struct PhiloxTests {
  @Test(
    "gives the published words",
    arguments: [
      (
        [0, 0], [0, 0, 0, 0],
        [
          0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b,
          0x7e68_b68a_ec7b_a23b,
        ]
      ),
      (
        [.max, .max], [.max, .max, .max, .max],
        [
          0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6,
          0xa09c_aebf_594f_0ba0,
        ]
      ),
      (
        [0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c],
        [
          0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0,
          0x082e_fa98_ec4e_6c89,
        ],
        [
          0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5,
          0x57bd_43b5_e52b_7fe6,
        ]
      ),
    ] as [([UInt64], [UInt64], [UInt64])])
  func published(key: [UInt64], counter: [UInt64], words: [UInt64]) {
    let generator = Philox(keyLow: key[0], keyHigh: key[1])
    #expect(generator.words(at: SIMD4(counter)) == SIMD4(words))
  }

  @Test("gives NumPy's words", .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func peer() throws {
    // NumPy moves its counter on before each block.
    let script = """
      import numpy
      for low, high, counter in [(1, 2, 0), (2**64 - 1, 17, 5), (0x1234567890abcdef, 3, 2**64 - 2)]:
        stream = numpy.random.Philox(key=low + (high << 64), counter=counter)
        print(low, high, counter + 1, *stream.random_raw(4 if counter > 9 else 40))
      """
    let answer = try Peer.table(from: script).map { line in line.compactMap { UInt64($0) } }
    try #require(answer.count == 3)
    for line in answer {
      let generator = Philox(keyLow: line[0], keyHigh: line[1])
      for (block, first) in stride(from: 3, to: line.count, by: 4).enumerated() {
        let ours = generator.words(at: SIMD4(line[2] + UInt64(block), 0, 0, 0))
        #expect(ours == SIMD4(line[first..<first + 4]))
      }
    }
  }

  @Test("changes half of all bits with any one bit of counter or key")
  func avalanche() {
    var changed = [Int](repeating: 0, count: 256)
    let base = Philox(keyLow: 1, keyHigh: 2).words(at: .zero)
    for bit in 0..<384 {
      var counter = SIMD4<UInt64>.zero
      var key: [UInt64] = [1, 2]
      if bit < 256 { counter[bit / 64] ^= 1 << UInt64(bit % 64) }
      if bit >= 256 { key[(bit - 256) / 64] ^= 1 << UInt64(bit % 64) }
      let difference = Philox(keyLow: key[0], keyHigh: key[1]).words(at: counter) ^ base
      let flips = (0..<4).map { difference[$0].nonzeroBitCount }.reduce(0, +)
      #expect((80...176).contains(flips), "six standard deviations of 8 around 128")
      for place in 0..<256 where difference[place / 64] >> UInt64(place % 64) & 1 == 1 {
        changed[place] += 1
      }
    }
    #expect(changed.allSatisfy { (130...254).contains($0) })
  }
}
