import type { Database } from "../../database/connection.ts";
import { MIGRATIONS } from "../../database/migrations/all.ts";

export type Health = {
  ok: boolean;
  database: string;
  postgres_version: string;
  schema_version: number;
  wanted_schema_version: number;
  round_trip_ms: number;
};

/** Whether the database answers and has the tables that this code needs. */
export async function health(database: Database): Promise<Health> {
  const started = performance.now();
  const { rows } = await database.query<{ version: string; schema_version: number }>(
    `select current_setting('server_version') as version,
       (select coalesce(max(id), 0) from meal_planner.migrations) as schema_version`,
  );
  const found = rows[0]!;
  const wanted = MIGRATIONS.at(-1)?.id ?? 0;
  return {
    ok: found.schema_version === wanted,
    database: database.address,
    postgres_version: found.version,
    schema_version: found.schema_version,
    wanted_schema_version: wanted,
    round_trip_ms: Math.round((performance.now() - started) * 10) / 10,
  };
}
