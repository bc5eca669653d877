import { type Postgresql, withDatabase } from "../../f/meal-planner/database/connection.ts";

export type LocalDatabase = { get(): Promise<Postgresql>; release(): Promise<void> };

/**
 * The database for jobs on this machine, started at the first `get`, with tables, starter foods and the sample household
 * (the default one that calls mean which name none). A database of `DATABASE_URL` gets these only where it is empty: one
 * that others use is migrated on purpose (`handlers/database/migrate/script`) or not at all.
 */
export function localDatabase(): LocalDatabase {
  let inUse: Promise<{ resource: Postgresql; release(): Promise<void> }> | undefined;
  const start = async () => {
    const { ensurePostgres } = await import("../postgres.ts");
    const postgres = await ensurePostgres();
    await withDatabase(postgres.resource, async (database) => {
      const { rows } = await database.query<{ known: boolean }>(
        "select to_regclass('meal_planner.migrations') is not null as known",
      );
      if (process.env.DATABASE_URL && rows[0]?.known) return;
      const { setUp } = await import("../../f/meal-planner/handlers/database/set_up.ts");
      const { loadSampleHousehold } = await import("../start/local_household.ts");
      await setUp(database);
      await loadSampleHousehold(database);
    });
    return postgres;
  };
  return {
    async get() {
      inUse ??= start();
      return (await inUse).resource;
    },
    async release() {
      // A database that never came up has nothing to release; whoever asked for it has the error.
      const postgres = await inUse?.catch(() => undefined);
      await postgres?.release();
    },
  };
}
