import type { Database, Queryable } from "../../f/meal-planner/database/connection.ts";
import { Conflict, NotFound } from "../../f/meal-planner/database/errors.ts";
import { createFlowTables } from "./flow_tables.ts";
import { type Claim, RunLocks } from "./run_locks.ts";

export type FlowStatus = "running" | "succeeded" | "failed" | "cancelled";
export type FlowRun = {
  id: string;
  path: string;
  status: FlowStatus;
  skipped: boolean;
  definition: unknown;
  args: Record<string, unknown>;
  result: unknown;
  /** Of a failed run: the result of the step that failed. */
  error: unknown;
  started_at: string;
};

export type Wait = {
  step: string;
  required_events: number;
  /** By the database's clock. */
  timed_out: boolean;
  until: string;
  resume_form: unknown;
  /** The result of the step that waits: what the approver decides on. */
  shown: unknown;
};

export type Decision = { approved: boolean; approver: string; payload: unknown };

/** Where flow runs are kept, so that a run whose process was killed goes on. */
export class FlowStore {
  private readonly locks: RunLocks;

  private constructor(private readonly database: Database) {
    this.locks = new RunLocks(database);
  }

  static async open(database: Database): Promise<FlowStore> {
    await createFlowTables(database);
    return new FlowStore(database);
  }

  async create(run: {
    id: string;
    path: string;
    definition: unknown;
    args: Record<string, unknown>;
  }): Promise<void> {
    await this.database.query(
      `insert into meal_planner_local.flow_runs (id, path, definition, args)
       values ($1::uuid, $2::text, $3::json, $4::json)`,
      [run.id, run.path, JSON.stringify(run.definition), JSON.stringify(run.args)],
    );
  }

  async find(id: string): Promise<FlowRun | undefined> {
    const { rows } = await this.database.query<FlowRun>(
      `select id, path, status, skipped, definition, args, result, error, to_json(created_at) #>> '{}' as started_at
         from meal_planner_local.flow_runs where id::text = $1::text`,
      [id],
    );
    return rows[0];
  }

  async list(limit: number): Promise<{ id: string; path: string; status: FlowStatus; waiting: string[] }[]> {
    const { rows } = await this.database.query<{
      id: string;
      path: string;
      status: FlowStatus;
      waiting: string[];
    }>(
      `select r.id, r.path, r.status,
              array(select w.step from meal_planner_local.flow_waits w
                     where w.run_id = r.id and not w.ended and r.status = 'running' order by w.step) as waiting
         from meal_planner_local.flow_runs r order by r.status = 'running' desc, r.created_at desc limit $1::integer`,
      [limit],
    );
    return rows;
  }

  /** Takes a run for this process alone; undefined where another has it. See RunLocks. */
  claim(id: string): Promise<Claim | undefined> {
    return this.locks.claim(id);
  }

  /** Gives the connection with the locks back, so that the database can be closed. */
  close(): Promise<void> {
    return this.locks.close();
  }

  async readJournal(runId: string): Promise<Map<string, unknown>> {
    const { rows } = await this.database.query<{ key: string; value: unknown }>(
      "select key, value from meal_planner_local.flow_journal where run_id = $1::uuid order by id",
      [runId],
    );
    return new Map(rows.map((row) => [row.key, row.value]));
  }

  async writeJournal(runId: string, key: string, value: unknown): Promise<void> {
    await this.database.query(
      `insert into meal_planner_local.flow_journal (run_id, key, value) values ($1::uuid, $2::text, $3::json)`,
      [runId, key, JSON.stringify(value ?? null)],
    );
  }

  /** A kept result that isn't too old, by the database's clock. */
  async readCache(key: string): Promise<{ result: unknown } | undefined> {
    const { rows } = await this.database.query<{ result: unknown }>(
      "select result from meal_planner_local.flow_cache where key = $1::text and until > clock_timestamp()",
      [key],
    );
    return rows[0];
  }

  async writeCache(key: string, result: unknown, ttlSeconds: number): Promise<void> {
    await this.database.query(
      `insert into meal_planner_local.flow_cache (key, result, until)
       values ($1::text, $2::json, clock_timestamp() + make_interval(secs => $3::double precision))
       on conflict (key) do update set result = excluded.result, until = excluded.until`,
      [key, JSON.stringify(result ?? null), ttlSeconds],
    );
  }

