import { randomUUID } from "node:crypto";
import type { Database, Queryable } from "../../database/connection.ts";
import { InProgress, NotFound } from "../../database/errors.ts";

/** A saga has its turn until it has ended (stuck is no end); a script for so many seconds. */
export type TurnHolder = { sagaId: string } | { leaseSeconds: number };

// Longer than a saga waits with its worker at hand: it is put down meanwhile.
const ASK_AGAIN_SECONDS = 15;

const HOW_TO_LIST = "List them with f/meal-planner/handlers/meal_planning/list_plans/script.";

/**
 * Takes the turn to publish a plan: of any number of publications of it at once, one has it. Taking it again with the
 * same saga is fine. Answers the token that gives it back.
 *
 * @throws NotFound; InProgress where another one has it.
 */
export async function takeTurn(db: Queryable, planId: string, holder: TurnHolder): Promise<string> {
  const { rows } = await db.query<{ token: string }>(
    `insert into meal_planner.publishing_turns as turn (plan_id, saga_id, token, leased_until)
     select plan_id, $2::uuid, $3::uuid, clock_timestamp() + make_interval(secs => $4::float8)
     from meal_planner.meal_plans where plan_id = $1::uuid
     on conflict (plan_id) do update set saga_id = excluded.saga_id, token = excluded.token,
       leased_until = excluded.leased_until
     where turn.saga_id is not distinct from $2::uuid and turn.saga_id is not null
       or (turn.leased_until is null or turn.leased_until <= clock_timestamp())
         and not exists (select from meal_planner.sagas s
           where s.id = turn.saga_id and s.kind in ('running', 'compensating', 'stuck'))
     returning turn.token`,
    [
      planId,
      "sagaId" in holder ? holder.sagaId : null,
      randomUUID(),
      "leaseSeconds" in holder ? holder.leaseSeconds : null,
    ],
  );
  if (rows[0]) return rows[0].token;
  const plan = await db.query("select from meal_planner.meal_plans where plan_id = $1::uuid", [planId]);
  if (plan.rowCount === 0) throw new NotFound("plan", planId, HOW_TO_LIST);
  throw new InProgress(
    `Plan ${planId} is being published already. Try again, or see where its saga is with patterns/saga/status.`,
    ASK_AGAIN_SECONDS,
  );
}

const TURN_SECONDS = 60;

/**
 * Does a script's publication in its turn, which is kept for as long as it runs; `signal` aborts where it was lost. One
 * that was killed holds the others back for a minute.
 *
 * @throws InProgress where another publication of the plan is under way.
 */
export async function withTurn<T>(
  database: Database,
  planId: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const token = await takeTurn(database, planId, { leaseSeconds: TURN_SECONDS });
  const lost = new AbortController();
  const heartbeat = setInterval(async () => {
    // A failing query isn't a lost turn: the next one tells.
    const isHeld = await extendTurn(database, planId, token).catch(() => true);
    if (!isHeld)
      lost.abort(new InProgress(`Plan ${planId} is being published by another run.`, TURN_SECONDS));
  }, TURN_SECONDS * 300);
  heartbeat.unref();
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(heartbeat);
    await giveTurnBack(database, planId, { token });
  }
}

async function extendTurn(db: Queryable, planId: string, token: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update meal_planner.publishing_turns
     set leased_until = clock_timestamp() + make_interval(secs => $3::float8)
     where plan_id = $1::uuid and token = $2::uuid`,
    [planId, token, TURN_SECONDS],
  );
  return rowCount > 0;
}

/** Gives a turn back; nothing happens where it was lost meanwhile. */
export async function giveTurnBack(
  db: Queryable,
  planId: string,
  holder: { sagaId: string } | { token: string },
): Promise<void> {
  await db.query(
    `delete from meal_planner.publishing_turns
     where plan_id = $1::uuid and (saga_id = $2::uuid or token = $3::uuid)`,
    [planId, "sagaId" in holder ? holder.sagaId : null, "token" in holder ? holder.token : null],
  );
}
