import Foundation
import Testing

@Suite("A place that cannot be written") struct CannotWriteTests {
  private let scratch = Scratch()

  @Test("is an output path that is a file")
  func file() throws {
    try scratch.write("mine", as: "results")
    for output in ["results", "results/below"] {
      let answer = try Evtools.run(quick + ["--output", output], in: scratch.folder)
      #expect(answer.code == 73)
      #expect(answer.err.contains("results") && answer.err.contains("--output DIR"))
    }
    #expect(try scratch.text("results") == "mine")
    #expect(scratch.names() == ["results"])
  }

  @Test(
    "is a folder where no folder can be made", arguments: ["/proc/evtools", "/dev/null/evtools"])
  func noFolder(_ output: String) throws {
    let answer = try Evtools.run(quick + ["--output", output], in: scratch.folder)
    #expect(answer.code == 73)
    #expect(answer.err.contains(output))
  }

  @Test("is a full disk: what is done is kept, nothing is half-written, and the run can go on")
  func fullDisk() throws {
    // A limit on the size of files, in blocks of 512 or 1024 bytes, meets the program as a full disk does.
    let command = "ulimit -f 16; exec \"\(Evtools.binary)\" queue -c 4 -n 100 -r 3000 -q"
    let answer = try Evtools.run(["-c", command], in: scratch.folder, program: "/bin/sh")
    #expect(answer.code == 73, "\(answer.err)")
    #expect(answer.err.contains("no space left") && answer.err.contains("--resume"))
    let run = try scratch.run()
    #expect(scratch.names(run).allSatisfy { !$0.hasSuffix(".part") })
    #expect(try scratch.text(run + "/run.json").contains("incomplete"))
    let resumed = try Evtools.run(["queue", "--resume", run, "-q"], in: scratch.folder)
    #expect(resumed.code == 0)
    let whole = Scratch()
    _ = try Evtools.run(["queue", "-c", "4", "-n", "100", "-r", "3000", "-q"], in: whole.folder)
    #expect(try scratch.files(run) == whole.files(try whole.run()))
  }

  @Test("is a full disk from the first byte on: nothing is left")
  func fullFromTheStart() throws {
    let command = "ulimit -f 0; exec \"\(Evtools.binary)\" queue -q 2>/dev/null"
    let answer = try Evtools.run(["-c", command], in: scratch.folder, program: "/bin/sh")
    #expect(answer.code == 73)
    #expect(scratch.names().isEmpty)
  }

  @Test("is standard output on a full device")
  func standardOutput() throws {
    for arguments in [
      "help", "queue -q -c 4 -n 100 -r 2", "completion bash", "queue --json -c 4 -n 100 -r 2",
    ] {
      let answer = try Evtools.run(
        ["-c", "\"\(Evtools.binary)\" \(arguments) > /dev/full"], in: scratch.folder,
        program: "/bin/sh")
      #expect(answer.code == 73, "\(arguments)")
      #expect(answer.err.contains("standard output"))
    }
  }
}
