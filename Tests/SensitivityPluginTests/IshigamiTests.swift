import AnalysisKit
import Asking
import Foundation
import Reports
import SensitivityPlugin
import Testing
import Text

@Suite("Sensitivity of a formula with known answers")
struct IshigamiTests {
  @Test("has the exact shares that are published")
  func exact() {
    let exact = IshigamiModel.exact
    for (share, published) in zip(exact.first, [0.313905, 0.442411, 0]) {
      #expect(abs(share - published) < 1e-6)
    }
    for (share, published) in zip(exact.total, [0.557589, 0.442411, 0.243684]) {
      #expect(abs(share - published) < 1e-6)
    }
  }

  @Test("is worked out as the formula says")
  func formula() throws {
    for design in [[0.3, -1.2, 2.5], [3.1, 2.9, -3], [-2.4, -3.14, 0], [1.58, 1.57, 3.14]] {
      let (x, y, z) = (design[0], design[1], design[2])
      let value = sin(x) + 7 * sin(y) * sin(y) + 0.1 * z * z * z * z * sin(x)
      let own = try IshigamiModel().results(of: design, replicates: [0])[0][0]
      #expect(abs(own - value) < 1e-12)
    }
  }

  @Test("is found within 0.01 with 8192 base points, and the intervals hold it", arguments: [1, 7])
  func found(seed: Int) throws {
    let report = try sensitivity("--function ishigami --method sobol", seed: seed)
    let factors = try #require(report.json["outputs"]?["f"]?["sobol"]?["factors"])
    for (place, name) in ["x", "y", "z"].enumerated() {
      for (key, exact) in [
        ("alone", IshigamiModel.exact.first[place]), ("total", IshigamiModel.exact.total[place]),
      ] {
        let share = try #require(factors[name]?[key])
        #expect(abs((share["mean"]?.number ?? .nan) - exact) < 0.01)
        let (low, high) = (share["low"]?.number ?? .nan, share["high"]?.number ?? .nan)
        #expect(low - 1e-9 <= exact && exact <= high + 1e-9)
      }
    }
    #expect(report.table("evaluations")?.rows.count == 40_960)
  }

  @Test("shows in the screening that z matters only together with x")
  func screening() throws {
    let report = try sensitivity(
      "--function ishigami --method morris --trajectories 200")
    let factors = try #require(report.json["outputs"]?["f"]?["morris"]?["factors"])
    let z = try #require(factors["z"])
    // Half the range from the middle of one quarter to that of another: z⁴ changes, its mean effect cancels.
    #expect((z["mu_star"]?["mean"]?.number ?? 0) > 0)
    #expect((z["sigma"]?.number ?? 0) > abs(z["mu"]?.number ?? .infinity))
  }

  @Test("has no road")
  func noRoad() {
    for words in ["--scenario demo", "--measures cost", "--study x.json"] {
      #expect(throws: OptionFailure.self) { try options("--function ishigami " + words) }
    }
  }

  @Test("can be made again from the document of its study, and only from that")
  func rebuilt() throws {
    let model = IshigamiModel()
    #expect(
      try IshigamiModel(document: model.document).results(of: [1, 2, 3], replicates: [0])
        == model.results(of: [1, 2, 3], replicates: [0]))
    #expect(throws: ToolFailure.self) {
      try IshigamiModel(document: model.document.merging(["version": 2]))
    }
  }
}
