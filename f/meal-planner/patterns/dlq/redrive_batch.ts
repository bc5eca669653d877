import type { Tx } from "../../database/connection.ts";
import { compilePattern } from "../../events/producers/event_pattern.ts";
import { redeliver } from "../../events/producers/redeliver.ts";
import { findDefinition } from "../../events/schemas/catalogue.ts";
import type { EventEnvelope } from "../../events/schemas/envelope.ts";
import { storableJson } from "../storable_json.ts";
import { passes } from "./dead_letter_filter.ts";
import { mergePatch } from "./merge_patch.ts";
import { patternSubject } from "./pattern_subject.ts";
import { type HeldTask, type RedriveTerms, sqlFilter } from "./redrive_task.ts";
import { type JobStarter, jobIdOf } from "./start_job.ts";

type Payload = Record<string, unknown>;

type Letter = {
  id: string;
  kind: "event" | "job";
  rule: string;
  target_id: string;
  payload: Payload;
  redrive_count: number;
  died_at: string;
  is_dropped: boolean;
};

export type SkipReason = "redriven_too_often" | "target_is_gone" | "patch_makes_it_invalid";

/** What is to be done with one dead letter. `edited`: its payload is no longer the one that it died with. */
export type Plan =
  | { kind: "send"; letter: Letter; payload: Payload; edited: boolean }
  | { kind: "skip"; letter: Letter; reason: SkipReason };

export type Batch = { plans: Plan[]; cursor: { at: string; id: string } | undefined };

/** The next waiting ones of a redrive, locked, in the order in which they died; those that died since it began aren't among them. */
export async function readBatch(
  tx: Tx,
  terms: RedriveTerms,
  after: Pick<HeldTask, "begun_at" | "cursor_at" | "cursor_id">,
  size: number,
): Promise<Batch> {
  const { rows } = await tx.query<Letter>(
    `select d.id, d.kind, d.rule, d.target_id, d.payload, d.redrive_count, to_json(d.died_at) as died_at,
       d.kind = 'event' and not exists (select from meal_planner.events e where e.id = d.event_id) as is_dropped
     from meal_planner.dead_letters d
     where d.status = 'waiting' and ${passes("$1")} and d.died_at <= $2::timestamptz
       and ($3::timestamptz is null or (d.died_at, d.id) > ($3::timestamptz, $4::uuid))
     order by d.died_at, d.id limit $5::integer for update of d`,
    [JSON.stringify(sqlFilter(terms.filter)), after.begun_at, after.cursor_at, after.cursor_id, size],
  );
  const last = rows.length < size ? undefined : rows.at(-1);
  const { event_pattern } = terms.filter;
  const pattern = event_pattern && compilePattern(event_pattern, "filter.event_pattern");
  const matching = pattern
    ? rows.filter((row) => pattern.matches(patternSubject(row.kind, row.payload)))
    : rows;
  return {
    plans: matching.map((letter) => plan(letter, terms)),
    cursor: last && { at: last.died_at, id: last.id },
  };
}

function plan(letter: Letter, terms: RedriveTerms): Plan {
  if (letter.redrive_count >= terms.maximum_redrives)
    return { kind: "skip", letter, reason: "redriven_too_often" };
  if (!terms.patch) return { kind: "send", letter, payload: letter.payload, edited: false };
  const part = letter.kind === "event" ? "detail" : "input";
  const payload = { ...letter.payload, [part]: mergePatch(letter.payload[part], terms.patch) };
  if (letter.kind === "event" && !isValid(payload))
    return { kind: "skip", letter, reason: "patch_makes_it_invalid" };
  return { kind: "send", letter, payload, edited: true };
}

/** An event of our own catalogue must still be one after an edit; of others nothing is known. */
function isValid(event: Payload): boolean {
  const definition = findDefinition(String(event["detail-type"]));
  const { metadata: _, ...detail } = event.detail as Payload;
  return definition === undefined || definition.detail.safeParse(detail).success;
}

/**
 * Sends a batch off, in the caller's transaction: deliveries are made anew, jobs are started. A job is started
 * before the transaction commits; its id follows from the dead letter, so that Windmill refuses it a second time.
 */
export async function sendBatch(
  tx: Tx,
  plans: readonly Plan[],
  redriveId: string,
  startJob: JobStarter,
): Promise<{ redriven: number; skipped: number }> {
  const sends = plans.filter((entry) => entry.kind === "send");
  const events = sends.filter(({ letter }) => letter.kind === "event");
  const jobs = sends.filter(({ letter }) => letter.kind === "job");
  const isThere = await redeliver(
    tx,
    events.map(({ letter, payload, edited }) => ({
      event: payload as EventEnvelope,
      rule: letter.rule,
      target: letter.target_id,
      handOut: edited || letter.is_dropped,
    })),
  );
  const sent = [...events.filter((_, at) => isThere[at]), ...jobs];
  for (const { letter, payload } of jobs) await startJob(payload, jobIdOf(letter));
  await tx.query(
    `update meal_planner.dead_letters d
     set status = 'redriven', redrive_count = d.redrive_count + 1,
       original_payload = case when x.payload is null then d.original_payload else coalesce(d.original_payload, d.payload) end,
       payload = coalesce(x.payload, d.payload), delivery_key = coalesce(x.delivery_key, d.delivery_key),
       history = d.history || jsonb_build_object('at', now(), 'what', 'redriven', 'redrive_id', $4::text, 'edited', x.payload is not null)
     from unnest($1::uuid[], $2::jsonb[], $3::text[]) as x(id, payload, delivery_key)
     where d.id = x.id`,
    [
      sent.map(({ letter }) => letter.id),
      sent.map(({ payload, edited }) => (edited ? storableJson(payload) : null)),
      // The new job's failure then joins this dead letter.
      sent.map(({ letter }) => (letter.kind === "job" ? JSON.stringify(["job", jobIdOf(letter)]) : null)),
      redriveId,
    ],
  );
  return { redriven: sent.length, skipped: plans.length - sent.length };
}
