import { randomUUID } from "node:crypto";
import type { Queryable } from "../../database/connection.ts";
import { InProgress } from "../../database/errors.ts";

/** A saga has its turn until it has ended (stuck is no end); a script for so many seconds. */
export type TurnHolder = { sagaId: string } | { leaseSeconds: number };

// Longer than a saga waits with its worker at hand: it is put down meanwhile.
const ASK_AGAIN_SECONDS = 15;

/**
 * Takes the turn to publish a plan: of any number of publications of it at once, one has it. Taking it again with the
 * same saga is fine. Answers the token that gives it back.
 *
 * @throws InProgress where another one has it.
 */
export async function takeTurn(db: Queryable, planId: string, holder: TurnHolder): Promise<string> {
  const { rows } = await db.query<{ token: string }>(
    `insert into meal_planner.publishing_turns as turn (plan_id, saga_id, token, leased_until)
     values ($1::uuid, $2::uuid, $3::uuid, clock_timestamp() + make_interval(secs => $4::float8))
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
  throw new InProgress(
    `Plan ${planId} is being published already. Try again, or see where its saga is with patterns/saga/status.`,
    ASK_AGAIN_SECONDS,
  );
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
