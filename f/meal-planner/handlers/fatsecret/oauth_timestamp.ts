import type { Queryable } from "../../database/connection.ts";

/**
 * The next OAuth timestamp of an application, in whole seconds since 1970 by the database's clock. Of all workers
 * together none gets a lower one than was given out before, even where the database's clock is set back.
 *
 * Two requests may still overtake each other on their way; FatSecret refuses the later then (code 6), and it is signed
 * anew and sent again.
 */
export async function nextOAuthTimestamp(db: Queryable, application: string): Promise<number> {
  const { rows } = await db.query<{ last: number }>(
    `insert into meal_planner.fatsecret_clocks as c (application, last)
     values ($1::text, floor(extract(epoch from clock_timestamp()))::bigint)
     on conflict (application) do update set last = greatest(c.last, excluded.last)
     returning last`,
    [application],
  );
  return rows[0]!.last;
}
