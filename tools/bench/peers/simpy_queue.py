#!/usr/bin/env python3
"""M/M/1 at a load of 0.9 as one writes it with SimPy: the peer of kernel.py.

Measures what `evtools queue` measures: the mean and the 95th percentile of the wait, the share who
must wait, how busy the server is and how many wait. Times are minutes.
"""

import json
import random
import sys

import simpy

ARRIVALS_PER_MINUTE = 0.9
MEAN_SERVICE = 1.0
WARM_UP = 2000


class Station:
    def __init__(self, env, rng, customers):
        self.env = env
        self.rng = rng
        self.customers = customers
        self.charger = simpy.Resource(env, capacity=1)
        self.waits = []
        self.busy = 0.0
        self.opened = 0.0

    def arrivals(self):
        for number in range(WARM_UP + self.customers):
            yield self.env.timeout(self.rng.expovariate(ARRIVALS_PER_MINUTE))
            if number == WARM_UP:
                self.opened = self.env.now
            self.env.process(self.customer(number >= WARM_UP))

    def customer(self, counts):
        arrival = self.env.now
        with self.charger.request() as turn:
            yield turn
            wait = self.env.now - arrival
            service = self.rng.expovariate(1 / MEAN_SERVICE)
            yield self.env.timeout(service)
        if counts:
            self.waits.append(wait)
            self.busy += service


def main():
    customers, seed = int(sys.argv[1]), int(sys.argv[2])
    env = simpy.Environment()
    station = Station(env, random.Random(seed), customers)
    env.process(station.arrivals())
    env.run()
    waits = sorted(station.waits)
    length = env.now - station.opened
    print(json.dumps({
        "wait_mean_min": sum(waits) / len(waits),
        "wait_p95_min": waits[int(0.95 * (len(waits) - 1))],
        "p_wait": sum(wait > 0 for wait in waits) / len(waits),
        "utilisation": station.busy / length,
        "queue_mean": sum(waits) / length,
    }))


if __name__ == "__main__":
    main()
