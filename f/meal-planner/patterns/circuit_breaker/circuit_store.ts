import type { Database, Queryable, Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import {
  type Circuit,
  type CircuitInput,
  type CircuitState,
  type Decision,
  decide,
  newCircuit,
  publicState,
} from "./circuit.ts";
import { type CircuitSettings, type FullCircuitSettings, withDefaults } from "./circuit_settings.ts";

/** A circuit as stored, and the database's time when it was read. */
export type StoredCircuit = { circuit: Circuit; settings: FullCircuitSettings; nowMs: number };

export type StoredDecision = Decision & { nowMs: number; settings: FullCircuitSettings };

type CircuitRow = {
  generation: number;
  since_ms: number;
  state: CircuitState;
  settings: CircuitSettings;
  now_ms: number;
};

const COLUMNS =
  "generation, since_ms, state, settings, extract(epoch from clock_timestamp())::float8 * 1000 as now_ms";

/** What the circuit is now, without a lock or a write; undefined where nobody has used it yet. */
export async function readCircuit(db: Queryable, name: string): Promise<StoredCircuit | undefined> {
  const { rows } = await db.query<CircuitRow>(
    `select ${COLUMNS} from meal_planner.circuits where name = $1::text`,
    [name],
  );
  return rows[0] && fromRow(rows[0]);
}

/**
 * Puts one input to the circuit, in a transaction with its row locked: decisions come one after the other, each on
 * the outcome of the last. Emits CircuitOpened and CircuitClosed in the same transaction. `settings`, where given,
 * are stored: the code that was deployed last decides.
 */
export async function decideStored(
  database: Database,
  name: string,
  input: CircuitInput,
  settings?: CircuitSettings,
): Promise<StoredDecision> {
  return database.transaction(async (tx) => {
    const stored = await lockCircuit(tx, name, settings);
    const decision = decide(stored.circuit, input, stored.nowMs, stored.settings);
    if (decision.circuit !== stored.circuit) {
      await write(tx, name, stored.circuit.generation, decision.circuit);
      await announce(tx, name, stored.circuit, decision.circuit);
    }
    return { ...decision, nowMs: stored.nowMs, settings: stored.settings };
  });
}

/** Asks for a call. Where that changes nothing (closed, open, no permit left) it only reads. */
export async function askStored(
  database: Database,
  name: string,
  permit: string,
  settings?: CircuitSettings,
): Promise<StoredDecision> {
  const stored = await readCircuit(database, name);
  if (stored) {
    const decision = decide(stored.circuit, { kind: "ask", permit }, stored.nowMs, stored.settings);
    if (decision.circuit === stored.circuit)
      return { ...decision, nowMs: stored.nowMs, settings: stored.settings };
  }
  return decideStored(database, name, { kind: "ask", permit }, settings);
}

async function lockCircuit(tx: Tx, name: string, settings?: CircuitSettings): Promise<StoredCircuit> {
  const select = `select ${COLUMNS} from meal_planner.circuits where name = $1::text for update`;
  let row = (await tx.query<CircuitRow>(select, [name])).rows[0];
  if (!row) {
    const first = newCircuit(0, withDefaults(settings ?? {}));
    await tx.query(
      `insert into meal_planner.circuits (name, generation, since_ms, state, settings)
       values ($1::text, $2::bigint, extract(epoch from clock_timestamp()) * 1000, $3::jsonb, $4::jsonb)
       on conflict (name) do nothing`,
      [name, first.generation, JSON.stringify(first.state), JSON.stringify(settings ?? {})],
    );
    row = (await tx.query<CircuitRow>(select, [name])).rows[0]!;
  }
  if (!settings) return fromRow(row);
  await tx.query(
    "update meal_planner.circuits set settings = $2::jsonb where name = $1::text and settings <> $2::jsonb",
    [name, JSON.stringify(settings)],
  );
  return fromRow({ ...row, settings });
}

function fromRow(row: CircuitRow): StoredCircuit {
  return {
    circuit: { generation: row.generation, since_ms: row.since_ms, state: row.state },
    settings: withDefaults(row.settings),
    nowMs: row.now_ms,
  };
}

// The row is locked; the generation in the `where` is the belt to those braces: a stale decision writes nothing.
async function write(tx: Tx, name: string, generation: number, next: Circuit): Promise<void> {
  await tx.query(
    `update meal_planner.circuits
     set generation = $3::bigint, since_ms = $4::float8, state = $5::jsonb, changed_at = now()
     where name = $1::text and generation = $2::bigint`,
    [name, generation, next.generation, next.since_ms, JSON.stringify(next.state)],
  );
}

async function announce(tx: Tx, name: string, before: Circuit, after: Circuit): Promise<void> {
  if (before.generation === after.generation) return;
  const { state } = after;
  const about = { name, generation: after.generation };
  if (state.kind === "open") {
    const open_seconds = (state.until_ms - after.since_ms) / 1000;
    await emit(tx, [{ type: "CircuitOpened", detail: { ...about, reason: state.reason, open_seconds } }]);
  } else if (state.kind === "forced_open") {
    await emit(tx, [{ type: "CircuitOpened", detail: { ...about, reason: "forced", open_seconds: null } }]);
  } else if (publicState(state) === "closed" && publicState(before.state) !== "closed") {
    const reason = before.state.kind === "half_open" && state.kind === "closed" ? "recovered" : "forced";
    await emit(tx, [{ type: "CircuitClosed", detail: { ...about, reason } }]);
  }
}
