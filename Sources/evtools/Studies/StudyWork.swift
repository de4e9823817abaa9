import AnalysisKit
import Glibc
import RunRecords
import Text

/// Who does the work of the studies of a run, as its options say, and what that leaves in the run's folder.
struct StudyWork {
  /// Hands out the work; nil where the threads of this process do it.
  let executor: (any StudyExecutor)?
  private let studies: String
  private let crew: (any WorkerCrew)?
  private let words: [String]

  /// Prepares the work of a run.
  ///
  /// - Parameters:
  ///   - options: Who is to work.
  ///   - folder: The run.
  ///   - threads: How many threads do what is not handed out.
  ///   - door: Where a job script is shown.
  ///   - tell: Tells the user something, in a sentence.
  init(
    _ options: ExecutorOptions, in folder: RunFolder, threads: Int, at door: Door,
    tell: @escaping @Sendable (String) -> Void
  ) {
    let studies = Self.place(of: folder)
    self.studies = studies
    words = options.words
    let crew = Self.crew(options, studies: studies, at: door, tell: tell)
    self.crew = crew
    let usual = options.executor == .slurm ? 60.0 : 2
    executor = crew.map { crew in
      FolderExecutor(
        studies: studies, program: BuildStamp.program.words, models: modelRack, crew: crew,
        size: ChunkSize(seconds: options.chunkSeconds ?? usual), threads: threads,
        interruption: { Interruptions.signal != 0 }, tell: tell)
    }
  }

  /// Those who work; nil for the threads of this process.
  private static func crew(
    _ options: ExecutorOptions, studies: String, at door: Door,
    tell: @escaping @Sendable (String) -> Void
  ) -> (any WorkerCrew)? {
    switch options.executor ?? .local {
    case .local: return nil
    case .shards:
      guard let workers = options.workers else {
        return AwaitedCrew(FileSystem.folder(of: studies), tell: tell)
      }
      return LocalCrew(workers, studies: studies)
    case .slurm:
      let show: @Sendable (String) -> Void = { script in try? door.console.print(script) }
      return SlurmCrew(
        most: options.workers, options: options.slurmOptions, show: options.dryRun ? show : nil,
        tell: tell)
    }
  }

  /// Prepares the folder of the studies, once one of them begins.
  func prepare() throws(FileFailure) {
    guard crew != nil else { return }
    try FileSystem.makeFolder(studies)
    try FileSystem.write(
      Array(JSON.array(words.map { .string($0) }).compactText.utf8),
      to: studies + "/" + Self.optionsName)
    StudyMark.over.clear(in: studies)
    StudyMark.cancelled.clear(in: studies)
  }

  /// Where the studies of a run are, in words that other processes and machines understand as well.
  static func place(of folder: RunFolder) -> String {
    RunFolder(path: FileSystem.resolved(folder.path) ?? folder.path).studies
  }

  private static let optionsName = "executor.json"

  /// The options with which a run that was broken off was at work.
  static func options(of folder: RunFolder) -> ExecutorOptions {
    var options = ExecutorOptions()
    guard let bytes = try? FileSystem.read(folder.studies + "/" + optionsName),
      let words = try? JSONReader.read(bytes).json.array?.compactMap(\.string),
      let line = try? CommandLineReader(words, knowing: ExecutorOptions.grammar.descriptions)
    else { return options }
    try? ExecutorOptions.grammar.apply(line, to: &options)
    return options
  }

  /// Tells all who work that no more is needed.
  func end() {
    guard crew != nil else { return }
    try? StudyMark.over.set(in: studies)
    stop()
  }

  /// Ends the processes that we started; what they have done is kept.
  func stop() { (crew as? LocalCrew)?.end() }
}
