import type { Database, Queryable, Tx } from "../../database/connection.ts";
import { Conflict, InProgress } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";

/** A household's recipe box in one space of one Tandoor. */
export type TandoorConnection = {
  connection_id: string;
  household_id: string;
  address: string;
  space_id: number;
  space_name: string;
};

export type Space = { id: number; name: string };

const COLUMNS = "connection_id, household_id, address, space_id, space_name";

/** The connection of a household to a space; made where there is none yet. */
export async function connectionFor(
  tx: Tx,
  householdId: string,
  address: string,
  space: Space,
): Promise<TandoorConnection> {
  const found = await tx.query<TandoorConnection>(
    `select ${COLUMNS} from meal_planner.tandoor_connections
     where household_id = $1::uuid and address = $2::text and space_id = $3::integer`,
    [householdId, address, space.id],
  );
  if (found.rows[0]) return found.rows[0];
  const { rows } = await tx.query<TandoorConnection>(
    `insert into meal_planner.tandoor_connections (connection_id, household_id, address, space_id, space_name)
     values ($1::uuid, $2::uuid, $3::text, $4::integer, $5::text)
     on conflict (household_id, address, space_id) do update set space_name = excluded.space_name
     returning ${COLUMNS}`,
    [newId(), householdId, address, space.id, space.name],
  );
  return rows[0]!;
}

/** How long a run that says nothing holds its connection: so long the next one waits for one that was killed. */
export const LEASE_SECONDS = 10;

/**
 * Takes a connection for one run: of two runs, one at most goes on. A run that was killed is waited for until its lease
 * is over.
 *
 * @throws InProgress where another run is alive.
 */
export async function takeConnection(database: Database, connectionId: string, runId: string): Promise<void> {
  const giveUpAt = performance.now() + (LEASE_SECONDS + 2) * 1000;
  for (;;) {
    const { rowCount } = await database.query(
      `update meal_planner.tandoor_connections set run_id = $2::uuid,
         lease_until = clock_timestamp() + make_interval(secs => $3::double precision)
       where connection_id = $1::uuid and (lease_until is null or lease_until < clock_timestamp())`,
      [connectionId, runId, LEASE_SECONDS],
    );
    if (rowCount > 0) return;
    if (performance.now() > giveUpAt) {
      throw new InProgress("Another run with this Tandoor is under way. Try again when it is done.", 30);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** False where the lease has gone to another run. */
export async function renewLease(database: Queryable, connectionId: string, runId: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `update meal_planner.tandoor_connections
     set lease_until = clock_timestamp() + make_interval(secs => $3::double precision)
     where connection_id = $1::uuid and run_id = $2::uuid`,
    [connectionId, runId, LEASE_SECONDS],
  );
  return rowCount > 0;
}

export async function releaseConnection(
  database: Queryable,
  connectionId: string,
  runId: string,
): Promise<void> {
  await database.query(
    `update meal_planner.tandoor_connections set run_id = null, lease_until = null, last_run_at = now()
     where connection_id = $1::uuid and run_id = $2::uuid`,
    [connectionId, runId],
  );
  await database.query(
    `delete from meal_planner.tandoor_seen where run_id = $1::uuid or seen_at < now() - interval '1 day'`,
    [runId],
  );
}

/**
 * Holds the connection for this run until the transaction ends.
 *
 * @throws Conflict where another run has taken it: nothing of this transaction is kept.
 */
export async function holdConnection(tx: Tx, connectionId: string, runId: string): Promise<void> {
  const { rowCount } = await tx.query(
    `select from meal_planner.tandoor_connections
     where connection_id = $1::uuid and run_id = $2::uuid for share`,
    [connectionId, runId],
  );
  if (rowCount > 0) return;
  throw new Conflict(
    "Another run has taken this Tandoor over, because this one was silent for too long. Run it again.",
    {
      lost_lease: true,
    },
  );
}

export function isLeaseLost(error: unknown): boolean {
  return (
    error instanceof Conflict && (error.details as { lost_lease?: boolean } | undefined)?.lost_lease === true
  );
}
