import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidInput, NotFound, RateLimited, Upstream } from "../../f/meal-planner/database/errors.ts";
import { outcomeOf } from "../../f/meal-planner/patterns/circuit_breaker/call_outcome.ts";
import {
  type Circuit,
  type CircuitInput,
  decide,
  newCircuit,
} from "../../f/meal-planner/patterns/circuit_breaker/circuit.ts";
import {
  type CircuitSettings,
  withDefaults,
} from "../../f/meal-planner/patterns/circuit_breaker/circuit_settings.ts";

/** A circuit that is driven by hand, with its clock. */
function drive(settings: CircuitSettings) {
  const full = withDefaults(settings);
  let nowMs = 1_000_000;
  let circuit: Circuit = newCircuit(nowMs, full);
  let permits = 0;
  const put = (input: CircuitInput) => {
    const decision = decide(circuit, input, nowMs, full);
    circuit = decision.circuit;
    return decision;
  };
  return {
    get kind() {
      return circuit.state.kind;
    },
    get circuit() {
      return circuit;
    },
    wait: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    calls: (marks: string, retry_after_seconds = 0, generation = circuit.generation) =>
      put({ kind: "calls", generation, batch: { marks, retry_after_seconds } }),
    ask: () => put({ kind: "ask", permit: `permit ${++permits}` }),
    probe: (
      permit: string | undefined,
      outcome: "success" | "failure" | "ignored",
      retry_after_seconds = 0,
    ) => put({ kind: "probe", permit: permit ?? "", outcome, retry_after_seconds }),
    force: (to: "closed" | "open" | "half_open" | "disabled" | "metrics_only") => put({ kind: "force", to }),
  };
}

describe("a closed circuit", () => {
  test("opens at the failure rate, but not before the minimum of calls", () => {
    const circuit = drive({ minimum_calls: 4, failure_rate: 0.5 });
    circuit.calls("xxx");
    expect(circuit.kind).toBe("closed");
    circuit.calls(".");
    expect(circuit.circuit.state).toMatchObject({ kind: "open", reason: "failure_rate", opens: 1 });
  });

  test("opens when too many calls are slow, though none failed", () => {
    const circuit = drive({ minimum_calls: 4, slow_call_rate: 0.75 });
    circuit.calls("sss");
    circuit.calls(".");
    expect(circuit.circuit.state).toMatchObject({ kind: "open", reason: "slow_call_rate" });
  });

  test("forgets calls that are older than its time window", () => {
    const circuit = drive({ window: { kind: "time", seconds: 10 }, minimum_calls: 4 });
    circuit.calls("xx");
    circuit.wait(11);
    circuit.calls("xx");
    expect(circuit.kind).toBe("closed");
    circuit.calls("xx");
    expect(circuit.kind).toBe("open");
  });

  test("judges the last calls where its window counts, however long ago they were", () => {
    const circuit = drive({ window: { kind: "count", calls: 4 }, minimum_calls: 4, failure_rate: 0.75 });
    circuit.calls("xx..");
    circuit.wait(100_000);
    circuit.calls("x");
    expect(circuit.kind).toBe("closed");
    circuit.calls("xx");
    expect(circuit.kind).toBe("open");
  });

  test("doesn't count calls that began before its state last changed", () => {
    const circuit = drive({ minimum_calls: 1 });
    const before = circuit.circuit.generation;
    circuit.force("closed");
    expect(circuit.calls("xxxx", 0, before).allowed).toBe(false);
    expect(circuit.kind).toBe("closed");
  });
});

