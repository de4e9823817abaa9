import Glibc
import Optimisation

// The engines of `Optimisation` by the clock: BenchStudies JOB FILE OBJECTIVES REPEAT prints one line of
// JSON with the CPU seconds of each repetition and an answer to check. `studies.py` calls it, with
// points as raw doubles in FILE.

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func wallSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func doubles(in path: String) -> [Double] {
  guard let file = fopen(path, "rb") else { fatalError("there is no file \(path)") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let count = ftell(file) / MemoryLayout<Double>.size
  rewind(file)
  return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
    filled = fread(buffer.baseAddress, MemoryLayout<Double>.size, count, file)
  }
}

let words = CommandLine.arguments
guard words.count == 5, let number = Int(words[3]), let repetitions = Int(words[4]) else {
  fatalError("BenchStudies JOB FILE OBJECTIVES|EVALUATIONS REPEAT")
}

/// Runs a job again and again, and prints its answers and seconds.
func measure(_ work: (Int) -> Double) {
  var (answers, seconds): ([Double], [Double]) = ([], [])
  for repetition in 0..<repetitions {
    let start = cpuSeconds()
    answers.append(work(repetition))
    seconds.append(cpuSeconds() - start)
  }
  print(#"{"answers": \#(answers), "seconds": \#(seconds)}"#)
}

/// The same for work on several threads, of which the wall clock tells too.
func measureStudy(_ work: () -> Double) {
  var (answers, seconds, wall): ([Double], [Double], [Double]) = ([], [], [])
  for _ in 0..<repetitions {
    let (start, begun) = (cpuSeconds(), wallSeconds())
    answers.append(work())
    seconds.append(cpuSeconds() - start)
    wall.append(wallSeconds() - begun)
  }
  print(#"{"answers": \#(answers), "seconds": \#(seconds), "wall": \#(wall)}"#)
}

func points() -> ObjectiveTable {
  ObjectiveTable(values: doubles(in: words[2]), objectives: number)
}

/// Searches with the repetition as seed; the answer is the hypervolume of the last population.
func search(_ problem: Problem, _ make: (UInt64) -> some PopulationSearch) {
  var fronts: [ObjectiveTable] = []
  var seconds: [Double] = []
  for repetition in 1...repetitions {
    let start = cpuSeconds()
    var search = make(UInt64(repetition))
    search.run(problem.outcome)
    fronts.append(ObjectiveTable(search.population.map { search.designs[$0].objectives }))
    seconds.append(cpuSeconds() - start)
  }
  let answers = fronts.map { front in
    Hypervolume(reference: Array(repeating: 1.1, count: front.objectives)).volume(of: front)
  }
  print(#"{"answers": \#(answers), "seconds": \#(seconds)}"#)
}

// In these jobs FILE is that of the store, or nothing, and the third word is how often; the job ends in a number of threads.
switch words[1] {
case "nothing-2": measureStudy { Studies.nothing(number, file: words[2], threads: 2) }
case "grid-1": measureStudy { Studies.upstreamGrid(replications: number, threads: 1) }
case "grid-2": measureStudy { Studies.upstreamGrid(replications: number, threads: 2) }
case "levels-2": measureStudy { Studies.trafficLevels(replications: number, threads: 2) }
case "ranks":
  let table = points()
  measure { _ in Double(ParetoRanks(of: table).ranks.reduce(0, +)) }
case "front":
  let table = points()
  measure { _ in Double(ParetoFront(of: table).indices.count) }
case "hypervolume":
  let table = points()
  let indicator = Hypervolume(reference: Array(repeating: 1.1, count: number))
  measure { _ in indicator.volume(of: table) }
case "nsga2-zdt1":
  search(.zdt1) { NSGA2(Problem.zdt1.space, seed: $0, evaluations: number) }
case "nsga2-dtlz2":
  search(.dtlz2) { NSGA2(Problem.dtlz2.space, seed: $0, evaluations: number) }
case "nsga3-dtlz2":
  let directions = ReferenceDirections(objectives: 3, divisions: 12)
  search(.dtlz2) {
    NSGA3(Problem.dtlz2.space, toward: directions, seed: $0, evaluations: number)
  }
default: fatalError("there is no job \(words[1])")
}
