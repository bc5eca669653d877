import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { outcomeSchema } from "./call_outcome.ts";
import { markOf, tally } from "./call_window.ts";
import { type CircuitState, publicState } from "./circuit.ts";
import { circuitSettingsSchema, withDefaults } from "./circuit_settings.ts";
import { askStored, decideStored, readCircuit, type StoredCircuit } from "./circuit_store.ts";

const name = z.string().min(1).max(200).describe("The circuit: one for each dependency, such as fatsecret.");

export const checkSchema = z.strictObject({
  name,
  settings: circuitSettingsSchema
    .optional()
    .describe("How to judge the dependency. Stored; left out, what is stored counts."),
});

type CircuitAnswer = {
  state: "closed" | "open" | "half_open";
  allowed: boolean;
  permit?: string;
  retry_after_seconds?: number;
};

/**
 * Whether a call may be made now. Half-open, the answer carries a permit, which goes to `record` with the outcome;
 * one that never comes back is free again after its lease.
 */
export async function checkCircuit(
  database: Database,
  input: z.infer<typeof checkSchema>,
): Promise<CircuitAnswer> {
  const permitId = randomUUID();
  const { circuit, allowed, permit, retry_after_seconds } = input.settings
    ? await decideStored(database, input.name, { kind: "ask", permit: permitId }, input.settings)
    : await askStored(database, input.name, permitId);
  return {
    state: publicState(circuit.state),
    allowed,
    ...(permit === undefined ? {} : { permit }),
    ...(retry_after_seconds === undefined ? {} : { retry_after_seconds }),
  };
}

export const recordSchema = z.strictObject({
  name,
  outcome: outcomeSchema.describe("failure: the dependency failed. ignored: the call says nothing about it."),
  duration_ms: z
    .number()
    .min(0)
    .max(86_400_000)
    .optional()
    .describe("How long the call took, for slow calls."),
  permit: z.uuid().optional().describe("From check, where the call was a probe."),
  retry_after_seconds: z
    .number()
    .min(0)
    .max(86_400)
    .optional()
    .describe("What the dependency asked for: if the circuit opens, it stays open at least so long."),
});

/** Tells how a call went. `recorded` is false where it came too late to count: the circuit has changed since. */
export async function recordCall(
  database: Database,
  input: z.infer<typeof recordSchema>,
): Promise<{ recorded: boolean; state: CircuitAnswer["state"] }> {
  const stored = await readCircuit(database, input.name);
  const settings = stored?.settings ?? withDefaults({});
  const slow = (input.duration_ms ?? 0) > settings.slow_call_seconds * 1000;
  const retry_after_seconds = input.outcome === "failure" ? (input.retry_after_seconds ?? 0) : 0;
  if (input.permit === undefined && input.outcome === "ignored") {
    return { recorded: true, state: stored ? publicState(stored.circuit.state) : "closed" };
  }
  // A probe that is slow hasn't shown that the dependency is well.
  const outcome = input.outcome === "success" && slow ? "failure" : input.outcome;
  const decision = await decideStored(
    database,
    input.name,
    input.permit === undefined
      ? {
          kind: "calls",
          generation: stored?.circuit.generation ?? 1,
          batch: { marks: markOf(input.outcome === "failure", slow), retry_after_seconds },
        }
      : { kind: "probe", permit: input.permit, outcome, retry_after_seconds },
  );
  return { recorded: decision.allowed, state: publicState(decision.circuit.state) };
}

export const forceSchema = z.strictObject({
  name,
  state: z
    .enum(["closed", "open", "half_open", "disabled", "metrics_only"])
    .describe(
      "closed: begin anew. open: stay open until forced otherwise. half_open: probe now. disabled: let all through, count nothing. metrics_only: let all through, count.",
    ),
});

/** Puts a circuit into a state by hand. */
export async function forceCircuit(
  database: Database,
  input: z.infer<typeof forceSchema>,
): Promise<{ name: string; state: CircuitAnswer["state"]; mode: CircuitState["kind"]; generation: number }> {
  const { circuit } = await decideStored(database, input.name, { kind: "force", to: input.state });
  return {
    name: input.name,
    state: publicState(circuit.state),
    mode: circuit.state.kind,
    generation: circuit.generation,
  };
}

export const statusSchema = z.strictObject({
  name: name.optional(),
});

/** All circuits, or one: state, counts and rates of its window, probes under way, settings. */
export async function circuitStatus(database: Database, input: z.infer<typeof statusSchema>) {
  const { rows } = await database.query<{ name: string }>(
    "select name from meal_planner.circuits where name = coalesce($1::text, name) order by name",
    [input.name ?? null],
  );
  const circuits = await Promise.all(
    rows.map(async (row) => {
      const stored = await readCircuit(database, row.name);
      return stored ? [{ name: row.name, ...describe(stored) }] : [];
    }),
  );
  return { circuits: circuits.flat() };
}

function describe({ circuit, settings, nowMs }: StoredCircuit) {
  const { state } = circuit;
  const about = {
    state: publicState(state),
    mode: state.kind,
    generation: circuit.generation,
    since: new Date(circuit.since_ms).toISOString(),
    settings,
  };
  switch (state.kind) {
    case "closed":
    case "metrics_only": {
      const counted = tally(state.window, nowMs, settings.window);
      const share = (part: number) => (counted.calls === 0 ? 0 : part / counted.calls);
      return {
        ...about,
        ...counted,
        failure_rate: share(counted.failures),
        slow_call_rate: share(counted.slow),
      };
    }
    case "open":
      return {
        ...about,
        reason: state.reason,
        opens: state.opens,
        until: new Date(state.until_ms).toISOString(),
      };
    case "half_open":
      return {
        ...about,
        opens: state.opens,
        successes: state.successes,
        probes_under_way: state.permits.filter((permit) => permit.until_ms > nowMs).length,
      };
    case "forced_open":
    case "disabled":
      return about;
  }
}
