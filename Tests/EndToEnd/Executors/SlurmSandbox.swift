import Foundation
import Synchronization
import Testing

/// A Slurm cluster of four nodes on loopback, in a folder of its own, which ends with the test.
///
/// Its ports and its configuration keep it off any real installation.
final class SlurmSandbox {
  /// Whether Slurm's programs are installed; without them the tests are skipped.
  static let isInstalled = ["slurmctld", "slurmd", "sbatch"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  private let scratch = Scratch()
  private let nodes = 4
  /// How many clusters this process has begun: each has ports of its own, for the one before may not be gone yet.
  private static let begun = Atomic(0)

  /// What a command needs to reach this cluster.
  var environment: [String: String] { ["SLURM_CONF": scratch.path("slurm.conf")] }

  init() throws {
    for folder in ["state", "spool", "log", "run"] {
      try FileManager.default.createDirectory(
        at: scratch.url(folder), withIntermediateDirectories: true)
    }
    let turn = Self.begun.wrappingAdd(1, ordering: .relaxed).oldValue % 10
    let port = 10_000 + Int(ProcessInfo.processInfo.processIdentifier) % 200 * 100 + turn * 10
    let host = try ask("hostname", "-s")
    try scratch.write(
      configuration(port: port, host: host, user: try ask("id", "-un")), as: "slurm.conf")
    _ = try ask("slurmctld", "-c", "-i")
    for node in 1...nodes { _ = try ask("slurmd", "-N", "n\(node)") }
    for _ in 0..<200 {
      let states = try ask("sinfo", "-h", "-N", "-o", "%T").split(separator: "\n")
      if states.count(where: { $0 == "idle" }) == nodes { return }
      usleep(100_000)
    }
    Issue.record(
      "the nodes of Slurm did not start: \((try? scratch.text("log/slurmctld.log")) ?? "")")
  }

  deinit {
    let names = ["slurmctld"] + (1...nodes).map { "slurmd-n\($0)" }
    let daemons = names.compactMap { name -> pid_t? in
      let text = try? scratch.text("run/\(name).pid")
      return text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
    _ = try? ask("scontrol", "shutdown")
    // What does not end by itself would hold on to its port and its folder.
    for _ in 0..<50 where daemons.contains(where: { kill($0, 0) == 0 }) { usleep(100_000) }
    for daemon in daemons { kill(daemon, SIGKILL) }
  }

  /// What a program of Slurm says.
  func ask(_ words: String...) throws -> String {
    let answer = try Evtools.run(
      words, in: scratch.folder, environment: environment, program: "/usr/bin/env")
    return answer.out.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func configuration(port: Int, host: String, user: String) -> String {
    """
    ClusterName=evt
    SlurmctldHost=\(host)(127.0.0.1)
    SlurmUser=\(user)
    SlurmdUser=\(user)
    AuthType=auth/none
    CredType=cred/none
    SlurmctldPort=\(port)
    SlurmdPort=\(port + 1)
    StateSaveLocation=\(scratch.path("state"))
    SlurmdSpoolDir=\(scratch.path("spool"))/%n
    SlurmctldPidFile=\(scratch.path("run"))/slurmctld.pid
    SlurmdPidFile=\(scratch.path("run"))/slurmd-%n.pid
    SlurmctldLogFile=\(scratch.path("log"))/slurmctld.log
    SlurmdLogFile=\(scratch.path("log"))/slurmd-%n.log
    ProctrackType=proctrack/linuxproc
    TaskPlugin=task/none
    MpiDefault=none
    SwitchType=switch/none
    JobAcctGatherType=jobacct_gather/none
    AccountingStorageType=accounting_storage/none
    SchedulerType=sched/backfill
    SchedulerParameters=sched_min_interval=0,bf_interval=1
    SelectType=select/cons_tres
    SelectTypeParameters=CR_Core
    ReturnToService=2
    SlurmdTimeout=5
    KillWait=2
    MaxArraySize=12
    SlurmdParameters=config_overrides
    NodeName=n[1-\(nodes)] NodeHostname=\(host) NodeAddr=127.0.0.1 Port=[\(port + 2)-\(port + 1 + nodes)] CPUs=2 RealMemory=1000 State=UNKNOWN
    PartitionName=main Nodes=n[1-\(nodes)] Default=YES MaxTime=INFINITE State=UP

    """
  }
}
