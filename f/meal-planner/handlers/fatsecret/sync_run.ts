import type { Database, Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { emit } from "../../events/producers/emit.ts";
import type { PersonAccount } from "./person_account.ts";
import { tellProgress } from "./tell_progress.ts";

export type SyncProblem = { entry_id?: string; name: string; code: string; message: string };

/** What a part of a synchronisation came to. */
export type PartCounts = {
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  problems?: SyncProblem[];
};

/** A part that can be done again without harm: where the worker dies before it is noted, the next one does it again. */
export type SyncPart = { name: string; work: () => Promise<PartCounts> };

/** What a run was asked for; one of the same terms goes on where it was cut off. */
export type SyncTerms = { scope: string[] } & Record<string, unknown>;

export type SyncReport = Required<PartCounts> & {
  run_id: string;
  /** Whether it went on with a run that was cut off; its counts are in these. */
  resumed: boolean;
};

type Run = {
  run_id: string;
  done: string[];
  counts: Required<Omit<PartCounts, "problems">>;
  problems: SyncProblem[];
  resumed: boolean;
};

const RUNS_KEPT_DAYS = 90;

/** More than these don't help anybody, and the row must not grow with the account. */
const MOST_PROBLEMS = 200;

/**
 * Does the parts of a synchronisation in order and notes each when it is done. A run that was cut off, by whatever, is gone
 * on with by the next call of the same terms; one of the same scope on other terms, such as other days, ends it. FatSecretSyncStarted and
 * FatSecretSyncCompleted commit with its start and its end.
 */
export async function runParts(
  account: PersonAccount,
  terms: SyncTerms,
  parts: readonly SyncPart[],
): Promise<SyncReport> {
  const { database } = account;
  let run = await database.transaction((tx) => beginRun(tx, account, terms));
  for (const [index, part] of parts.entries()) {
    if (run.done.includes(part.name)) continue;
    await account.lease.renew();
    const counts = await part.work();
    run = await notePart(database, run, part.name, counts);
    await tellProgress(index + 1, parts.length);
  }
  await database.transaction((tx) => endRun(tx, account, terms.scope, run));
  const { run_id, resumed, problems, counts } = run;
  return { run_id, resumed, ...counts, problems };
}

const COLUMNS = "run_id, done, counts, problems";

async function beginRun(tx: Tx, account: PersonAccount, terms: SyncTerms): Promise<Run> {
  const { person_id } = account.person;
  const { household_id } = account.household;
  const { rows } = await tx.query<Run & { same: boolean; scope: string[] }>(
    `select ${COLUMNS}, true as resumed, terms = $2::jsonb as same,
       array(select jsonb_array_elements_text(terms -> 'scope')) as scope
     from meal_planner.fatsecret_runs
     where person_id = $1::uuid and state = 'running' and terms -> 'scope' = $2::jsonb -> 'scope' for update`,
    [person_id, JSON.stringify(terms)],
  );
  const [open] = rows;
  if (open?.same) return open;
  if (open) await endRun(tx, account, open.scope, open);
  await tx.query(
    `delete from meal_planner.fatsecret_runs
     where person_id = $1::uuid and state = 'completed' and started_at < now() - make_interval(days => $2::integer)`,
    [person_id, RUNS_KEPT_DAYS],
  );
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  const { rows: begun } = await tx.query<Run>(
    `insert into meal_planner.fatsecret_runs (run_id, household_id, person_id, terms, state, counts)
     values ($1::uuid, $2::uuid, $3::uuid, $4::jsonb, 'running', $5::jsonb)
     returning ${COLUMNS}, false as resumed`,
    [newId(), household_id, person_id, JSON.stringify(terms), JSON.stringify(counts)],
  );
  const run = begun[0]!;
  const detail = { household_id, run_id: run.run_id, person_id, scope: terms.scope };
  await emit(tx, [{ type: "FatSecretSyncStarted", detail }]);
  return run;
}

async function notePart(database: Database, run: Run, name: string, counts: PartCounts): Promise<Run> {
  const sum = {
    created: run.counts.created + counts.created,
    updated: run.counts.updated + counts.updated,
    unchanged: run.counts.unchanged + counts.unchanged,
    failed: run.counts.failed + counts.failed,
  };
  const problems = [...run.problems, ...(counts.problems ?? [])].slice(0, MOST_PROBLEMS);
  await database.query(
    `update meal_planner.fatsecret_runs set done = done || $2::text, counts = $3::jsonb, problems = $4::jsonb
     where run_id = $1::uuid and not $2::text = any (done)`,
    [run.run_id, name, JSON.stringify(sum), JSON.stringify(problems)],
  );
  return { ...run, done: [...run.done, name], counts: sum, problems };
}

async function endRun(tx: Tx, account: PersonAccount, scope: string[], run: Run): Promise<void> {
  const { rowCount } = await tx.query(
    `update meal_planner.fatsecret_runs set state = 'completed', ended_at = now()
     where run_id = $1::uuid and state = 'running'`,
    [run.run_id],
  );
  if (rowCount === 0) return;
  const { person_id } = account.person;
  const { household_id } = account.household;
  const detail = { household_id, run_id: run.run_id, person_id, scope, ...run.counts };
  await emit(tx, [{ type: "FatSecretSyncCompleted", detail }]);
}
