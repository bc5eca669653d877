import { randomUUID } from "node:crypto";
import type { Database } from "../../database/connection.ts";
import { Conflict, InProgress } from "../../database/errors.ts";

/** Longer than a call with all its tries; whoever died gives it back that late. */
const LEASE_SECONDS = 150;

/** What a worker holds of an account. */
export type AccountLease = {
  /** To be called before each write over there. @throws Conflict where another worker has taken over. */
  renew(): Promise<void>;
};

/**
 * Lets one worker at a time work on a person's account: two that look at a day at once would both miss what the other is
 * about to write there, and FatSecret takes the same entry twice.
 *
 * @throws InProgress where another one is at it.
 */
export async function withAccountLease<T>(
  database: Database,
  personId: string,
  work: (lease: AccountLease) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  const { rows } = await database.query<{ taken: boolean; seconds: number }>(
    `with taken as (
       update meal_planner.fatsecret_connections set lease_token = $2::uuid,
         leased_until = clock_timestamp() + make_interval(secs => $3::float8)
       where person_id = $1::uuid and (leased_until is null or leased_until < clock_timestamp())
       returning 1
     )
     select exists (select from taken) as taken,
       ceil(extract(epoch from coalesce(leased_until, clock_timestamp()) - clock_timestamp()))::integer as seconds
     from meal_planner.fatsecret_connections where person_id = $1::uuid`,
    [personId, token, LEASE_SECONDS],
  );
  if (!rows[0]?.taken) {
    const seconds = Math.max(1, rows[0]?.seconds ?? LEASE_SECONDS);
    throw new InProgress(`Another run works on this FatSecret account. Try again in ${seconds} s.`, seconds);
  }
  try {
    return await work({ renew: () => renew(database, personId, token) });
  } finally {
    await database.query(
      `update meal_planner.fatsecret_connections set lease_token = null, leased_until = null
       where person_id = $1::uuid and lease_token = $2::uuid`,
      [personId, token],
    );
  }
}

async function renew(database: Database, personId: string, token: string): Promise<void> {
  const { rowCount } = await database.query(
    `update meal_planner.fatsecret_connections
     set leased_until = clock_timestamp() + make_interval(secs => $3::float8)
     where person_id = $1::uuid and lease_token = $2::uuid`,
    [personId, token, LEASE_SECONDS],
  );
  if (rowCount === 0) {
    throw new Conflict("Another run has taken this FatSecret account over. Nothing more is done here.");
  }
}