describe("an open circuit", () => {
  const opened = (settings: CircuitSettings = {}) => {
    const circuit = drive({
      minimum_calls: 1,
      open_seconds: 30,
      open_multiplier: 2,
      maximum_open_seconds: 100,
      ...settings,
    });
    circuit.calls("x");
    return circuit;
  };

  test("refuses calls until its time is over, then lets the permitted probes through", () => {
    const circuit = opened({ half_open_permits: 2 });
    expect(circuit.ask()).toMatchObject({ allowed: false, retry_after_seconds: 30 });
    circuit.wait(30);
    expect([circuit.ask(), circuit.ask(), circuit.ask()].map((d) => d.allowed)).toEqual([true, true, false]);
    expect(circuit.kind).toBe("half_open");
  });

  test("stays open for longer after each failed probe, up to the maximum, and begins anew once it was closed", () => {
    const circuit = opened();
    const waits = [30, 60, 100, 100].map((expected) => {
      expect(circuit.ask().retry_after_seconds).toBe(expected);
      circuit.wait(expected);
      circuit.probe(circuit.ask().permit, "failure");
      return circuit.circuit.state.kind;
    });
    expect(waits).toEqual(["open", "open", "open", "open"]);
    circuit.wait(100);
    circuit.probe(circuit.ask().permit, "success");
    expect(circuit.kind).toBe("closed");
    circuit.calls("x");
    expect(circuit.ask().retry_after_seconds).toBe(30);
  });

  test("stays open at least as long as the server asked", () => {
    const circuit = drive({ minimum_calls: 1, open_seconds: 30 });
    circuit.calls("x", 500);
    expect(circuit.ask().retry_after_seconds).toBe(500);
    circuit.wait(500);
    circuit.probe(circuit.ask().permit, "failure", 700);
    expect(circuit.ask().retry_after_seconds).toBe(700);
  });

  test("closes after the set number of successful probes", () => {
    const circuit = opened({ probes_to_close: 2 });
    circuit.wait(30);
    circuit.probe(circuit.ask().permit, "success");
    expect(circuit.kind).toBe("half_open");
    circuit.probe(circuit.ask().permit, "success");
    expect(circuit.kind).toBe("closed");
  });

  test("frees the permit of a prober that never came back, and ignores what it says later", () => {
    const circuit = opened({ permit_lease_seconds: 60 });
    circuit.wait(30);
    const crashed = circuit.ask();
    expect(circuit.ask().allowed).toBe(false);
    circuit.wait(60);
    const next = circuit.ask();
    expect(next.allowed).toBe(true);
    expect(circuit.probe(crashed.permit, "failure").allowed).toBe(false);
    expect(circuit.kind).toBe("half_open");
    circuit.probe(next.permit, "success");
    expect(circuit.kind).toBe("closed");
  });

  test("gives back the permit of a probe that proved nothing", () => {
    const circuit = opened();
    circuit.wait(30);
    circuit.probe(circuit.ask().permit, "ignored");
    expect(circuit.ask().allowed).toBe(true);
  });

  test("can't be closed by a made-up permit", () => {
    const circuit = opened();
    circuit.wait(30);
    circuit.ask();
    expect(circuit.probe("made up", "success").allowed).toBe(false);
    expect(circuit.kind).toBe("half_open");
  });
});

test("forced states let through, refuse and count as their names say", () => {
  const circuit = drive({ minimum_calls: 1 });
  circuit.force("open");
  circuit.wait(1_000_000);
  expect(circuit.ask().allowed).toBe(false);
  circuit.force("disabled");
  expect(circuit.calls("xxx").allowed).toBe(false);
  expect(circuit.ask().allowed).toBe(true);
  circuit.force("metrics_only");
  expect(circuit.calls("xxx").allowed).toBe(true);
  expect(circuit.kind).toBe("metrics_only");
  circuit.force("half_open");
  expect(circuit.ask().permit).toBeDefined();
  circuit.force("closed");
  expect(circuit.kind).toBe("closed");
});

test("whatever happens, never more probes are under way than permitted, and generations only grow", () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant("calls" as const), marks: fc.stringMatching(/^[.sxX]{1,8}$/) }),
    fc.record({ what: fc.constant("ask" as const) }),
    fc.record({
      what: fc.constant("end" as const),
      outcome: fc.constantFrom("success" as const, "failure" as const, "ignored" as const),
    }),
    fc.record({ what: fc.constant("wait" as const), seconds: fc.integer({ min: 0, max: 100 }) }),
  );
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      (steps, half_open_permits) => {
        const circuit = drive({
          minimum_calls: 3,
          half_open_permits,
          permit_lease_seconds: 1000,
          open_seconds: 10,
        });
        let held: string[] = [];
        let generation = circuit.circuit.generation;
        for (const next of steps) {
          if (next.what === "calls") circuit.calls(next.marks);
          if (next.what === "wait") circuit.wait(next.seconds / 10);
          if (next.what === "end") circuit.probe(held.shift(), next.outcome);
          if (next.what === "ask") {
            const asked = circuit.ask();
            if (asked.permit) held.push(asked.permit);
          }
          if (circuit.kind !== "half_open") held = [];
          expect(held.length).toBeLessThanOrEqual(half_open_permits);
          expect(circuit.circuit.generation).toBeGreaterThanOrEqual(generation);
          generation = circuit.circuit.generation;
        }
      },
    ),
  );
});

test("a 404 is a sign of life, an outage a failure, and what we never sent says nothing", () => {
  const none = { failure_codes: [], ignored_codes: [] };
  expect(outcomeOf(new NotFound("food", "7", "Search."), none).outcome).toBe("success");
  expect(outcomeOf(new Upstream("rejected", "400"), none).outcome).toBe("success");
  expect(outcomeOf(new InvalidInput([{ path: "a", message: "b" }]), none).outcome).toBe("ignored");
  expect(outcomeOf(new Upstream("unavailable", "503"), none).outcome).toBe("failure");
  expect(outcomeOf(new TypeError("fetch failed"), none).outcome).toBe("failure");
  expect(outcomeOf(new RateLimited("slow down", 30), none)).toEqual({
    outcome: "failure",
    retryAfterSeconds: 30,
  });
  expect(outcomeOf(new NotFound("x", "7", ""), { ...none, failure_codes: ["NOT_FOUND"] }).outcome).toBe(
    "failure",
  );
  expect(outcomeOf(new RateLimited("slow"), { ...none, ignored_codes: ["RATE_LIMITED"] }).outcome).toBe(
    "ignored",
  );
});
