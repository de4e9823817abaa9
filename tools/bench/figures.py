#!/usr/bin/env python3
"""Figures against matplotlib and an animation against Pillow: the same numbers, drawn in turns.

`evtools bench figures` calls this. EVTOOLS_BINARY names the release binary, EVTOOLS_PEERS a virtual
environment with matplotlib and Pillow in it. Times are reported and never judged; a file that is no figure,
or a page of twenty figures above a megabyte, fails.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "peers"))

import figure_samples  # noqa: E402

FIGURES_OF_PAGE = [
    "stranding-over-traffic", "stranding-map", "demand-over-day", "traffic-patterns", "sensitivity",
    "pareto-front", "pairwise-objectives", "parallel-coordinates", "hypervolume",
    "attainment-surfaces", "learning-curves", "aggregate-scores", "performance-profiles",
    "probability-of-improvement", "loss-and-entropy", "cost-breakdown", "savings-waterfall",
    "power-by-source", "blackout-timeline", "load-duration"]
MOST_OF_PAGE = 1_000_000
MAGIC = {".pdf": b"%PDF", ".png": b"\x89PNG", ".gif": b"GIF8"}


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
                sys.exit(f"figures: {' '.join(map(str, command))} ended with {process.returncode}")
            output.seek(0)
            self.text = output.read()
        self.cpu = usage.ru_utime + usage.ru_stime
        # Linux counts kibibytes, macOS bytes.
        self.megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)

    @property
    def answer(self):
        return json.loads(self.text)


class Costs:
    """The least of what several runs cost."""

    def __init__(self):
        self.seconds, self.layout, self.encoding = [], [], []
        self.cpu, self.wall, self.megabytes = [], [], []

    def add(self, run):
        self.cpu.append(run.cpu)
        self.wall.append(run.wall)
        self.megabytes.append(run.megabytes)

    def add_steps(self, run):
        """The repetitions within a process, of which the first warms up."""
        self.megabytes.append(run.megabytes)
        for times in run.answer.get("times", [])[1:]:
            self.seconds.append(sum(times.values()))
            self.layout.append(times["layout_s"])
            self.encoding.append(times.get("encoding_s", 0))
        self.seconds += run.answer.get("seconds", [])[1:]


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


def size(path):
    """The bytes of a file, which must be what its name says."""
    content = path.read_bytes()
    if not content.startswith(MAGIC[path.suffix]):
        sys.exit(f"figures: {path.name} is no {path.suffix[1:].upper()} file")
    return len(content)


class Bench:
    def __init__(self, binary, python, folder, options):
        self.binary, self.python, self.folder, self.options = binary, python, folder, options

    def redraw(self, name, ending, *more):
        path = self.folder / f"ours-{name}{ending}"
        run = Run(self.binary, "figure", "redraw", self.folder / f"{name}.json", "--to", path, *more)
        return run, size(path)

    def matplotlib(self, name, ending, *more):
        path = self.folder / f"matplotlib-{name}{ending}"
        run = Run(self.python, HERE / "peers" / "matplotlib_figure.py",
                  self.folder / f"{name}.json", path, *more)
        return run, size(path)

    def within(self, title, name, ending, goal, *more):
        """Layout and drawing within running processes, in alternating rounds."""
        own, peer = Costs(), Costs()
        for _ in range(self.options.rounds):
            run, own_size = self.redraw(name, ending, "--repeat", 1 + self.options.repeat)
            own.add_steps(run)
            run, peer_size = self.matplotlib(name, ending, 1 + self.options.repeat, *more)
            peer.add_steps(run)
        least, peer_least = min(own.seconds), min(peer.seconds)
        print(f"{title}: {peer_least / least:.1f}x (goal {goal}), ours {least * 1e3:.1f} ms of which "
              f"layout {min(own.layout) * 1e3:.1f}, matplotlib {peer_least * 1e3:.0f} ms, "
              f"{own_size / 1e3:.0f} against {peer_size / 1e3:.0f} kB, "
              f"{max(own.megabytes):.0f} against {max(peer.megabytes):.0f} MB", flush=True)
        return peer_least / least

    def whole(self, title, name, ending, goal):
        """Whole processes that read the numbers, draw and end."""
        own, peer = Costs(), Costs()
        for _ in range(self.options.rounds + 2):
            own.add(self.redraw(name, ending)[0])
            peer.add(self.matplotlib(name, ending)[0])
        ratio = min(peer.cpu) / min(own.cpu)
        print(f"{title}: {ratio:.1f}x (goal {goal}), ours {min(own.cpu) * 1e3:.0f} ms CPU "
              f"({min(own.wall) * 1e3:.0f} wall), matplotlib {min(peer.cpu) * 1e3:.0f} ms "
              f"({min(peer.wall) * 1e3:.0f}), {max(own.megabytes):.0f} against "
              f"{max(peer.megabytes):.0f} MB", flush=True)
        return ratio

    def animation(self):
        """Sixty frames of 600 by 480 dots: the same dots packed by both."""
        pictures = figure_samples.frames(60)
        figure_samples.write(self.folder / "moving.json", figure_samples.animation(pictures))
        frames = self.folder / "frames"
        frames.mkdir()
        for number, picture in enumerate(pictures):
            source = figure_samples.write(self.folder / "frame.json", picture)
            Run(self.binary, "figure", "redraw", source, "--dpi", 110,
                "--to", frames / f"{number:03}.png")
        own, peer = Costs(), Costs()
        target = self.folder / "pillow.gif"
        for _ in range(self.options.rounds):
            run, own_size = self.redraw(
                "moving", ".gif", "--dpi", 110, "--repeat", 1 + self.options.repeat)
            own.add_steps(run)
            peer.add_steps(Run(self.python, HERE / "peers" / "pillow_gif.py", frames, target,
                               1 + self.options.repeat))
        least, peer_least = min(own.encoding), min(peer.seconds)
        print(f"GIF of 60 frames: packing {peer_least / least:.1f}x Pillow, ours "
              f"{least * 1e3:.0f} ms, Pillow {peer_least * 1e3:.0f} ms, {own_size / 1e3:.0f} against "
              f"{size(target) / 1e3:.0f} kB; with layout and drawing {min(own.seconds) * 1e3:.0f} ms",
              flush=True)
        return peer_least / least, own_size / size(target)

    def report(self):
        """Twenty figures with all that a run keeps of them, for one journal and then for five at once."""
        costs, all_costs = Costs(), Costs()
        for number in range(self.options.rounds):
            folder = self.folder / f"report-{number}"
            asked = "gallery", "--only", ",".join(FIGURES_OF_PAGE), "--quiet", "--output"
            costs.add(Run(self.binary, *asked, folder, "--preset", "report"))
            page, = folder.glob("2*/report.html")
            all_costs.add(Run(self.binary, *asked, self.folder / f"journals-{number}"))
        weight = page.stat().st_size
        print(f"report of 20 figures: {min(costs.wall):.2f} s wall (goal 1.5), "
              f"{min(costs.cpu):.2f} s CPU, page {weight / 1e3:.0f} kB (goal 1000), "
              f"{max(costs.megabytes):.0f} MB; each by five journals' rules too: "
              f"{min(all_costs.wall):.2f} s wall, {min(all_costs.cpu):.2f} s CPU", flush=True)
        if weight > MOST_OF_PAGE:
            sys.exit(f"figures: the page of twenty figures has {weight} bytes, above {MOST_OF_PAGE}")
        return min(costs.wall), min(costs.cpu), weight


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repeat", type=int, default=9, help="times within a process")
    options = parser.parse_args()
    binary = os.environ.get("EVTOOLS_BINARY") or sys.exit("figures: EVTOOLS_BINARY is not set")
    peers = os.environ.get("EVTOOLS_PEERS") or sys.exit("figures: EVTOOLS_PEERS is not set")
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(binary, os.path.join(peers, "bin", "python3"), pathlib.Path(folder), options)
        for sample in [figure_samples.learning, figure_samples.scatter, figure_samples.heatmap]:
            figure_samples.write(bench.folder / f"{sample.__name__}.json", sample())
        pdf = bench.within("learning figure, PDF", "learning", ".pdf", "6x")
        png = bench.within("learning figure, PNG 300 dpi", "learning", ".png", "4x")
        scatter = bench.within("10 000 dots, PNG 300 dpi", "scatter", ".png", "3x")
        heatmap = bench.within("100 x 100 cells, PDF, pcolormesh", "heatmap", ".pdf", "50x")
        bench.within("100 x 100 cells, PDF, imshow", "heatmap", ".pdf", "none", "imshow")
        whole = bench.whole("learning figure, PDF, whole process", "learning", ".pdf", "8x")
        map_whole = bench.whole("100 x 100 cells, PDF, whole process", "heatmap", ".pdf", "8x")
        packing, share = bench.animation()
        wall, cpu, weight = bench.report()
    print(f"figures: matplotlib within a process {pdf:.1f}x (PDF), {png:.1f}x (PNG), {scatter:.1f}x "
          f"(10 000 dots), {heatmap:.0f}x (cells); whole process {whole:.1f}x and {map_whole:.0f}x; "
          f"GIF {packing:.1f}x Pillow at {share:.2f} of its bytes; 20 figures {wall:.2f} s wall, "
          f"{cpu:.2f} s CPU, page {weight / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
