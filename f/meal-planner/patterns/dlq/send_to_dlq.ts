import type { Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { storableJson } from "../storable_json.ts";
import { classifyError } from "./classify_error.ts";
import type { FailedDelivery, Sent } from "./dead_letter.ts";

/**
 * Keeps what can't be delivered, with every attempt's error. Answers in the order given.
 *
 * The same delivery (event, rule and target; or job) that dies again joins its first dead letter: attempts are
 * added, its history goes on, and it waits again. So a caller that is run twice makes no second one. Give every
 * delivery at most once a call. Written in the caller's transaction: the dead letter and the end of the delivery commit together.
 */
export async function sendToDlq(tx: Tx, failed: readonly FailedDelivery[]): Promise<Sent[]> {
  if (failed.length === 0) return [];
  const letters = failed.map(toLetter);
  const { rows } = await tx.query<{ ord: number; id: string }>(
    `with given as (
       select ord, (x->>'id')::uuid as id, (x->>'continues')::uuid as continues, x
       from jsonb_array_elements($1::jsonb) with ordinality as e(x, ord)
     ), keyed as (
       select given.*, coalesce(earlier.delivery_key, x->>'delivery_key') as delivery_key
       from given left join meal_planner.dead_letters earlier
         on earlier.id = given.continues and earlier.kind = x->>'kind'
     ), sent as (
       insert into meal_planner.dead_letters as d
         (id, delivery_key, kind, event_id, rule, target_id, target, payload, detail_type, source,
          error_code, error_message, classification, exhausted, attempts, history)
       select id, delivery_key, x->>'kind', (x->>'event_id')::uuid, x->>'rule', x->'target'->>'id', x->'target',
         x->'payload', x->>'detail_type', x->>'source', x->>'error_code', x->>'error_message',
         x->>'classification', x->>'exhausted', x->'attempts',
         jsonb_build_array(jsonb_build_object('at', now(), 'what', 'dead_lettered', 'code', x->>'error_code', 'exhausted', x->>'exhausted'))
       from keyed
       on conflict (delivery_key) do update set
         attempts = d.attempts || excluded.attempts,
         history = d.history || excluded.history,
         error_code = excluded.error_code,
         error_message = excluded.error_message,
         classification = excluded.classification,
         exhausted = excluded.exhausted,
         status = 'waiting',
         died_at = now()
       returning d.id, d.delivery_key
     )
     select keyed.ord, sent.id from keyed join sent using (delivery_key)`,
    [storableJson(letters)],
  );
  const ids = new Map(rows.map((row) => [Number(row.ord), row.id]));
  return letters.map((letter, index) => ({
    dead_letter_id: ids.get(index + 1) ?? letter.id,
    classification: letter.classification,
  }));
}

function toLetter(failed: FailedDelivery) {
  const id = newId();
  const last = failed.attempts.at(-1);
  const code = last?.code ?? "INTERNAL";
  const common = {
    id,
    kind: failed.kind,
    target: failed.target,
    error_code: code,
    error_message: last?.message ?? "",
    classification: classifyError(code),
    exhausted: failed.exhausted,
    attempts: failed.attempts,
  };
  if (failed.kind === "event") {
    const { event, rule, target } = failed;
    return {
      ...common,
      delivery_key: JSON.stringify([event.id, rule, target.id]),
      event_id: event.id,
      rule,
      payload: event,
      detail_type: event["detail-type"],
      source: event.source,
    };
  }
  const { dead_letter_id, ...job } = failed.job;
  return {
    ...common,
    continues: dead_letter_id,
    delivery_key: job.job_id === undefined ? id : JSON.stringify(["job", job.job_id]),
    rule: "",
    payload: job,
    detail_type: null,
    source: null,
  };
}
