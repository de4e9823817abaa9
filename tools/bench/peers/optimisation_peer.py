"""The jobs of BenchStudies by moocore and pymoo: JOB FILE NUMBER REPEAT, one line of JSON with answers and
CPU seconds. The jobs "cube" and "sphere" write REPEAT points of NUMBER objectives instead."""

import json
import sys
import time

import moocore
import numpy as np


def search(algorithm, problem, evaluations):
    """Returns a search with a seed; its answer is the hypervolume of the last population."""
    from pymoo.algorithms.moo.nsga2 import NSGA2
    from pymoo.algorithms.moo.nsga3 import NSGA3
    from pymoo.optimize import minimize
    from pymoo.problems import get_problem
    from pymoo.util.ref_dirs import get_reference_directions

    if algorithm == "nsga2":
        make, population = lambda: NSGA2(pop_size=100), 100
    else:
        directions = get_reference_directions("das-dennis", 3, n_partitions=12)
        make, population = lambda: NSGA3(pop_size=92, ref_dirs=directions), 92
    instance = get_problem("zdt1") if problem == "zdt1" else get_problem("dtlz2", n_var=12, n_obj=3)

    def run(seed):
        result = minimize(
            instance, make(), ("n_gen", evaluations // population), seed=seed, verbose=False)
        return result.pop.get("F")
    return run


def write(shape, path, objectives, count):
    """Writes points evenly spread over the unit cube or over the sphere, as raw doubles."""
    generator = np.random.default_rng(count + objectives)
    if shape == "cube":
        points = generator.random((count, objectives))
    else:
        points = np.abs(generator.normal(size=(count, objectives)))
        points /= np.linalg.norm(points, axis=1)[:, None]
    points.tofile(path)


def main():
    job, path, number, repeat = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    answers, seconds = [], []
    if job in ("cube", "sphere"):
        write(job, path, number, repeat)
        repeat = 0
    elif job.startswith("nsga"):
        run = search(*job.split("-"), number)
        finish = lambda front: moocore.hypervolume(front, ref=[1.1] * front.shape[1])
    else:
        points = np.fromfile(path).reshape(-1, number)
        indicator = moocore.Hypervolume(ref=[1.1] * number)
        run = {
            "ranks": lambda _: moocore.pareto_rank(points),
            "front": lambda _: moocore.is_nondominated(points, keep_weakly=True),
            "hypervolume": lambda _: indicator(points),
        }[job]
        finish = np.sum
    for repetition in range(1, repeat + 1):
        start = time.process_time()
        result = run(repetition)
        seconds.append(time.process_time() - start)
        answers.append(float(finish(result)))
    print(json.dumps({"answers": answers, "seconds": seconds}))


if __name__ == "__main__":
    main()
