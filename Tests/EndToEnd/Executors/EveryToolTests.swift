import Foundation
import Testing

@Suite("Every tool that asks studies", .serialized) struct EveryToolTests {
  private let scratch = Scratch()

  @Test("leaves the same bytes when other processes do the work", arguments: SmallStudy.others)
  func shards(_ study: SmallStudy) throws {
    let worker = try scratch.writeWorker("echo $$ >>\(scratch.path("pids"))")
    let answer = try Evtools.run(
      study.words + ["--executor", "shards", "--workers", "2", "--chunk-seconds", "0.001"],
      in: scratch.folder, environment: ["EVTOOLS_WORKER": worker])
    try #require(answer.code == 0, "\(answer.err)")
    #expect(!answer.err.contains("cannot make this model again"), "\(answer.err)")
    #expect(try !scratch.text("pids").isEmpty, "nobody else did anything")
    let expected = try study.uninterrupted().files
    try SmallStudy.check(try scratch.run(), in: scratch, expected, "by shards")
  }

  @Test(
    "leaves the same bytes when a cluster does the work",
    .enabled(if: SlurmSandbox.isInstalled, "slurmctld and slurmd are not installed"),
    arguments: [SmallStudy.others[0], SmallStudy.others[4]])
  func slurm(_ study: SmallStudy) throws {
    let cluster = try SlurmSandbox()
    let answer = try Evtools.run(
      study.words + ["--executor", "slurm", "--chunk-seconds", "0.02"], in: scratch.folder,
      environment: cluster.environment)
    try #require(answer.code == 0, "\(answer.err)")
    #expect(!answer.err.contains("cannot make this model again"), "\(answer.err)")
    let expected = try study.uninterrupted().files
    try SmallStudy.check(try scratch.run(), in: scratch, expected, "by Slurm")
  }
}
