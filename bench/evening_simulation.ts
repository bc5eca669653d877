import { seededRandom } from "../f/meal-planner/handlers/meal_planning/solver/seeded_random.ts";

export type Evening = {
  households: number;
  /** Jobs begin within so many hours, most of them in the middle. */
  hours: number;
  workers: number;
  /** What a job keeps its worker for, in seconds: one of these by chance. */
  serviceSeconds: readonly number[];
};

export type Waits = { p50_s: number; p95_s: number; longest_s: number; busy: number; over_after_s: number };

/**
 * Waits of an evening's jobs where each free worker takes the oldest, as Windmill's queue does. Arrivals are the sum of two
 * uniform draws: a triangle with its peak in the middle of the window. Deterministic.
 */
export function simulateEvening({ households, hours, workers, serviceSeconds }: Evening): Waits {
  const random = seededRandom(1);
  const window = hours * 3_600;
  const arrivals = Float64Array.from(
    { length: households },
    () => ((random() + random()) / 2) * window,
  ).sort();
  const free = new Float64Array(workers);
  const waits = new Float64Array(households);
  let work = 0;
  for (let job = 0; job < households; job++) {
    const service = serviceSeconds[Math.floor(random() * serviceSeconds.length)]!;
    work += service;
    const start = Math.max(arrivals[job]!, free[0]!);
    waits[job] = start - arrivals[job]!;
    giveBack(free, start + service);
  }
  const end = Math.max(...free);
  waits.sort();
  const at = (share: number) => Math.round(waits[Math.floor(share * (households - 1))]! * 10) / 10;
  return {
    ...{ p50_s: at(0.5), p95_s: at(0.95), longest_s: at(1) },
    busy: Math.round((work / (workers * end)) * 100) / 100,
    over_after_s: Math.round(Math.max(0, end - window)),
  };
}

/** The root of a heap of the times at which workers are free becomes later, and sinks to its place. */
function giveBack(heap: Float64Array, time: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const child = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left;
    if (heap[child]! >= time) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = time;
}
