#!/usr/bin/env python3
"""The optimiser's engine beside moocore and pymoo: ranks, hypervolumes and searches of the same size.

`evtools bench studies` calls this. EVTOOLS_BINARY names the release binary, beside which BenchStudies is
built, EVTOOLS_PEERS a virtual environment with moocore and pymoo in it. Times are reported and never
judged; ranks that differ, a hypervolume off by 1e-13 or a search that finds too little fails.
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

HERE = pathlib.Path(__file__).parent
PEER = HERE / "peers" / "optimisation_peer.py"

# Objectives, points and how often, with the goal for ours over moocore's.
RANKS = [(2, 10_000, 9, 1.0), (2, 100_000, 5, 1.0), (3, 10_000, 9, 1.5), (3, 100_000, 5, 1.5),
         (5, 1_000, 9, 1.5), (5, 10_000, 9, 1.5)]
VOLUMES = [(2, 1_000, 99, 2.0), (2, 10_000, 29, 2.0), (3, 100, 99, 2.0), (3, 1_000, 99, 2.0),
           (3, 10_000, 19, 2.0), (4, 100, 99, 2.0), (4, 300, 99, 2.0), (4, 1_000, 29, 2.0),
           (5, 100, 99, 2.0), (5, 200, 29, 2.0), (5, 400, 19, 2.0), (6, 100, 9, 2.0),
           (6, 200, 5, 2.0)]
# Searches: evaluations, the hypervolume to reach, the goal for the speed.
SEARCHES = [("nsga2-zdt1", 10_000, 0.850, "12x"), ("nsga2-dtlz2", 10_000, 0.695, "12x"),
            ("nsga3-dtlz2", 9_200, 0.737, "none")]


class Run:
    """One whole process: what it said, and what it cost."""

    def __init__(self, *command):
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen([str(word) for word in command], stdout=output)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                sys.exit(f"studies: {' '.join(map(str, command))} ended with {process.returncode}")
            output.seek(0)
            answer = json.loads(output.read())
        self.answers, self.seconds = answer["answers"], answer["seconds"]
        self.walls = answer.get("wall", [])
        # Linux counts kibibytes, macOS bytes.
        self.megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


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


def built(binary):
    """Returns the bench's own program, built beside the release binary."""
    root = HERE.parents[1]
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "BenchStudies", "--static-swift-stdlib",
         "--package-path", root],
        check=True, stdout=subprocess.DEVNULL)
    return pathlib.Path(binary).with_name("BenchStudies")


