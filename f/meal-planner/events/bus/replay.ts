import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Database, Queryable, Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput, NotFound } from "../../database/errors.ts";
import { ARCHIVED_EVENT, type ArchivedEventRow, toEnvelope } from "../producers/archived_event.ts";
import { type CompiledPattern, compilePattern } from "../producers/event_pattern.ts";
import { type Owed, type RuleSet, ruleSetOf } from "../producers/rule_set.ts";
import { upcast } from "../schemas/upcast.ts";
import { listRules } from "./rule_store.ts";

const moment = z.iso.datetime({ offset: true, message: "must be RFC 3339, such as 2026-01-02T00:00:00Z" });

export const replayInput = z
  .strictObject({
    name: z
      .string()
      .regex(/^[.\-_A-Za-z0-9]{1,64}$/)
      .describe("The replay's name; replayed events carry it."),
    action: z
      .enum(["start", "status", "cancel", "resume"])
      .default("start")
      .describe(
        "start; status: how far it is; cancel: stop it; resume: go on with a cancelled or interrupted one.",
      ),
    from: moment.optional().describe("Events with a time at or after this. Needed to start."),
    to: moment.optional().describe("Events with a time before this. Needed to start."),
    rules: z.array(z.string().min(1)).optional().describe("To these rules only. Needed to start."),
    event_pattern: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Only events that match this pattern."),
    events_per_second: z
      .number()
      .min(0.1)
      .max(100_000)
      .optional()
      .describe("At most so many. Default: no limit."),
    max_seconds: z
      .number()
      .min(0)
      .max(3600)
      .default(50)
      .describe("Works for so long; resume goes on. Default 50."),
  })
  .refine((replay) => replay.action !== "start" || (replay.from && replay.to && replay.rules?.length), {
    message: "from, to and rules are needed to start a replay",
  });

export type ReplayInput = z.output<typeof replayInput>;

export type ReplayStatus = {
  name: string;
  state: "running" | "cancelled" | "completed";
  rules: string[];
  scanned: number;
  replayed: number;
  /** Of the events in the window that were there at the start, before the pattern and the rules. */
  expected: number;
  last_event_time: string | null;
};

/**
 * Delivers archived events once more to chosen rules, as EventBridge's replay does: marked with `replay-name`, only
 * those that the rules match, and not archived again. Only what was archived when it began is replayed, so that it
 * can't feed itself. Deliveries and progress commit together: a replay that is cut off and resumed makes each once.
 *
 * @throws Conflict where the name is taken; NotFound for an unknown name; InvalidInput for unknown or disabled rules.
 */
export async function replay(database: Database, input: ReplayInput): Promise<ReplayStatus> {
  switch (input.action) {
    case "start":
      await start(database, input);
      break;
    case "cancel":
      await setState(database, input.name, "running", "cancelled");
      break;
    case "resume":
      await setState(database, input.name, "cancelled", "running");
      break;
    case "status":
      return statusOf(database, input.name);
  }
  if (input.action !== "cancel") await advance(database, input.name, input.max_seconds);
  return statusOf(database, input.name);
}

async function start(database: Database, input: ReplayInput): Promise<void> {
  if (input.event_pattern) compilePattern(input.event_pattern, "event_pattern");
  const { rules } = await listRules(database);
  const unknown = input.rules!.filter((name) => !rules.some((rule) => rule.name === name && rule.enabled));
  if (unknown.length > 0) {
    throw new InvalidInput([{ path: "rules", message: `there is no enabled rule ${unknown.join(", ")}` }]);
  }
  const { rowCount } = await database.query(
    `insert into meal_planner.replays (name, state, from_time, to_time, event_pattern, rules, events_per_second,
       end_id, expected)
     select $1::text, 'running', $2::timestamptz, $3::timestamptz, $4::json, $5::text[], $6::double precision,
       meal_planner.first_event_id(clock_timestamp()),
       (select count(*) from meal_planner.events where time >= $2::timestamptz and time < $3::timestamptz)
     on conflict (name) do nothing`,
    [
      input.name,
      input.from,
      input.to,
      input.event_pattern ? JSON.stringify(input.event_pattern) : null,
      input.rules,
      input.events_per_second ?? null,
    ],
  );
  if (rowCount === 0)
    throw new Conflict(`There is a replay ${input.name} already. Take another name, or resume it.`);
}

async function setState(db: Queryable, name: string, from: string, to: string): Promise<void> {
  await db.query(
    "update meal_planner.replays set state = $3::text where name = $1::text and state = $2::text",
    [name, from, to],
  );
}

async function statusOf(db: Queryable, name: string): Promise<ReplayStatus> {
  const { rows } = await db.query<ReplayStatus>(
    `select name, state, rules, scanned, replayed, expected,
       to_char(last_event_time at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_event_time
     from meal_planner.replays where name = $1::text`,
    [name],
  );
  if (!rows[0]) throw new NotFound("replay", name, "Start it first.");
  return rows[0];
}

