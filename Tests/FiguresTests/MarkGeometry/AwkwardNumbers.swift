/// Samples that break careless code: nothing, one value, equal ones, tiny, huge and unknown ones.
let awkwardSamples: [[Double]] = [
  [], [7], [0], [3, 3, 3], [.nan], [.infinity, -.infinity, .nan], [1, .nan, 2, .infinity, 3],
  [1e-300, 2e-300, 5e-300], [1e300, -1e300, 3e299], [1e-300, 1, 1e300],
  [.leastNonzeroMagnitude, 0],
  [1, 1 + 0x1p-52], [-0.0, 0.0], [1e15, 1e15 + 1, 1e15 + 2], [1.7e308, -1.7e308],
]
