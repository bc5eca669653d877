import fc from "fast-check";
import { expect, test } from "vitest";
import { blockCalls, FULL_BUDGET, type RateLimit, takeCall } from "../../f/meal-planner/http/rate_budget.ts";

const START = 1_790_000_000_000;
const limit = fc.record({ calls: fc.integer({ min: 1, max: 8 }), seconds: fc.integer({ min: 1, max: 120 }) });
const limits = fc.uniqueArray(limit, { minLength: 1, maxLength: 3, selector: (one) => one.seconds });
const steps = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 });

/** Asks after each step; the times at which a call was taken. */
function takenTimes(allowed: readonly RateLimit[], gapsMs: readonly number[]): number[] {
  const taken: number[] = [];
  let state = FULL_BUDGET;
  let nowMs = START;
  for (const gap of gapsMs) {
    nowMs += gap;
    const taking = takeCall(state, allowed, nowMs);
    if (taking.kind === "wait") continue;
    taken.push(nowMs);
    state = taking.state;
  }
  return taken;
}

test("in no span of a limit's length are more calls taken than it allows", () => {
  fc.assert(
    fc.property(limits, steps, (allowed, gapsMs) => {
      const taken = takenTimes(allowed, gapsMs);
      for (const { calls, seconds } of allowed) {
        for (const from of taken) {
          const within = taken.filter((at) => at >= from && at - from < seconds * 1000);
          expect(within.length).toBeLessThanOrEqual(calls);
        }
      }
    }),
  );
});

test("who waits as long as is said gets the call, and nobody waits much longer than the limit's own time", () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 60 }), (allowed, calls) => {
      let state = FULL_BUDGET;
      let nowMs = START;
      for (let at = 0; at < calls; at++) {
        const taking = takeCall(state, allowed, nowMs);
        if (taking.kind === "taken") {
          state = taking.state;
          continue;
        }
        const longest = Math.max(...allowed.map((one) => one.seconds));
        expect(taking.seconds).toBeLessThanOrEqual(longest * (61 / 60) + 0.001);
        nowMs += Math.ceil(taking.seconds * 1000);
        const again = takeCall(state, allowed, nowMs);
        expect(again.kind).toBe("taken");
        if (again.kind === "taken") state = again.state;
      }
    }),
  );
});

test("a full budget may be used at once, whole", () => {
  const allowed = [{ calls: 1000, seconds: 3600 }];
  expect(takenTimes(allowed, new Array<number>(1200).fill(1))).toHaveLength(1000);
});

test("what is kept doesn't grow with the calls", () => {
  const allowed = [{ calls: 100_000, seconds: 60 }];
  let state = FULL_BUDGET;
  for (let at = 0; at < 3000; at++) {
    const taking = takeCall(state, allowed, START + at * 137);
    if (taking.kind === "taken") state = taking.state;
  }
  expect(Object.keys(state.windows["60"] ?? {}).length).toBeLessThanOrEqual(62);
});

test("a system's word is kept until it is over, and a shorter one doesn't end it", () => {
  const blocked = blockCalls(blockCalls(FULL_BUDGET, 30, START), 10, START);
  expect(takeCall(blocked, [], START + 20_000)).toEqual({ kind: "wait", seconds: 10 });
  expect(takeCall(blocked, [], START + 30_000).kind).toBe("taken");
});