const CHUNK = 500;

/** Works on a running replay until it is through, cancelled, or the time is over. Two at once take turns. */
export async function advance(database: Database, name: string, maxSeconds: number): Promise<void> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let replayed = 0;
  for (let pace: Pace = { goesOn: true, perSecond: null, replayed: 0 }; pace.goesOn; ) {
    pace = await database.transaction((tx) => replayChunk(tx, name));
    replayed += pace.replayed;
    const ahead = pace.perSecond === null ? 0 : replayed / pace.perSecond - seconds();
    if (seconds() + Math.max(0, ahead) >= maxSeconds) return;
    if (ahead > 0) await sleep(ahead * 1000);
  }
}

type Pace = { goesOn: boolean; perSecond: number | null; replayed: number };

type ReplayRow = {
  from_time: string;
  to_time: string;
  event_pattern: unknown;
  rules: string[];
  events_per_second: number | null;
  last_id: string | null;
  end_id: string;
  version: string;
};

async function replayChunk(tx: Tx, name: string): Promise<Pace> {
  const { rows } = await tx.query<ReplayRow>(
    `select from_time::text, to_time::text, event_pattern, rules, events_per_second, last_id, end_id,
       (select version from meal_planner.rule_set) as version
     from meal_planner.replays where name = $1::text and state = 'running' for update`,
    [name],
  );
  const row = rows[0];
  if (!row) return { goesOn: false, perSecond: null, replayed: 0 };
  const size = Math.min(CHUNK, Math.max(1, Math.floor(row.events_per_second ?? CHUNK)));
  const events = await readChunk(tx, row, size);
  const ruleSet = await ruleSetOf(tx, row.version);
  const pattern = row.event_pattern === null ? undefined : compilePattern(row.event_pattern);
  const owed = events.map((event) => owedBy(event, { name, rules: row.rules, ruleSet, pattern }));
  await writeDeliveries(tx, name, owed.flat());
  const replayed = owed.filter((deliveries) => deliveries.length > 0).length;
  const goesOn = events.length === size;
  await tx.query(
    `update meal_planner.replays set scanned = scanned + $2::bigint, replayed = replayed + $3::bigint,
       last_id = coalesce($4::uuid, last_id), last_event_time = coalesce(to_timestamp($5::double precision), last_event_time),
       state = case when $6::boolean then state else 'completed' end,
       ended_at = case when $6::boolean then null else clock_timestamp() end
     where name = $1::text`,
    [name, events.length, replayed, events.at(-1)?.event_id ?? null, events.at(-1)?.time ?? null, goesOn],
  );
  return { goesOn, perSecond: row.events_per_second, replayed };
}

async function readChunk(tx: Tx, row: ReplayRow, size: number): Promise<ArchivedEventRow[]> {
  const { rows } = await tx.query<ArchivedEventRow>(
    `select ${ARCHIVED_EVENT} from meal_planner.events e
     where e.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000'::uuid) and e.id < $2::uuid
       and e.time >= $3::timestamptz and e.time < $4::timestamptz
     order by e.id limit $5::integer`,
    [row.last_id, row.end_id, row.from_time, row.to_time, size],
  );
  return rows;
}

type Filter = {
  name: string;
  rules: readonly string[];
  ruleSet: RuleSet;
  pattern: CompiledPattern | undefined;
};

type OwedByReplay = Owed & { eventId: string };

function owedBy(row: ArchivedEventRow, { name, rules, ruleSet, pattern }: Filter): OwedByReplay[] {
  const event = upcast(toEnvelope(row, name));
  if (pattern && !pattern.matches(event)) return [];
  return ruleSet
    .match(event)
    .flatMap((owed) => (rules.includes(owed.rule) ? [{ ...owed, eventId: event.id }] : []));
}

async function writeDeliveries(tx: Tx, name: string, owed: readonly OwedByReplay[]): Promise<void> {
  await tx.query(
    `insert into meal_planner.deliveries (event_id, rule, target, inline, limited, ordering_key, replay_name)
     select d.event_id, d.rule, d.target, d.inline, d.limited, d.ordering_key, $7::text
     from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::boolean[], $6::text[]) with ordinality
       as d(event_id, rule, target, inline, limited, ordering_key, position)
     order by d.position`,
    [
      owed.map((delivery) => delivery.eventId),
      owed.map((delivery) => delivery.rule),
      owed.map((delivery) => delivery.target),
      owed.map((delivery) => delivery.inline),
      owed.map((delivery) => delivery.limited),
      owed.map((delivery) => delivery.orderingKey),
      name,
    ],
  );
}

/** Replays that were cut off, such as by the end of their job. */
export async function unfinishedReplays(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    "select name from meal_planner.replays where state = 'running' order by created_at",
  );
  return rows.map((row) => row.name);
}