  async end(
    runId: string,
    status: Exclude<FlowStatus, "running">,
    ended: { result: unknown; error?: unknown; skipped?: boolean },
  ): Promise<void> {
    await this.database.query(
      `update meal_planner_local.flow_runs
          set status = $2::text, result = $3::json, error = $4::json, skipped = $5::boolean, ended_at = now()
        where id = $1::uuid`,
      [
        runId,
        status,
        JSON.stringify(ended.result ?? null),
        ended.error === undefined ? null : JSON.stringify(ended.error),
        ended.skipped ?? false,
      ],
    );
  }

  async isCancelRequested(runId: string): Promise<boolean> {
    const { rows } = await this.database.query<{ asked: boolean }>(
      "select cancel_requested as asked from meal_planner_local.flow_runs where id = $1::uuid",
      [runId],
    );
    return rows[0]?.asked === true;
  }

  async requestCancel(runId: string): Promise<void> {
    await this.database.query(
      "update meal_planner_local.flow_runs set cancel_requested = true where id = $1::uuid and status = 'running'",
      [runId],
    );
  }

  /** Begins to wait for a step's decisions, once: a run that goes on keeps its first deadline. */
  async beginWait(
    runId: string,
    wait: {
      step: string;
      requiredEvents: number;
      timeoutSeconds: number;
      resumeForm: unknown;
      shown: unknown;
    },
  ): Promise<void> {
    await this.database.query(
      `insert into meal_planner_local.flow_waits (run_id, step, required_events, resume_form, shown, until)
       values ($1::uuid, $2::text, $3::integer, $4::json, $5::json, clock_timestamp() + $6::float8 * interval '1 second')
       on conflict (run_id, step) do nothing`,
      [
        runId,
        wait.step,
        wait.requiredEvents,
        JSON.stringify(wait.resumeForm ?? null),
        JSON.stringify(wait.shown ?? null),
        wait.timeoutSeconds,
      ],
    );
  }

  async endWait(runId: string, step: string): Promise<void> {
    await this.database.query(
      "update meal_planner_local.flow_waits set ended = true where run_id = $1::uuid and step = $2::text",
      [runId, step],
    );
  }

  async waits(runId: string): Promise<Wait[]> {
    const { rows } = await this.database.query<Wait>(
      `select step, required_events, until <= clock_timestamp() as timed_out, until::text as until, resume_form, shown
         from meal_planner_local.flow_waits where run_id = $1::uuid and not ended order by step`,
      [runId],
    );
    return rows;
  }

  async decisions(runId: string, step: string): Promise<Decision[]> {
    const { rows } = await this.database.query<Decision>(
      `select approved, approver, payload from meal_planner_local.flow_decisions
        where run_id = $1::uuid and step = $2::text order by id`,
      [runId, step],
    );
    return rows;
  }

  /**
   * Records an approval or a refusal for the step that waits (`step` names it where several do). One statement, so
   * that a decision never lands on a wait that has ended.
   *
   * @throws Conflict where nothing waits, or several steps do and none is named.
   */
  async decide(runId: string, decision: Decision, step?: string): Promise<string> {
    const waiting = (await this.waits(runId)).map((wait) => wait.step);
    const chosen = step ?? (waiting.length === 1 ? waiting[0] : undefined);
    if (chosen === undefined) {
      throw new Conflict(
        waiting.length === 0
          ? `The flow run ${runId} waits for no decision.`
          : `The flow run ${runId} waits for several: name one with --step (${waiting.join(", ")}).`,
      );
    }
    const { rowCount } = await insertDecision(this.database, runId, chosen, decision);
    if (rowCount === 0) {
      throw new Conflict(
        `The step ${chosen} of ${runId} doesn't wait. Waiting: ${waiting.join(", ") || "none"}.`,
      );
    }
    return chosen;
  }

  async require(id: string): Promise<FlowRun> {
    const run = await this.find(id);
    if (!run) throw new NotFound("flow run", id, "List them with: npm run flow -- list");
    return run;
  }
}

function insertDecision(database: Queryable, runId: string, step: string, decision: Decision) {
  return database.query(
    `insert into meal_planner_local.flow_decisions (run_id, step, approved, approver, payload)
     select w.run_id, w.step, $3::boolean, $4::text, $5::json
       from meal_planner_local.flow_waits w
      where w.run_id = $1::uuid and w.step = $2::text and not w.ended
        for share`,
    [runId, step, decision.approved, decision.approver, JSON.stringify(decision.payload ?? {})],
  );
}
