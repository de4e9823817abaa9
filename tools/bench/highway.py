#!/usr/bin/env python3
"""The highway without its report: trips and events per CPU second, growth, two threads, memory.

`evtools bench highway` calls this; EVTOOLS_BINARY names the release binary. What a run costs without
start and report is the slope over replications: (CPU of 1 + N runs - CPU of 1 run) / N. Every run
checks its books. Times are reported and never judged; another answer on two threads fails.

The goals, in brackets, are those of the project; the times of the earlier Python system are 13.1 CPU s
for 3x4 chargers and 5.3 CPU s for 3x12.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

CORRIDOR = ["--scenario", "corridor-300"]  # 300 km, 3 stations, 4 chargers, 80 vehicles/h, 24 h, seed 42
PLAIN = ["--no-visualize", "--no-enable-vehicle-tracker", "--no-enable-station-tracker", "--json"]


class Run:
    """One whole process: what it said, and what it cost."""

    def __init__(self, binary, words, replications=1, threads=1):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as output:
            command = [binary, "simulate", "highway", *CORRIDOR, *words, *PLAIN, "--replications",
                       str(replications), "--threads", str(threads), "--output", folder]
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=output)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                sys.exit(f"highway: {' '.join(command)} ended with {process.returncode}")
            output.seek(0)
            self.answer = json.loads(output.read())
        self.answer.pop("run")  # the folder, another one each time
        self.cpu = usage.ru_utime + usage.ru_stime
        # Linux counts kibibytes, macOS bytes.
        self.megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)
        self.trips = self.answer["counts"]["arrivals"]
        self.events = self.answer["events"]


class Cost:
    """What one run costs without start and report, as the median over rounds."""

    def __init__(self, binary, words, replications, rounds):
        slopes = []
        for _ in range(rounds):
            one = Run(binary, words)
            many = Run(binary, words, replications + 1)
            slopes.append((many.cpu - one.cpu) / replications)
        self.cpu = statistics.median(slopes)
        self.whole = one
        self.megabytes = many.megabytes
        # Trips are a mean over the replications, events those of the first.
        self.trips, self.events = many.trips, one.events

    def line(self, name, goal=""):
        print(f"{name}: {1e3 * self.cpu:.2f} ms CPU a run{goal}, {self.trips:.0f} trips "
              f"({self.trips / self.cpu / 1e3:.0f} k per CPU s), {self.events} events "
              f"({self.events / self.cpu / 1e6:.2f} M per CPU s); whole process with tables "
              f"{1e3 * self.whole.cpu:.0f} ms, {self.whole.megabytes:.0f} MB", flush=True)


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = [line.split(":", 1)[1].strip() for line in lines
                     if line.startswith("model name")]
        model = names[0] if names else model
    except OSError:
        pass
    load = os.getloadavg()[0]
    return f"{model}, {os.cpu_count()} cores, load {load:.1f}, {datetime.date.today()}"


def previous():
    """The lines of earlier measurements, to stand beside the new ones."""
    results = pathlib.Path(__file__).with_name("RESULTS.md").read_text(encoding="utf-8")
    _, _, part = results.partition("## highway")
    return [line for line in part.split("\n## ")[0].splitlines() if line.startswith("| 2")]


def growth(name, small, large, times, goal):
    ratio = large.cpu / small.cpu
    per_event = ratio / (large.events / small.events)
    print(f"{name}: {ratio:.2f}x the CPU (goal <= {goal}) for {large.events / small.events:.2f}x the "
          f"events, {per_event:.2f}x per event; {times}x the traffic or time", flush=True)
    return ratio


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--replications", type=int, default=200)
    options = parser.parse_args()
    binary = os.environ.get("EVTOOLS_BINARY") or sys.exit("highway: EVTOOLS_BINARY is not set")
    print(machine())
    for line in previous():
        print("before:", line)

    def cost(*words, replications=options.replications):
        return Cost(binary, list(words), replications, options.rounds)

    corridor, wide = cost(), cost("--chargers-per-station", "12")
    corridor.line("3x4 chargers", " (goal <= 26)")
    wide.line("3x12 chargers", " (goal <= 10)")
    free = cost("--chargers-per-station", "40")
    free.line("3x40 chargers, unsaturated", "")
    print(f"unsaturated: {free.trips / free.cpu / 1e3:.0f} k trips per CPU s (goal >= 200)")

    year = [Run(binary, ["--chargers-per-station", "12", "--duration", "8760"])
            for _ in range(options.rounds)]
    seconds = statistics.median(run.cpu for run in year)
    print(f"a year of 3x12: {seconds:.2f} CPU s (goal <= 3), {year[0].trips} trips, "
          f"{year[0].events} events, {max(run.megabytes for run in year):.0f} MB", flush=True)

    hours = [cost("--chargers-per-station", "40", "--duration", str(length)) for length in (6, 48)]
    longer = growth("48 h / 6 h", *hours, 8, 8.5)
    traffic = [cost("--chargers-per-station", str(count // 2), "--vehicles-per-hour", str(count),
                    replications=options.replications // 2) for count in (40, 320)]
    denser = growth("320 / 40 vehicles an hour", *traffic, 8, 9)

    many = ["--chargers-per-station", "12"]
    pairs = [(Run(binary, many, 1000), Run(binary, many, 1000, threads=2))
             for _ in range(options.rounds)]
    if any(one.answer != two.answer or one.answer != pairs[0][0].answer for one, two in pairs):
        sys.exit("highway: one thread and two gave different answers")
    speed_up = statistics.median(one.wall for one, _ in pairs) / statistics.median(
        two.wall for _, two in pairs)
    print(f"two threads: {speed_up:.2f}x (goal >= 1.8), the same answer")
    print(f"highway: 3x4 {1e3 * corridor.cpu:.1f} ms, {13.1 / corridor.cpu:.0f}x upstream; 3x12 "
          f"{1e3 * wide.cpu:.1f} ms, {5.3 / wide.cpu:.0f}x; {free.trips / free.cpu / 1e3:.0f} k trips "
          f"and {free.events / free.cpu / 1e6:.1f} M events per CPU s; year {seconds:.2f} s; "
          f"48 h/6 h {longer:.2f}; 320/40 {denser:.2f}; two threads {speed_up:.2f}x; "
          f"{corridor.whole.megabytes:.0f} MB, {corridor.megabytes:.0f} MB with "
          f"{options.replications} replications")


if __name__ == "__main__":
    main()
