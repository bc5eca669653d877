import { randomUUID } from "node:crypto";
import type { Queryable } from "../../database/connection.ts";
import { Conflict, type ErrorReport, Inconsistent } from "../../database/errors.ts";
import { storableJson } from "../storable_json.ts";
import { answerFrom, type ClaimAnswer, type Identity, type LiveRecord } from "./idempotency_record.ts";

export type ClaimTerms = {
  payloadHash: string | null;
  /** How long the work may take: after it, a crashed owner's claim is anybody's. */
  inProgressSeconds: number;
  /** How long the result is kept. */
  ttlSeconds: number;
};

type ClaimRow = LiveRecord & { claimed: boolean };

/** SQL for a row `r` that still counts. */
export const LIVE = `r.expires_at > clock_timestamp() and (r.status <> 'in_progress' or r.in_progress_until > clock_timestamp())`;

/** The columns that `answerFrom` reads, of a row `r`. */
export const LIVE_COLUMNS = `r.status, r.payload_hash, r.result, r.error,
  extract(epoch from r.in_progress_until - clock_timestamp())::float8 as retry_after_seconds,
  extract(epoch from r.expires_at - clock_timestamp())::float8 as expires_in_seconds`;

/** The record of a key, if there is one that counts. */
export async function findLive(db: Queryable, identity: Identity): Promise<LiveRecord | undefined> {
  const { rows } = await db.query<LiveRecord>(
    `select ${LIVE_COLUMNS} from meal_planner.idempotency_records r
     where r.consumer = $1::text and r.key = $2::text and ${LIVE}`,
    [identity.consumer, identity.key],
    "idempotency_find",
  );
  return rows[0];
}

/**
 * The first caller wins the key; others learn what became of it. One round trip; a repeat writes nothing.
 *
 * Inside a transaction the claim commits or vanishes with it, and a second caller waits for that. Guarantee: of
 * any number of callers at once, exactly one gets `acquired`, until its in-progress time is over.
 *
 * @throws PayloadMismatch where the key was used with another payload.
 */
export async function claim(db: Queryable, identity: Identity, terms: ClaimTerms): Promise<ClaimAnswer> {
  const ownerToken = randomUUID();
  // A rival's row that commits while the statement runs is seen by the insert, not by the select: then it answers
  // no row at all, and the next try sees it. Each further round needs another rival that came and went.
  for (let round = 1; round <= 100; round++) {
    const { rows } = await db.query<ClaimRow>(
      `with live as (
         select ${LIVE_COLUMNS} from meal_planner.idempotency_records r
         where r.consumer = $1::text and r.key = $2::text and ${LIVE}
       ), claimed as (
         insert into meal_planner.idempotency_records as r
           (consumer, key, status, owner_token, payload_hash, in_progress_until, expires_at)
         select $1::text, $2::text, 'in_progress', $3::uuid, $4::text,
           clock_timestamp() + make_interval(secs => $5::float8), clock_timestamp() + make_interval(secs => $6::float8)
         where not exists (select from live)
         on conflict (consumer, key) do update set
           status = 'in_progress', owner_token = excluded.owner_token, payload_hash = excluded.payload_hash,
           in_progress_until = excluded.in_progress_until, expires_at = excluded.expires_at,
           result = null, error = null, claimed_at = clock_timestamp()
         where not (${LIVE})
         returning r.owner_token
       )
       select false as claimed, live.* from live
       union all
       select true, null, null, null, null, null, null from claimed`,
      [
        identity.consumer,
        identity.key,
        ownerToken,
        terms.payloadHash,
        terms.inProgressSeconds,
        // A result must not expire while its work still runs.
        Math.max(terms.ttlSeconds, terms.inProgressSeconds),
      ],
      "idempotency_claim",
    );
    const row = rows[0];
    if (row?.claimed) return { status: "acquired", owner_token: ownerToken };
    if (row) return answerFrom(row, identity, terms.payloadHash);
  }
  throw new Inconsistent(
    `Key "${identity.key}" of ${identity.consumer} changes faster than it can be read. Try again.`,
  );
}

/** How the owner's work ended. */
export type Outcome = { kind: "completed"; result: unknown } | { kind: "failed"; error: ErrorReport };

/**
 * Stores how the work ended, if this owner still holds the key. Storing it twice is harmless.
 *
 * @throws Conflict where the claim is gone: its in-progress time was over and another caller took the key, or it
 * was released. What that caller stores stays.
 */
export async function settle(
  db: Queryable,
  identity: Identity,
  ownerToken: string,
  outcome: Outcome,
): Promise<void> {
  const { rowCount } = await db.query(
    `update meal_planner.idempotency_records r
     set status = $4::text, result = $5::jsonb, error = $6::jsonb, in_progress_until = null
     where r.consumer = $1::text and r.key = $2::text and r.owner_token = $3::uuid
       and (r.status = 'in_progress' or r.status = $4::text)`,
    [
      identity.consumer,
      identity.key,
      ownerToken,
      outcome.kind,
      outcome.kind === "completed" ? storableJson(outcome.result) : null,
      outcome.kind === "failed" ? storableJson(outcome.error) : null,
    ],
    "idempotency_settle",
  );
  if (rowCount === 0) throw lost(identity);
}

/** Gives the key back, so that the next call does the work. False where this owner no longer held it. */
export async function release(db: Queryable, identity: Identity, ownerToken: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `delete from meal_planner.idempotency_records r
     where r.consumer = $1::text and r.key = $2::text and r.owner_token = $3::uuid and r.status = 'in_progress'`,
    [identity.consumer, identity.key, ownerToken],
  );
  return rowCount > 0;
}

/**
 * Gives a long run more time: `inProgressSeconds` from now.
 *
 * @throws Conflict where another caller has taken the key; the run should stop.
 */
export async function extendClaim(
  db: Queryable,
  identity: Identity,
  ownerToken: string,
  inProgressSeconds: number,
): Promise<void> {
  const { rowCount } = await db.query(
    `update meal_planner.idempotency_records r
     set in_progress_until = clock_timestamp() + make_interval(secs => $4::float8),
       expires_at = greatest(r.expires_at, clock_timestamp() + make_interval(secs => $4::float8))
     where r.consumer = $1::text and r.key = $2::text and r.owner_token = $3::uuid and r.status = 'in_progress'`,
    [identity.consumer, identity.key, ownerToken, inProgressSeconds],
  );
  if (rowCount === 0) throw lost(identity);
}

/** Deletes records whose time to live is over, at most `limit`; the number deleted. Readers don't depend on it. */
export async function purgeIdempotencyRecords(db: Queryable, limit = 10_000): Promise<number> {
  const { rowCount } = await db.query(
    `delete from meal_planner.idempotency_records
     where (consumer, key) in (
       select r.consumer, r.key from meal_planner.idempotency_records r
       where r.expires_at <= clock_timestamp() limit $1::integer for update skip locked)`,
    [limit],
  );
  return rowCount;
}

function lost(identity: Identity): Conflict {
  return new Conflict(
    `Key "${identity.key}" of ${identity.consumer} is no longer held with this owner token: its in-progress time was over and another run took it, or it was released. Ask check_processed again.`,
  );
}
