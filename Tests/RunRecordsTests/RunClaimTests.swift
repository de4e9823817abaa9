import Foundation
import RunRecords
import Testing

@Suite("A claim on a run") struct RunClaimTests {
  @Test("is had by one at a time, and can be had again when it was given back")
  func oneAtATime() throws {
    let sandbox = try Sandbox()
    let folder = RunFolder(path: sandbox.path)
    var claim: RunClaim? = try RunClaim(folder)
    #expect(throws: FileFailure(.write, folder.path, .busy)) { try RunClaim(folder) }
    withExtendedLifetime(claim) {}
    claim = nil
    #expect(throws: Never.self) { try RunClaim(folder) }
  }
}