class Bench:
    def __init__(self, program, python, folder, rounds):
        self.program, self.python, self.folder, self.rounds = program, python, folder, rounds

    def both(self, job, path, number, repeat):
        """The same job by ours and by the peer in alternating rounds."""
        own, peer = [], []
        for _ in range(self.rounds):
            own.append(Run(self.program, job, path, number, repeat))
            peer.append(Run(self.python, PEER, job, path, number, repeat))
        return own, peer

    def points(self, shape, count, objectives):
        """A file of points, written by the peer: NumPy's memory would count as that of each child."""
        path = self.folder / "points"
        Run(self.python, PEER, shape, path, objectives, count)
        return path

    def compare(self, job, path, objectives, count, repeat, goal, tolerance):
        """Times over moocore's: the least CPU seconds of all repetitions."""
        own, peer = self.both(job, path, objectives, repeat)
        for mine, theirs in zip(own[0].answers, peer[0].answers):
            if abs(mine - theirs) > tolerance * abs(theirs):
                sys.exit(f"studies: {job} of {count} points gives {mine}, moocore {theirs}")
        least, peer_least = (min(min(run.seconds) for run in runs) for runs in (own, peer))
        print(f"{job}, {objectives} objectives, {count} points: {least / peer_least:.2f} of moocore's "
              f"time (goal {goal:g}), {least * 1e3:.3f} against {peer_least * 1e3:.3f} ms, "
              f"{max(run.megabytes for run in own):.0f} against "
              f"{max(run.megabytes for run in peer):.0f} MB", flush=True)
        return least / peer_least

    def search(self, job, evaluations, least_volume, goal, seeds=11):
        """Whole searches of seeds 1 to 11, by the median."""
        own, peer = self.both(job, "-", evaluations, seeds)
        median = statistics.median
        seconds, peer_seconds = (median(s for run in runs for s in run.seconds)
                                 for runs in (own, peer))
        volume, peer_volume = median(own[0].answers), median(peer[0].answers)
        print(f"{job}, {evaluations} evaluations: {peer_seconds / seconds:.0f}x pymoo (goal {goal}), "
              f"{seconds * 1e3:.1f} against {peer_seconds * 1e3:.0f} ms, hypervolume {volume:.4f} "
              f"(goal {least_volume}) against {peer_volume:.4f}, "
              f"{max(run.megabytes for run in own):.0f} against "
              f"{max(run.megabytes for run in peer):.0f} MB", flush=True)
        if volume < least_volume:
            sys.exit(f"studies: {job} reaches only {volume}, below {least_volume}")
        return peer_seconds / seconds

    def study(self, title, job, file, number, goal):
        """A study on threads: the least of all rounds, by the wall and by the CPU."""
        runs = [Run(self.program, job, file, number, 1) for _ in range(self.rounds)]
        if len({run.answers[0] for run in runs}) != 1:
            sys.exit(f"studies: {job} gives a different answer each time")
        wall, cpu = (min(getattr(run, what)[0] for run in runs) for what in ("walls", "seconds"))
        print(f"{title}: {wall:.2f} s wall (goal {goal}), {cpu:.2f} s CPU, "
              f"{max(run.megabytes for run in runs):.0f} MB", flush=True)
        return wall, cpu, runs[0].answers[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    binary = os.environ.get("EVTOOLS_BINARY") or sys.exit("studies: EVTOOLS_BINARY is not set")
    peers = os.environ.get("EVTOOLS_PEERS") or sys.exit("studies: EVTOOLS_PEERS is not set")
    program = os.environ.get("EVTOOLS_BENCH_STUDIES") or built(binary)
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(
            program, os.path.join(peers, "bin", "python3"), pathlib.Path(folder), options.rounds)
        ranks = [bench.compare("ranks", bench.points("cube", count, objectives), objectives, count, repeat,
                               goal, 0) for objectives, count, repeat, goal in RANKS]
        volumes = [bench.compare("hypervolume", bench.points("sphere", count, objectives), objectives, count,
                                 repeat, goal, 1e-13)
                   for objectives, count, repeat, goal in VOLUMES]
        searches = [bench.search(*search) for search in SEARCHES]
        store = pathlib.Path(folder) / "store.sqlite"
        nothing = bench.study("100 000 evaluations of nothing, kept in a store, two threads", "nothing-2",
                              store, 100_000, "5 s")
        grid = bench.study("upstream's 280 designs, one run each, two threads", "grid-2", "-", 1, "1 s")
        grid20 = bench.study("the same, 20 runs each", "grid-2", "-", 20, "10 s")
        alone = bench.study("the same, one thread", "grid-1", "-", 20, "1.8 times two threads")
        levels = bench.study("seven levels of traffic, 30 runs each, two threads", "levels-2", "-", 30, "2 s")
        if alone[2] != grid20[2]:
            sys.exit("studies: one thread and two give different answers")
    print(f"studies: nothing {nothing[0]:.2f} s, grid {grid[0]:.2f} s and {grid20[0]:.2f} s ({grid20[1]:.2f} s CPU), "
          f"levels {levels[0]:.2f} s, two threads {alone[0] / grid20[0]:.2f}x")
    print(f"studies: ranks {min(ranks):.2f} to {max(ranks):.2f} of moocore's time, hypervolume "
          f"{min(volumes):.2f} to {max(volumes):.2f}, NSGA-II {searches[0]:.0f}x pymoo on ZDT1 and "
          f"{searches[1]:.0f}x on DTLZ2, NSGA-III {searches[2]:.0f}x")


if __name__ == "__main__":
    main()
