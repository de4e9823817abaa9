import Randomness
import Testing

@Suite("A random key")
struct RandomKeyTests {
  @Test("gives equal numbers to equal names, in any order")
  func equal() {
    let first = RandomKey(seed: 42).key("arrivals").key(3)
    let root = RandomKey(seed: 42)
    _ = root.key("service").words(9)
    let second = root.key("arrivals").key(3)
    #expect(first == second)
    #expect(first.words(17, 2) == second.words(17, 2))
    var (a, b) = (first.stream(5), second.stream(5))
    for _ in 0..<100 { #expect(a.next() == b.next()) }
  }

  @Test("gives different numbers to all that differ")
  func distinct() {
    let root = RandomKey(seed: 1)
    var keys = [
      root, RandomKey(seed: 2), root.key(""), root.key("").key(""), root.key("\0"),
      root.key("a"), root.key("\0a"), root.key("a\0"), root.key("b"),
      root.key("ab").key("c"), root.key("a").key("bc"), root.key("abc"), root.key("a").key("b"),
      root.key("b").key("a"), root.key("12345678"), root.key("1234567"), root.key("123456789"),
      root.key("12345678").key(""), root.key("12345678").key("9"), root.key("1"),
      RandomKey(seed: 1 << 63), RandomKey(seed: .max), RandomKey(seed: 0),
    ]
    keys += (-50...50).map { root.key($0) } + (0..<50).map { root.key(1).key($0) }
    keys += (2..<50).map { root.key("\($0)") }
    #expect(Set(keys).count == keys.count)
    var words = Set<UInt64>()
    for key in keys {
      var streams = [key.stream(), key.stream(1), key.stream(0, 1), key.stream(-1)]
      for index in streams.indices { for _ in 0..<8 { words.insert(streams[index].next()) } }
      for (index, part) in [(0, 0), (1, 0), (0, 1), (-1, 0), (0, -1)] {
        let block = key.words(index, part)
        for lane in 0..<4 { words.insert(block[lane]) }
      }
    }
    #expect(words.count == keys.count * (4 * 8 + 5 * 4))
  }

  @Test("gives neighbours that know nothing of each other")
  func uncorrelated() {
    let key = RandomKey(seed: 7).key("customers")
    let count = 200_000
    let rows = (0..<count).map { index -> [Double] in
      let (here, next) = (key.words(index), key.words(index, 1))
      return [here[0].unitInterval, here[1].unitInterval, next[0].unitInterval]
    }
    var sums = [0.0, 0.0, 0.0]
    for index in rows.indices.dropLast() {
      let (a, b) = (rows[index], rows[index + 1])
      sums[0] += (a[0] - 0.5) * (a[1] - 0.5)
      sums[1] += (a[0] - 0.5) * (a[2] - 0.5)
      sums[2] += (a[0] - 0.5) * (b[0] - 0.5)
    }
    for sum in sums { #expect((12 * sum / Double(count).squareRoot()).magnitude < 5) }
  }

  @Test("keeps every draw from one version to the next")
  func golden() {
    let key = RandomKey(seed: 42).key("arrivals").key(3)
    let words: SIMD4<UInt64> = [
      11_990_341_888_813_211_966, 7_812_435_353_950_743_041, 12_585_988_854_636_104_416,
      15_608_646_487_258_735_914,
    ]
    #expect(key.words(17, 2) == words)
    var stream = key.stream(5)
    #expect(
      (0..<6).map { _ in stream.next() } == [
        5_440_349_294_443_908_453, 8_535_831_529_092_467_016, 12_535_875_471_080_085_302,
        5_724_546_094_590_854_695, 6_547_475_032_283_874_571, 10_054_994_196_862_491_389,
      ])
    #expect(
      RandomKey(seed: 0).key("a name of more than eight bytes").words(0)[0]
        == 2_530_773_619_420_392_729)
  }
}
