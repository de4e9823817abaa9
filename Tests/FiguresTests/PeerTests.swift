import Figures
import Peers
import Testing

@Suite("Colours and scales, beside NumPy")
struct PeerTests {
  @Test(
    "have the light, the places and the positions that NumPy computes",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func numpy() throws {
    var random = FixedRandom(seed: 9)
    let rows = (0..<500).map { _ in
      let bits = random.next()
      let colour = [bits & 255, bits >> 8 & 255, bits >> 16 & 255].map(Double.init)
      let ends = [random.number(), random.number()].map(\.magnitude).sorted()
      return colour + [ends[0] + 1e-9, 2 * ends[1] + 2e-9, Double(bits >> 24 & 1023) / 1023]
    }
    let script = """
      import numpy as np
      r = np.array(rows)
      c = r[:, :3] / 255
      light = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
      m = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                    [0.0193339, 0.1191920, 0.9503041]])
      t = light @ m.T / m.sum(1)
      f = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
      lab = np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], 1)
      low, high, p = r[:, 3], r[:, 4], r[:, 5]
      v = low * (high / low) ** p
      s = lambda x: np.log10(1 + x / 0.5)
      log = (np.log10(v) - np.log10(low)) / (np.log10(high) - np.log10(low))
      sym = 0.5 + s(v) / s(high) / 2
      for row in np.column_stack([lab, v, log, sym]): print(*(repr(float(x)) for x in row))
      """
    let answers = try Peer.numbers(from: script, rows: rows)
    #expect(answers.count == rows.count)
    for (row, answer) in zip(rows, answers) {
      let place = CIELAB(Colour(red: UInt8(row[0]), green: UInt8(row[1]), blue: UInt8(row[2])))
      #expect((place.lightness - answer[0]).magnitude < 1e-11)
      #expect((place.a - answer[1]).magnitude < 1e-10 && (place.b - answer[2]).magnitude < 1e-10)
      let value = answer[3]
      let logarithmic = Scale(.log10, domain: row[3]...row[4])
      let both = Scale(.symlog(threshold: 0.5), domain: -row[4]...row[4])
      let (log, symlog) = (logarithmic.position(of: value), both.position(of: value))
      #expect((try #require(log) - answer[4]).magnitude < 1e-12)
      if row[4] > 1e-7 { #expect((try #require(symlog) - answer[5]).magnitude < 1e-8) }
    }
  }

  @Test(
    "have the ticks that the package mizani finds by the same paper",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func ticks() throws {
    var random = FixedRandom(seed: 10)
    let rows = (0..<400).map { round in
      let ends = [random.number(), random.number()].sorted()
      return [ends[0], ends[1] + (ends[0] == ends[1] ? 1 : 0), Double(3 + round % 6)]
    }
    let script = """
      try:
          from mizani.breaks import breaks_extended
      except ImportError:
          breaks_extended = None
          print('missing')
      if breaks_extended:
          for low, high, n in rows:
              print(*(repr(float(x)) for x in breaks_extended(n=int(n))((low, high))))
      """
    let table = try Peer.table(from: script, rows: rows)
    guard table.first != ["missing"] else {
      // CI has no mizani: say so, as the test has nothing to compare with.
      print("skipped: the peers have no mizani, so ticks are not compared with its ticks")
      return
    }
    #expect(table.count == rows.count)
    var others: [String] = []
    for (row, words) in zip(rows, table) {
      let answer = words.compactMap { Double($0) }
      let scale = Scale(.linear, domain: row[0]...row[1])
      let ours = Ticks(for: scale, about: Int(row[2]), reach: .near).major.map(\.value)
      let slack = 1e-9 * (row[1] - row[0])
      let isSame =
        ours.count == answer.count && zip(ours, answer).allSatisfy { ($0 - $1).magnitude < slack }
      if !isSame { others.append("\(row): \(ours), mizani \(answer)") }
    }
    #expect(others.isEmpty, "\(others.joined(separator: "\n"))")
  }
}
