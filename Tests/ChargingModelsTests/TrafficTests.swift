import ChargingModels
import Foundation
import Numerics
import Randomness
import Testing

@Suite("Traffic")
struct TrafficTests {
  private func arrivals(
    _ traffic: Traffic, days: Int, startHour: Double = 0, seed: UInt64 = 1
  ) -> [Double] {
    var clock = ArrivalClock(
      traffic, startHour: startHour, key: RandomKey(seed: seed).key("traffic"))
    var times: [Double] = []
    while true {
      let time = clock.next() / 3600
      guard time < Double(days) * 24 else { return times }
      times.append(time)
    }
  }

  private let daily: [TrafficProcess] = [.rushHour, .singlePeak, .periodic, .hourly]

  @Test("has the daily mean that was asked for, exactly", arguments: TrafficProcess.allCases)
  func mean(process: TrafficProcess) {
    let traffic = Traffic(
      process: process, vehiclesPerHour: 80, hourly: (0..<24).map { Double($0 % 5) })
    #expect((traffic.rates().reduce(0, +) / 288 - 80).magnitude < 1e-10)
  }

  @Test("has the shapes that users know")
  func shapes() {
    let rush = Traffic(process: .rushHour)
    #expect((rush.weight(at: 8) - 3).magnitude < 1e-12)
    #expect((rush.weight(at: 18) - 3).magnitude < 1e-12)
    #expect((rush.weight(at: 10) - (1 + 2 * exp(-0.5))).magnitude < 1e-12)
    #expect(rush.weight(at: 3) < 1.1)
    let noon = Traffic(process: .singlePeak)
    #expect((noon.weight(at: 15) - (1 + 2 * exp(-0.5))).magnitude < 1e-12)
    let swing = Traffic(process: .periodic)
    for hour in stride(from: 0.0, to: 24, by: 0.37) {
      #expect((swing.weight(at: hour) - (1 + 0.3 * sin(.pi * hour))).magnitude < 1e-12)
    }
  }

  @Test(
    "comes in the shape of its rates: chi-square of the hours of 200 days",
    arguments: [
      TrafficProcess.rushHour, .singlePeak, .periodic, .hourly, .poisson, .uniform,
    ])
  func shapeOfArrivals(process: TrafficProcess) {
    let traffic = Traffic(
      process: process, vehiclesPerHour: 40, hourly: (0..<24).map { Double($0 % 5) })
    let days = 200
    let rates = traffic.rates()
    var counts = [Double](repeating: 0, count: 24)
    for time in arrivals(traffic, days: days, startHour: 6) {
      counts[Int(time + 6) % 24] += 1
    }
    var square = 0.0
    for hour in 0..<24 {
      let expected = rates[(hour * 12)..<(hour * 12 + 12)].reduce(0, +) / 12 * Double(days)
      guard expected > 0 else {
        #expect(counts[hour] == 0)
        continue
      }
      square += (counts[hour] - expected) * (counts[hour] - expected) / expected
    }
    // The 99.9 % point of chi-square with 24 degrees of freedom.
    #expect(square < 51.2, "\(square)")
  }

  @Test("of independent arrivals has exponential gaps and as much variance as mean")
  func poisson() {
    let times = arrivals(Traffic(process: .poisson, vehiclesPerHour: 60), days: 100)
    let gaps = zip(times, times.dropFirst()).map { ($1 - $0) * 60 }.sorted()
    // Kolmogorov and Smirnov: the 99.9 % point is 1.95/√n.
    let count = Double(gaps.count)
    let distance = gaps.enumerated().map { index, gap in
      let share = 1 - exp(-gap)
      return max((Double(index) + 1) / count - share, share - Double(index) / count)
    }.max()
    #expect((distance ?? 1) < 1.95 / count.squareRoot())
    let dispersion = indexOfDispersion(times, hours: 1, days: 100)
    #expect((dispersion - 1).magnitude < 0.1, "\(dispersion)")
  }

  @Test("in bursts has the mean that was asked for, and more variance than mean")
  func bursts() {
    let times = arrivals(Traffic(process: .bursty, vehiclesPerHour: 80), days: 400)
    let mean = Double(times.count) / 9600
    // Two-state modulation: sd of the mean rate is about 1 %.
    #expect((mean - 80).magnitude < 2, "\(mean)")
    #expect(indexOfDispersion(times, hours: 1, days: 400) > 5)
  }

  @Test(
    "that excites itself has the mean and the dispersion 1/(1 − n)² of Hawkes",
    arguments: [0.3, 0.6])
  func hawkes(branching: Double) {
    let traffic = Traffic(
      process: .hawkes, vehiclesPerHour: 50, branching: branching, excitementMinutes: 2)
    let times = arrivals(traffic, days: 400)
    let mean = Double(times.count) / 9600
    #expect((mean / 50 - 1).magnitude < 0.02, "\(mean)")
    let dispersion = indexOfDispersion(times, hours: 4, days: 400)
    let expected = 1 / ((1 - branching) * (1 - branching))
    #expect((dispersion / expected - 1).magnitude < 0.15, "\(dispersion) for \(expected)")
  }

  @Test("of higher rate brings the same people earlier")
  func common() {
    let quiet = arrivals(Traffic(process: .poisson, vehiclesPerHour: 40), days: 2)
    let busy = arrivals(Traffic(process: .poisson, vehiclesPerHour: 80), days: 1)
    for (late, early) in zip(quiet, busy) { #expect((late - 2 * early).magnitude < 1e-9) }
    let other = arrivals(Traffic(process: .rushHour, vehiclesPerHour: 40), days: 2)
    let more = arrivals(Traffic(process: .rushHour, vehiclesPerHour: 60), days: 2)
    for (late, early) in zip(other, more) { #expect(early <= late) }
  }

  @Test("follows a trace, keeps equal distances, or does not come at all")
  func given() {
    #expect(
      arrivals(Traffic(process: .trace, trace: [0.5, 0.5, 7]), days: 1) == [0.5, 0.5, 7])
    let regular = arrivals(Traffic(process: .regular, vehiclesPerHour: 4), days: 1)
    #expect(regular.count == 96)
    #expect(regular[0] == 0.125)
    for process in TrafficProcess.allCases {
      let none = Traffic(process: process, vehiclesPerHour: 0, hourly: [1])
      #expect(arrivals(none, days: 1).isEmpty)
    }
  }

  private func indexOfDispersion(_ times: [Double], hours: Int, days: Int) -> Double {
    var counts = [Double](repeating: 0, count: 24 * days / hours)
    for time in times { counts[Int(time) / hours] += 1 }
    let mean = counts.reduce(0, +) / Double(counts.count)
    let variance =
      counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count - 1)
    return variance / mean
  }
}
