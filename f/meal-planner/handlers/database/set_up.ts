import type { Database } from "../../database/connection.ts";
import { type MigrationReport, migrate } from "../../database/migrate.ts";
import { loadStarterFoods } from "../../foods/food_store.ts";

export type SetUp = { migrations: MigrationReport; foods: number };

/** Brings tables and starter foods up to date. Safe to run again, and twice at once. */
export async function setUp(database: Database): Promise<SetUp> {
  const migrations = await migrate(database);
  const { foods } = await database.transaction((tx) => loadStarterFoods(tx));
  return { migrations, foods };
}
