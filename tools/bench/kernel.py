#!/usr/bin/env python3
"""Kernel against SimPy, one thread against two: customers per CPU second of the same M/M/1 queue.

`evtools bench kernel` calls this. EVTOOLS_BINARY names the release binary, EVTOOLS_PEERS a virtual
environment with SimPy in it. Times are reported and never judged; a wrong mean wait fails.
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

EXACT_WAIT = 9.0  # minutes, of M/M/1 with a mean service of 1 minute at a load of 0.9
PEER = pathlib.Path(__file__).with_name("peers") / "simpy_queue.py"


class Run:
    """One whole process: what it said, and what it cost."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=output)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                sys.exit(f"kernel: {' '.join(command)} ended with {process.returncode}")
            output.seek(0)
            self.answer = json.loads(output.read())
        self.cpu = usage.ru_utime + usage.ru_stime
        # Linux counts kibibytes, macOS bytes.
        self.megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def ours(binary, customers, replications, seed, threads=1):
    with tempfile.TemporaryDirectory() as folder:
        run = Run(
            [binary, "queue", "--arrivals", "54", "--service-mean", "1", "--chargers", "1",
             "--customers", str(customers), "--replications", str(replications),
             "--seed", str(seed), "--threads", str(threads), "--json", "--output", folder])
    run.wait = run.answer["rows"][0]["wait_mean_min"]["mean"]
    run.rate = customers * replications / run.cpu
    return run


def peer(python, customers, seed):
    run = Run([python, str(PEER), str(customers), str(seed)])
    run.wait = run.answer["wait_mean_min"]
    run.rate = customers / run.cpu
    return run


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


def check(name, waits):
    mean = statistics.fmean(waits)
    print(f"{name}: mean wait {mean:.3f} min, exact {EXACT_WAIT:g}")
    if abs(mean / EXACT_WAIT - 1) > 0.05:
        sys.exit(f"kernel: the mean wait of {name} is off by more than 5 %")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--customers", type=int, default=400_000, help="per replication of ours")
    parser.add_argument("--replications", type=int, default=40)
    parser.add_argument("--peer-customers", type=int, default=250_000)
    options = parser.parse_args()
    binary = os.environ.get("EVTOOLS_BINARY") or sys.exit("kernel: EVTOOLS_BINARY is not set")
    peers = os.environ.get("EVTOOLS_PEERS") or sys.exit("kernel: EVTOOLS_PEERS is not set")
    python = os.path.join(peers, "bin", "python3")
    print(machine())

    size = (options.customers, options.replications)
    own, simpy = [], []
    for number in range(1, options.rounds + 1):
        own.append(ours(binary, *size, number))
        simpy.append(peer(python, options.peer_customers, number))
        print(f"round {number}: ours {own[-1].rate / 1e6:.2f} M customers per CPU s "
              f"({own[-1].cpu:.2f} s), SimPy {simpy[-1].rate / 1e6:.4f} M "
              f"({simpy[-1].cpu:.2f} s), {own[-1].rate / simpy[-1].rate:.0f}x", flush=True)
    check("evtools", [run.wait for run in own])
    check("SimPy", [run.wait for run in simpy])

    one, two = [], []
    for number in range(1, options.rounds + 1):
        one.append(ours(binary, *size, number, threads=1))
        two.append(ours(binary, *size, number, threads=2))
        print(f"round {number}: one thread {one[-1].wall:.2f} s, two {two[-1].wall:.2f} s, "
              f"{one[-1].wall / two[-1].wall:.2f}x", flush=True)
    for runs in zip(own, one, two):
        if any(run.answer["rows"] != runs[0].answer["rows"] for run in runs):
            sys.exit("kernel: one thread and two gave different answers")

    median = statistics.median
    rate, peer_rate = median(run.rate for run in own), median(run.rate for run in simpy)
    speed_up = median(run.wall for run in one) / median(run.wall for run in two)
    print(f"memory: ours {max(run.megabytes for run in own):.0f} MB, "
          f"SimPy {max(run.megabytes for run in simpy):.0f} MB")
    # Every customer is two events: coming and leaving.
    print(f"kernel: {rate / peer_rate:.0f}x SimPy ({rate / 1e6:.3g} M against "
          f"{peer_rate / 1e6:.3g} M customers per CPU s, {2 * rate / 1e6:.3g} M events), "
          f"two threads {speed_up:.2f}x, {max(run.megabytes for run in own):.0f} MB")


if __name__ == "__main__":
    main()
